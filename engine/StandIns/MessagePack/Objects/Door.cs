using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace MessagePack.Objects;

/// <summary>From a <see cref="Type"/> to the generic serializer, made once for a type and forgotten with it.</summary>
internal abstract class Door
{
    // Ephemerons: neither key nor value keeps a type of a collectible load context alive.
    private static readonly ConditionalWeakTable<Type, Door> Known = [];

    public static Door Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Known.GetValue(type, static type => Generic.Make<Door>(typeof(Door<>), type));
    }

    public abstract bool IsKnown(MessagePackSerializerOptions options);

    public abstract void Serialize(ref MessagePackWriter writer, object? value, MessagePackSerializerOptions? options);

    public abstract object? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions? options);
}

internal sealed class Door<T> : Door
{
    public override bool IsKnown(MessagePackSerializerOptions options) => typeof(T) != typeof(object) && options.Resolver.GetFormatter<T>() is not null;

    public override void Serialize(ref MessagePackWriter writer, object? value, MessagePackSerializerOptions? options)
    {
        T typed;
        try
        {
            typed = (T)value!;
        }
        catch (Exception fault) when (fault is InvalidCastException or NullReferenceException)
        {
            throw new MessagePackSerializationException($"Failed to serialize {typeof(T).FullName} value: {value?.GetType().FullName ?? "null"} is none.", fault);
        }
        MessagePackSerializer.Serialize(ref writer, typed, options);
    }

    public override object? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions? options) =>
        MessagePackSerializer.Deserialize<T>(ref reader, options);
}

/// <summary>Makes instances of generic types whose arguments are known at run time only.</summary>
internal static class Generic
{
    public static TBase Make<TBase>(Type definition, params Type[] arguments) => Make<TBase>(definition, arguments, []);

    public static TBase Make<TBase>(Type definition, Type[] arguments, params object?[] parameters)
    {
        try
        {
            const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
            return (TBase)Activator.CreateInstance(definition.MakeGenericType(arguments), Any, null, parameters, null)!;
        }
        catch (TargetInvocationException fault) when (fault.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
