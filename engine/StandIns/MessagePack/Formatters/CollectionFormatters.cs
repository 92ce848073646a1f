using MessagePack.Objects;

namespace MessagePack.Formatters;

internal sealed class ArrayFormatter<T> : IMessagePackFormatter<T[]?>
{
    public void Serialize(ref MessagePackWriter writer, T[]? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(value.Length);
        var formatter = Nested<T>.Of(options);
        foreach (var item in value)
        {
            writer.CancellationToken.ThrowIfCancellationRequested();
            formatter.Serialize(ref writer, item, options);
        }
    }

    public T[]? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil()) return null;
        var count = reader.ReadArrayHeader();
        if (count == 0) return [];
        var array = new T[count];
        var formatter = Nested<T>.Of(options);
        options.Security.DepthStep(ref reader);
        for (var i = 0; i < array.Length; i++)
        {
            reader.CancellationToken.ThrowIfCancellationRequested();
            array[i] = formatter.Deserialize(ref reader, options);
        }
        reader.Depth--;
        return array;
    }
}

/// <summary>List and the interfaces that a list has.</summary>
internal sealed class ListFormatter<TList, T> : IMessagePackFormatter<TList?>
    where TList : class, IEnumerable<T>
{
    public void Serialize(ref MessagePackWriter writer, TList? value, MessagePackSerializerOptions options)
    {
        var formatter = Nested<T>.Of(options);
        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case IReadOnlyList<T> list:
                // By index: an enumerator behind an interface is an allocation.
                var count = list.Count;
                writer.WriteArrayHeader(count);
                for (var i = 0; i < count; i++) formatter.Serialize(ref writer, list[i], options);
                break;
            case IReadOnlyCollection<T> collection:
                writer.WriteArrayHeader(collection.Count);
                foreach (var item in collection) formatter.Serialize(ref writer, item, options);
                break;
            default:
                var all = value.ToList();
                writer.WriteArrayHeader(all.Count);
                foreach (var item in all) formatter.Serialize(ref writer, item, options);
                break;
        }
    }

    public TList? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil()) return null;
        var count = reader.ReadArrayHeader();
        var list = new List<T>(count);
        var formatter = Nested<T>.Of(options);
        options.Security.DepthStep(ref reader);
        for (var i = 0; i < count; i++)
        {
            reader.CancellationToken.ThrowIfCancellationRequested();
            list.Add(formatter.Deserialize(ref reader, options));
        }
        reader.Depth--;
        return (TList)(object)list;
    }
}

internal sealed class SetFormatter<TSet, T> : IMessagePackFormatter<TSet?>
    where TSet : class, IEnumerable<T>
{
    public void Serialize(ref MessagePackWriter writer, TSet? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(value.Count());
        var formatter = Nested<T>.Of(options);
        foreach (var item in value) formatter.Serialize(ref writer, item, options);
    }

    public TSet? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil()) return null;
        var count = reader.ReadArrayHeader();
        var set = new HashSet<T>(options.Security.GetEqualityComparer<T>());
        var formatter = Nested<T>.Of(options);
        options.Security.DepthStep(ref reader);
        for (var i = 0; i < count; i++) set.Add(formatter.Deserialize(ref reader, options));
        reader.Depth--;
        return (TSet)(object)set;
    }
}

/// <summary>Dictionary and the interfaces that it has.</summary>
internal sealed class DictionaryFormatter<TMap, TKey, TValue> : IMessagePackFormatter<TMap?>
    where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    public void Serialize(ref MessagePackWriter writer, TMap? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        var keys = Nested<TKey>.Of(options);
        var values = Nested<TValue>.Of(options);
        if (value is Dictionary<TKey, TValue> dictionary)
        {
            writer.WriteMapHeader(dictionary.Count);
            foreach (var (key, item) in dictionary)
            {
                keys.Serialize(ref writer, key, options);
                values.Serialize(ref writer, item, options);
            }
            return;
        }

        writer.WriteMapHeader(value.Count());
        foreach (var (key, item) in value)
        {
            keys.Serialize(ref writer, key, options);
            values.Serialize(ref writer, item, options);
        }
    }

    public TMap? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil()) return null;
        var count = reader.ReadMapHeader();
        var map = new Dictionary<TKey, TValue>(count, options.Security.GetEqualityComparer<TKey>());
        var keys = Nested<TKey>.Of(options);
        var values = Nested<TValue>.Of(options);
        options.Security.DepthStep(ref reader);
        for (var i = 0; i < count; i++)
        {
            reader.CancellationToken.ThrowIfCancellationRequested();
            var key = keys.Deserialize(ref reader, options);
            if (key is null) throw Fault.Data("A map's key is nil.");
            if (!map.TryAdd(key, values.Deserialize(ref reader, options))) throw Fault.Data("A map has a key twice.");
        }
        reader.Depth--;
        return (TMap)(object)map;
    }
}
