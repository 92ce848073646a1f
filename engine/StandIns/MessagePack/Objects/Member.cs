using MessagePack.Formatters;

namespace MessagePack.Objects;

internal delegate TValue StructGetter<TOwner, out TValue>(ref TOwner owner);

internal delegate void StructSetter<TOwner, in TValue>(ref TOwner owner, TValue value);

/// <summary>One member of an object: how to write it and how to read it.</summary>
internal abstract class Member<TOwner>
{
    public abstract void Write(ref MessagePackWriter writer, ref TOwner owner, MessagePackSerializerOptions options);

    public abstract void Read(ref MessagePackReader reader, ref TOwner owner, MessagePackSerializerOptions options);

    /// <summary>Reads the value for a constructor's parameter.</summary>
    public abstract object? ReadValue(ref MessagePackReader reader, MessagePackSerializerOptions options);

    /// <summary>Sets what <see cref="ReadValue"/> gave.</summary>
    public abstract void Set(ref TOwner owner, object? value);
}

/// <summary>A member with its type. Without getter nil is written; without setter the value is passed over.</summary>
internal sealed class Member<TOwner, TValue>(MemberAccess access) : Member<TOwner>
{
    private readonly Func<TOwner, TValue>? _get = access.Getter as Func<TOwner, TValue>;
    private readonly Action<TOwner, TValue>? _set = access.Setter as Action<TOwner, TValue>;
    private readonly StructGetter<TOwner, TValue>? _getFromStruct = access.Getter as StructGetter<TOwner, TValue>;
    private readonly StructSetter<TOwner, TValue>? _setInStruct = access.Setter as StructSetter<TOwner, TValue>;
    private readonly bool _readable = access.Getter is not null;
    private readonly bool _writable = access.Setter is not null;
    private readonly IMessagePackFormatter<TValue>? _own = access.Formatter as IMessagePackFormatter<TValue>;

    public override void Write(ref MessagePackWriter writer, ref TOwner owner, MessagePackSerializerOptions options)
    {
        if (!_readable)
        {
            writer.WriteNil();
            return;
        }

        var value = typeof(TOwner).IsValueType ? _getFromStruct!(ref owner) : _get!(owner);
        if (Scalar.IsKnown<TValue>() && _own is null) Scalar.Write(ref writer, value);
        else (_own ?? Nested<TValue>.Of(options)).Serialize(ref writer, value, options);
    }

    public override void Read(ref MessagePackReader reader, ref TOwner owner, MessagePackSerializerOptions options)
    {
        if (!_writable)
        {
            reader.Skip();
            return;
        }

        var value = Scalar.IsKnown<TValue>() && _own is null
            ? Scalar.Read<TValue>(ref reader)
            : (_own ?? Nested<TValue>.Of(options)).Deserialize(ref reader, options);
        if (typeof(TOwner).IsValueType) _setInStruct!(ref owner, value);
        else _set!(owner, value);
    }

    public override object? ReadValue(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        (_own ?? Nested<TValue>.Of(options)).Deserialize(ref reader, options);

    public override void Set(ref TOwner owner, object? value)
    {
        if (!_writable) return;
        if (typeof(TOwner).IsValueType) _setInStruct!(ref owner, (TValue)value!);
        else _set!(owner, (TValue)value!);
    }
}

/// <summary>A string: the commonest member has the shortest way.</summary>
internal sealed class TextMember<TOwner>(MemberAccess access) : Member<TOwner>
    where TOwner : class
{
    private readonly Func<TOwner, string?> _get = (Func<TOwner, string?>)access.Getter!;
    private readonly Action<TOwner, string?> _set = (Action<TOwner, string?>)access.Setter!;

    public override void Write(ref MessagePackWriter writer, ref TOwner owner, MessagePackSerializerOptions options)
    {
        if (Nested<string?>.IsBuiltIn(options)) writer.Write(_get(owner));
        else Nested<string?>.Of(options).Serialize(ref writer, _get(owner), options);
    }

    public override void Read(ref MessagePackReader reader, ref TOwner owner, MessagePackSerializerOptions options) =>
        _set(owner, Nested<string?>.IsBuiltIn(options) ? reader.ReadString() : Nested<string?>.Of(options).Deserialize(ref reader, options));

    public override object? ReadValue(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        Nested<string?>.Of(options).Deserialize(ref reader, options);

    public override void Set(ref TOwner owner, object? value) => _set(owner, (string?)value);
}
