using System.Reflection;
using MessagePack.Objects;

namespace MessagePack.Formatters;

/// <summary>One of several kinds: an array of the kind's key and the object.</summary>
internal sealed class UnionFormatter<T> : IMessagePackFormatter<T?>
    where T : class
{
    private readonly Dictionary<int, Kind> _byKey = [];
    private readonly Dictionary<Type, (int Key, Kind Kind)> _byType = [];

    public UnionFormatter()
    {
        foreach (var union in typeof(T).GetCustomAttributes<UnionAttribute>(inherit: false))
        {
            if (!typeof(T).IsAssignableFrom(union.SubType)) throw Fault.Data($"{union.SubType} is named in [Union] but is no {typeof(T)}.");
            var kind = Generic.Make<Kind>(typeof(Kind<>), [typeof(T), union.SubType]);
            if (!_byKey.TryAdd(union.Key, kind)) throw Fault.Data($"Same union key has found. Type:{typeof(T).Name} Key:{union.Key}");
            if (!_byType.TryAdd(union.SubType, (union.Key, kind))) throw Fault.Data($"Same union subType has found. Type:{typeof(T).Name} SubType: {union.SubType}");
        }
    }

    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options)
    {
        if (value is null || !_byType.TryGetValue(value.GetType(), out var found))
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(2);
        writer.Write(found.Key);
        found.Kind.Serialize(ref writer, value, options);
    }

    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil()) return null;
        if (reader.ReadArrayHeader() != 2) throw Fault.Data($"Invalid Union data was detected. Type:{typeof(T).Name}");
        options.Security.DepthStep(ref reader);
        T? value = null;
        if (_byKey.TryGetValue(reader.ReadInt32(), out var kind)) value = kind.Deserialize(ref reader, options);
        else reader.Skip();
        reader.Depth--;
        return value;
    }

    private abstract class Kind
    {
        public abstract void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options);

        public abstract T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options);
    }

    private sealed class Kind<TSub> : Kind
        where TSub : class, T
    {
        public override void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options) =>
            Nested<TSub>.Of(options).Serialize(ref writer, (TSub)value, options);

        public override T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
            Nested<TSub>.Of(options).Deserialize(ref reader, options);
    }
}
