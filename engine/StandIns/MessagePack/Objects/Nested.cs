using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace MessagePack.Objects;

/// <summary>The formatter of a value inside another. The standard resolver's is looked up once; any other resolver is asked each time.</summary>
internal static class Nested<T>
{
    private static IMessagePackFormatter<T>? _standard;

    /// <summary>Whether the standard resolver's formatter is the one, so that a caller who knows what it does may do it.</summary>
    public static bool IsBuiltIn(MessagePackSerializerOptions options) => ReferenceEquals(options.Resolver, StandardResolver.Instance);

    public static IMessagePackFormatter<T> Of(MessagePackSerializerOptions options) =>
        ReferenceEquals(options.Resolver, StandardResolver.Instance)
            ? _standard ??= StandardResolver.Instance.GetFormatterWithVerify<T>()
            : options.Resolver.GetFormatterWithVerify<T>();
}
