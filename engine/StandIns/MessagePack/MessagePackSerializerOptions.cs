using MessagePack.Resolvers;

namespace MessagePack;

public enum MessagePackCompression
{
    None = 0,
    Lz4Block = 1,
    Lz4BlockArray = 2,
}

/// <summary>How to write and read. Immutable.</summary>
public class MessagePackSerializerOptions
{
    public MessagePackSerializerOptions(IFormatterResolver resolver) => Resolver = resolver ?? throw new ArgumentNullException(nameof(resolver));

    protected MessagePackSerializerOptions(MessagePackSerializerOptions copyFrom)
    {
        ArgumentNullException.ThrowIfNull(copyFrom);
        Resolver = copyFrom.Resolver;
        OldSpec = copyFrom.OldSpec;
        Security = copyFrom.Security;
        SuggestedContiguousMemorySize = copyFrom.SuggestedContiguousMemorySize;
    }

    public static MessagePackSerializerOptions Standard { get; } = new(StandardResolver.Instance);

    public IFormatterResolver Resolver { get; private set; }

    /// <summary>Always <see cref="MessagePackCompression.None"/> here.</summary>
    public MessagePackCompression Compression => MessagePackCompression.None;

    /// <summary>Whether to write the format of before 2013, without str8 and bin.</summary>
    public bool? OldSpec { get; private set; }

    public MessagePackSecurity Security { get; private set; } = MessagePackSecurity.TrustedData;

    public int SuggestedContiguousMemorySize { get; private set; } = 1024 * 1024;

    public MessagePackSerializerOptions WithResolver(IFormatterResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        return resolver == Resolver ? this : With(copy => copy.Resolver = resolver);
    }

    public MessagePackSerializerOptions WithCompression(MessagePackCompression compression) => compression == MessagePackCompression.None
        ? this
        : throw new NotSupportedException("The stand-in for MessagePack does not compress; build with -p:UseGenuinePackages=true, or use MessagePackCompression.None.");

    public MessagePackSerializerOptions WithOldSpec(bool? oldSpec = true) => oldSpec == OldSpec ? this : With(copy => copy.OldSpec = oldSpec);

    public MessagePackSerializerOptions WithSecurity(MessagePackSecurity security)
    {
        ArgumentNullException.ThrowIfNull(security);
        return security == Security ? this : With(copy => copy.Security = security);
    }

    public MessagePackSerializerOptions WithSuggestedContiguousMemorySize(int suggestedContiguousMemorySize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(suggestedContiguousMemorySize, 256);
        return suggestedContiguousMemorySize == SuggestedContiguousMemorySize
            ? this
            : With(copy => copy.SuggestedContiguousMemorySize = suggestedContiguousMemorySize);
    }

    protected virtual MessagePackSerializerOptions Clone() => new(this);

    private MessagePackSerializerOptions With(Action<MessagePackSerializerOptions> change)
    {
        var copy = Clone();
        change(copy);
        return copy;
    }
}
