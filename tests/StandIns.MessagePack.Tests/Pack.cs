using System.Buffers;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests;

/// <summary>The serializer, with the running test's token.</summary>
internal static class Pack
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static byte[] Serialize<T>(T value, MessagePackSerializerOptions? options = null) => MessagePackSerializer.Serialize(value, options, Token);

    public static byte[] Serialize(Type type, object? value, MessagePackSerializerOptions? options = null) => MessagePackSerializer.Serialize(type, value, options, Token);

    public static T Deserialize<T>(byte[] bytes, MessagePackSerializerOptions? options = null) => MessagePackSerializer.Deserialize<T>(bytes, options, Token);

    public static T Deserialize<T>(in ReadOnlySequence<byte> bytes, MessagePackSerializerOptions? options = null) => MessagePackSerializer.Deserialize<T>(bytes, options, Token);

    public static object? Deserialize(Type type, byte[] bytes, MessagePackSerializerOptions? options = null) => MessagePackSerializer.Deserialize(type, bytes, options, Token);

    public static string ConvertToJson(byte[] bytes, MessagePackSerializerOptions? options = null) => MessagePackSerializer.ConvertToJson(bytes, options, Token);

    public static byte[] ConvertFromJson(string json, MessagePackSerializerOptions? options = null) => MessagePackSerializer.ConvertFromJson(json, options, Token);
}
