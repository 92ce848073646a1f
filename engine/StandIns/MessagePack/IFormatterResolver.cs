using MessagePack.Formatters;

namespace MessagePack;

public interface IFormatterResolver
{
    IMessagePackFormatter<T>? GetFormatter<T>();
}

public static class FormatterResolverExtensions
{
    /// <exception cref="FormatterNotRegisteredException">The resolver has none for <typeparamref name="T"/>.</exception>
    public static IMessagePackFormatter<T> GetFormatterWithVerify<T>(this IFormatterResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        return resolver.GetFormatter<T>()
            ?? throw new FormatterNotRegisteredException($"{typeof(T).FullName} is not registered in resolver: {resolver.GetType()}. Mark it with [MessagePackObject], or give a formatter for it.");
    }
}

public class FormatterNotRegisteredException(string? message) : MessagePackSerializationException(message);
