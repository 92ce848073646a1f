using MessagePack.Formatters;

namespace MessagePack.Objects;

/// <summary>Formatters of arrays, collections, nullable values and tuples, made for the types inside them.</summary>
internal static class CollectionFormatters
{
    public static IMessagePackFormatter? Find(Type type)
    {
        if (type.IsSZArray) return Generic.Make<IMessagePackFormatter>(typeof(ArrayFormatter<>), type.GetElementType()!);
        if (!type.IsConstructedGenericType) return null;
        var open = type.GetGenericTypeDefinition();
        var inner = type.GetGenericArguments();
        if (open == typeof(Nullable<>)) return Generic.Make<IMessagePackFormatter>(typeof(NullableFormatter<>), inner);
        if (open == typeof(KeyValuePair<,>)) return Generic.Make<IMessagePackFormatter>(typeof(PairFormatter<,>), inner);
        if (open == typeof(List<>) || open == typeof(IReadOnlyList<>) || open == typeof(IList<>) || open == typeof(IReadOnlyCollection<>) ||
            open == typeof(ICollection<>) || open == typeof(IEnumerable<>))
        {
            return Generic.Make<IMessagePackFormatter>(typeof(ListFormatter<,>), type, inner[0]);
        }

        if (open == typeof(HashSet<>) || open == typeof(ISet<>) || open == typeof(IReadOnlySet<>))
            return Generic.Make<IMessagePackFormatter>(typeof(SetFormatter<,>), type, inner[0]);
        if (open == typeof(Dictionary<,>) || open == typeof(IReadOnlyDictionary<,>) || open == typeof(IDictionary<,>))
            return Generic.Make<IMessagePackFormatter>(typeof(DictionaryFormatter<,,>), type, inner[0], inner[1]);
        if (open == typeof(ValueTuple<,>)) return Generic.Make<IMessagePackFormatter>(typeof(TupleFormatter<,>), inner);
        if (open == typeof(ValueTuple<,,>)) return Generic.Make<IMessagePackFormatter>(typeof(TupleFormatter<,,>), inner);
        return null;
    }
}
