using MessagePack.Objects;

namespace MessagePack.Formatters;

internal sealed class PairFormatter<TKey, TValue> : IMessagePackFormatter<KeyValuePair<TKey, TValue>>
{
    public void Serialize(ref MessagePackWriter writer, KeyValuePair<TKey, TValue> value, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(2);
        Nested<TKey>.Of(options).Serialize(ref writer, value.Key, options);
        Nested<TValue>.Of(options).Serialize(ref writer, value.Value, options);
    }

    public KeyValuePair<TKey, TValue> Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.ReadArrayHeader() != 2) throw Fault.Data("A pair has two elements.");
        options.Security.DepthStep(ref reader);
        var pair = new KeyValuePair<TKey, TValue>(Nested<TKey>.Of(options).Deserialize(ref reader, options), Nested<TValue>.Of(options).Deserialize(ref reader, options));
        reader.Depth--;
        return pair;
    }
}

internal sealed class TupleFormatter<T1, T2> : IMessagePackFormatter<(T1, T2)>
{
    public void Serialize(ref MessagePackWriter writer, (T1, T2) value, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(2);
        Nested<T1>.Of(options).Serialize(ref writer, value.Item1, options);
        Nested<T2>.Of(options).Serialize(ref writer, value.Item2, options);
    }

    public (T1, T2) Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.ReadArrayHeader() != 2) throw Fault.Data("Invalid ValueTuple count");
        options.Security.DepthStep(ref reader);
        var tuple = (Nested<T1>.Of(options).Deserialize(ref reader, options), Nested<T2>.Of(options).Deserialize(ref reader, options));
        reader.Depth--;
        return tuple;
    }
}

internal sealed class TupleFormatter<T1, T2, T3> : IMessagePackFormatter<(T1, T2, T3)>
{
    public void Serialize(ref MessagePackWriter writer, (T1, T2, T3) value, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(3);
        Nested<T1>.Of(options).Serialize(ref writer, value.Item1, options);
        Nested<T2>.Of(options).Serialize(ref writer, value.Item2, options);
        Nested<T3>.Of(options).Serialize(ref writer, value.Item3, options);
    }

    public (T1, T2, T3) Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.ReadArrayHeader() != 3) throw Fault.Data("Invalid ValueTuple count");
        options.Security.DepthStep(ref reader);
        var tuple = (Nested<T1>.Of(options).Deserialize(ref reader, options), Nested<T2>.Of(options).Deserialize(ref reader, options),
            Nested<T3>.Of(options).Deserialize(ref reader, options));
        reader.Depth--;
        return tuple;
    }
}
