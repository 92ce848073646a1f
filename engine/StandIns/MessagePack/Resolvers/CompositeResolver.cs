using System.Runtime.CompilerServices;
using MessagePack.Formatters;

namespace MessagePack.Resolvers;

/// <summary>Asks formatters first and resolvers then, in their order.</summary>
public static class CompositeResolver
{
    public static IFormatterResolver Create(IReadOnlyList<IMessagePackFormatter> formatters, IReadOnlyList<IFormatterResolver> resolvers)
    {
        ArgumentNullException.ThrowIfNull(formatters);
        ArgumentNullException.ThrowIfNull(resolvers);
        return new Asking([.. formatters], [.. resolvers]);
    }

    public static IFormatterResolver Create(params IFormatterResolver[] resolvers) => Create([], resolvers);

    public static IFormatterResolver Create(params IMessagePackFormatter[] formatters) => Create(formatters, []);

    private sealed class Asking(IMessagePackFormatter[] formatters, IFormatterResolver[] resolvers) : IFormatterResolver
    {
        // Ephemerons: an answer goes with its type.
        private readonly ConditionalWeakTable<Type, StrongBox<IMessagePackFormatter?>> _answers = [];

        public IMessagePackFormatter<T>? GetFormatter<T>()
        {
            if (!_answers.TryGetValue(typeof(T), out var answer))
            {
                answer = new StrongBox<IMessagePackFormatter?>(Ask<T>());
                _answers.TryAdd(typeof(T), answer);
            }

            return (IMessagePackFormatter<T>?)answer.Value;
        }

        private IMessagePackFormatter<T>? Ask<T>()
        {
            foreach (var formatter in formatters)
                if (formatter is IMessagePackFormatter<T> found) return found;
            foreach (var resolver in resolvers)
                if (resolver.GetFormatter<T>() is { } found) return found;
            return null;
        }
    }
}
