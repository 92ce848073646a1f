using System.Reflection;
using MessagePack.Objects;

namespace MessagePack.Formatters;

/// <summary>What objects with numbers for keys and objects with names for keys have in common.</summary>
internal abstract class ObjectFormatter<T> : IMessagePackFormatter<T?>
{
    private static readonly bool Receives = typeof(IMessagePackSerializationCallbackReceiver).IsAssignableFrom(typeof(T));

    private readonly Member<T>?[] _members;
    private readonly int[] _parameterOf;
    private readonly ConstructorInvoker? _constructor;
    private readonly object?[] _missing = [];

    protected ObjectFormatter(MemberAccess?[] members, Construction construction)
    {
        _members = Array.ConvertAll(members, member => (Member<T>?)member?.MakeMember(typeof(T)));
        _parameterOf = new int[members.Length];
        Array.Fill(_parameterOf, -1);
        if (construction.Constructor is not { } constructor) return;
        _constructor = ConstructorInvoker.Create(constructor);
        _missing = new object?[construction.Members.Length];
        for (var i = 0; i < _missing.Length; i++)
        {
            _parameterOf[construction.Members[i]] = i;
            // As the package does: what is missing is the type's default, whatever default the parameter has.
            var type = constructor.GetParameters()[i].ParameterType;
            _missing[i] = type.IsValueType ? Activator.CreateInstance(type) : null;
        }
    }

    protected Member<T>?[] Members => _members;

    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        if (Receives) ((IMessagePackSerializationCallbackReceiver)value).OnBeforeSerialize();
        WriteMembers(ref writer, ref value, options);
    }

    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil()) return default(T) is null ? default(T) : throw Fault.Data($"Unexpected nil for the struct {typeof(T).Name}.");
        options.Security.DepthStep(ref reader);
        T made;
        if (_constructor is null)
        {
            made = Activator.CreateInstance<T>();
            ReadMembers(ref reader, ref made, options);
        }
        else
        {
            made = Construct(ref reader, options);
        }

        reader.Depth--;
        if (Receives) made = Announce(made);
        return made;
    }

    protected abstract void WriteMembers(ref MessagePackWriter writer, ref T value, MessagePackSerializerOptions options);

    /// <summary>Reads the header; how many entries follow.</summary>
    protected abstract int ReadHeader(ref MessagePackReader reader);

    /// <summary>The index of the member that entry <paramref name="entry"/> is of; below zero when nobody knows it. Its value is next.</summary>
    protected abstract int ReadKey(ref MessagePackReader reader, int entry);

    private static T Announce(T made)
    {
        // A struct is told in its box, and comes out of it changed.
        var receiver = (IMessagePackSerializationCallbackReceiver)made!;
        receiver.OnAfterDeserialize();
        return (T)receiver;
    }

    private void ReadMembers(ref MessagePackReader reader, ref T made, MessagePackSerializerOptions options)
    {
        var count = ReadHeader(ref reader);
        for (var entry = 0; entry < count; entry++)
        {
            var index = ReadKey(ref reader, entry);
            var member = (uint)index < (uint)_members.Length ? _members[index] : null;
            if (member is null) reader.Skip();
            else member.Read(ref reader, ref made, options);
        }
    }

    /// <summary>Reads all first, then makes the object, then sets what the constructor did not take.</summary>
    private T Construct(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var arguments = (object?[])_missing.Clone();
        var others = new List<(Member<T> Member, object? Value)>();
        var count = ReadHeader(ref reader);
        for (var entry = 0; entry < count; entry++)
        {
            var index = ReadKey(ref reader, entry);
            var member = (uint)index < (uint)_members.Length ? _members[index] : null;
            if (member is null) reader.Skip();
            else if (_parameterOf[index] >= 0) arguments[_parameterOf[index]] = member.ReadValue(ref reader, options);
            else others.Add((member, member.ReadValue(ref reader, options)));
        }

        var made = (T)_constructor!.Invoke(arguments.AsSpan());
        foreach (var (member, value) in others) member.Set(ref made, value);
        return made;
    }
}

/// <summary>An array, each member at the index that is its key.</summary>
internal sealed class ArrayObjectFormatter<T>(MemberAccess?[] members, Construction construction) : ObjectFormatter<T>(members, construction)
{
    protected override void WriteMembers(ref MessagePackWriter writer, ref T value, MessagePackSerializerOptions options)
    {
        var members = Members;
        writer.WriteArrayHeader(members.Length);
        foreach (var member in members)
        {
            if (member is null) writer.WriteNil();
            else member.Write(ref writer, ref value, options);
        }
    }

    protected override int ReadHeader(ref MessagePackReader reader) => reader.ReadArrayHeader();

    protected override int ReadKey(ref MessagePackReader reader, int entry) => entry;
}
