using MessagePack.Formatters;
using MessagePack.Objects;

namespace MessagePack.Resolvers;

/// <summary>Formatters of built-in types, collections, enumerations, and of types with <see cref="MessagePackObjectAttribute"/> or <see cref="UnionAttribute"/>.</summary>
public sealed class StandardResolver : IFormatterResolver
{
    public static readonly StandardResolver Instance = new();

    private StandardResolver()
    {
    }

    /// <exception cref="MessagePackSerializationException">The type is marked, but in a way that cannot work.</exception>
    public IMessagePackFormatter<T>? GetFormatter<T>() => Cache<T>.Get();

    /// <summary>Lives and goes with <typeparamref name="T"/>, also when that is of a collectible load context.</summary>
    private static class Cache<T>
    {
        private static readonly IMessagePackFormatter<T>? Formatter;
        private static readonly string? Fault;

        static Cache()
        {
            try
            {
                Formatter = (IMessagePackFormatter<T>?)FormatterFinder.Find(typeof(T));
            }
            catch (MessagePackSerializationException fault)
            {
                Fault = fault.Message;
            }
        }

        public static IMessagePackFormatter<T>? Get() => Fault is null ? Formatter : throw new MessagePackSerializationException(Fault);
    }
}
