using System.Collections;
using System.Reflection;
using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Tests.Surface;

/// <summary>Every message of the contract.</summary>
internal static class Messages
{
    private static readonly MethodInfo s_encode = typeof(MessageCodec).GetMethods().Single(one => one.Name == "Encode" && one.ReturnType == typeof(byte[]));
    private static readonly MethodInfo s_decode = typeof(MessageCodec).GetMethod(nameof(MessageCodec.TryDecode))!;

    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(Method).Assembly.GetExportedTypes().Where(type => type.GetCustomAttribute<MessagePackObjectAttribute>() is not null).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>A message's fields by key.</summary>
    public static IReadOnlyList<(int Key, PropertyInfo Property)> FieldsOf(Type message) =>
        [.. message.GetProperties().Where(property => property.GetCustomAttribute<KeyAttribute>() is not null)
            .Select(property => (property.GetCustomAttribute<KeyAttribute>()!.IntKey!.Value, property)).OrderBy(field => field.Value)];

    public static byte[] Encode(object message) => (byte[])s_encode.MakeGenericMethod(message.GetType()).Invoke(null, [message])!;

    public static object Decode(Type type, ReadOnlyMemory<byte> bytes)
    {
        object?[] arguments = [bytes, null, null];
        Assert.True((bool)s_decode.MakeGenericMethod(type).Invoke(null, arguments)!, $"{type.Name}: {arguments[2]}");
        return arguments[1]!;
    }

    /// <summary>A message with something in each field, another thing in each.</summary>
    public static object Example(Type message)
    {
        var example = Activator.CreateInstance(message)!;
        foreach (var (key, property) in FieldsOf(message)) property.SetValue(example, Value(property.PropertyType, key, property.Name));
        return example;
    }

    // Numbers lie on both sides of the formats' bounds.
    private static object Value(Type type, int key, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return $"{name}-{key}-值";
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 100 + (key * 20);
        if (type == typeof(long)) return 1_700_000_000L + (key * 1_000_000_000L);
        if (type == typeof(byte[])) return new[] { (byte)key, (byte)0xff };
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (type == typeof(IReadOnlyDictionary<string, string>)) return new Dictionary<string, string> { [$"{name}-a"] = "1", [$"{name}-b"] = "二" };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return List(type.GetGenericArguments()[0], key, name);
        return Example(type);
    }

    private static Array List(Type element, int key, string name)
    {
        var list = Array.CreateInstance(element, 2);
        for (var i = 0; i < list.Length; i++) ((IList)list)[i] = Value(element, key + i, name);
        return list;
    }
}
