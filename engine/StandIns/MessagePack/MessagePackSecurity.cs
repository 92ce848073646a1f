using MessagePack.Objects;

namespace MessagePack;

/// <summary>How far input is believed. Immutable.</summary>
public class MessagePackSecurity
{
    public static readonly MessagePackSecurity TrustedData = new();

    public static readonly MessagePackSecurity UntrustedData = new() { HashCollisionResistant = true };

    private MessagePackSecurity()
    {
    }

    protected MessagePackSecurity(MessagePackSecurity copyFrom)
    {
        ArgumentNullException.ThrowIfNull(copyFrom);
        HashCollisionResistant = copyFrom.HashCollisionResistant;
        MaximumObjectGraphDepth = copyFrom.MaximumObjectGraphDepth;
        MaximumDecompressedSize = copyFrom.MaximumDecompressedSize;
    }

    public bool HashCollisionResistant { get; private set; }

    public int MaximumObjectGraphDepth { get; private set; } = 500;

    public int MaximumDecompressedSize { get; private set; } = 64 * 1024 * 1024;

    public MessagePackSecurity WithMaximumObjectGraphDepth(int maximumObjectGraphDepth)
    {
        if (maximumObjectGraphDepth == MaximumObjectGraphDepth) return this;
        var copy = Clone();
        copy.MaximumObjectGraphDepth = maximumObjectGraphDepth;
        return copy;
    }

    public MessagePackSecurity WithMaximumDecompressedSize(int maximumDecompressedSize)
    {
        if (maximumDecompressedSize == MaximumDecompressedSize) return this;
        var copy = Clone();
        copy.MaximumDecompressedSize = maximumDecompressedSize;
        return copy;
    }

    public MessagePackSecurity WithHashCollisionResistant(bool hashCollisionResistant)
    {
        if (hashCollisionResistant == HashCollisionResistant) return this;
        var copy = Clone();
        copy.HashCollisionResistant = hashCollisionResistant;
        return copy;
    }

    public IEqualityComparer<T> GetEqualityComparer<T>() =>
        HashCollisionResistant ? GetHashCollisionResistantEqualityComparer<T>() : EqualityComparer<T>.Default;

    /// <summary>Goes one level down in the object graph; the caller takes one off <see cref="MessagePackReader.Depth"/> when it leaves.</summary>
    /// <exception cref="InsufficientExecutionStackException">Deeper than <see cref="MaximumObjectGraphDepth"/>.</exception>
    public void DepthStep(ref MessagePackReader reader)
    {
        if (reader.Depth >= MaximumObjectGraphDepth)
            throw Fault.Data($"The data is nested deeper than {MaximumObjectGraphDepth} levels.", new InsufficientExecutionStackException());
        reader.Depth++;
    }

    protected virtual IEqualityComparer<T> GetHashCollisionResistantEqualityComparer<T>() => ResistantComparer<T>.Instance;

    protected virtual MessagePackSecurity Clone() => new(this);
}
