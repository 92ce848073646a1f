using System.Text;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Tests.Readme;

/// <summary>A short conversation, byte by byte.</summary>
internal static class EnvelopeExamples
{
    public static string Text()
    {
        var writer = new EnvelopeWriter();
        var text = new StringBuilder("```\n");
        var hello = new HelloRequest { ContractFloor = 1, ContractCeiling = 1, HostName = "ConfEngine", HostVersion = "0.1.0", MaxMessageBytes = MessageLimits.MaxBytes };
        Add(text, "host: request 1, plugin.hello within 10 s", writer.Request(1, LifeMethods.Hello.Name, 10_000, hello));
        var who = new HelloResponse { PluginId = "acme.booking", PluginVersion = "1.0.0", ContractFloor = 1, ContractCeiling = 1, Capabilities = [Capabilities.Booking] };
        Add(text, "plugin: response to 1", writer.Response(1, who));
        Add(text, "host: request 300, plugin.ping within 5 s", writer.Request(300, LifeMethods.Ping.Name, 5000, Nothing.Instance));
        Add(text, "plugin: response to 300", writer.Response(300, Nothing.Instance));
        Add(text, "plugin: error to 2", writer.Failure(2, new ContractError { Code = ErrorCodes.MeetingNotFound, Message = "there is no such meeting", Field = "meeting_id" }));
        Add(text, "plugin: notification", writer.Notification(LifeNotices.Log.Name, new LogLine { Level = LogLevel.Warning, Text = "慢" }));
        Add(text, "plugin: the result of operation 7f3a, an empty array in a bin",
            writer.Notification(OperationNotices.Result.Name, new OperationResult { OperationId = "7f3a", Payload = [0x90] }));
        Add(text, "host: cancel of 300", writer.Cancel(300));
        return text.Append("```\n").ToString();
    }

    // Length, head of the array, then one element per line with what it is.
    private static void Add(StringBuilder text, string title, ReadOnlyMemory<byte> message)
    {
        var header = new byte[MessageFraming.HeaderBytes];
        MessageFraming.WriteHeader(header, message.Length);
        text.Append($"{title}\n  {Convert.ToHexStringLower(header)}  length {message.Length}\n  {Convert.ToHexStringLower(message.Span[..1])}  an array of {message.Span[0] & 0x0f}\n");
        var reader = new MessagePackReader(message);
        var count = reader.ReadArrayHeader();
        for (var i = 0; i < count; i++)
        {
            var start = (int)reader.Consumed;
            reader.Skip();
            var element = message[start..(int)reader.Consumed];
            text.Append($"  {Convert.ToHexStringLower(element.Span)}  {MessagePackSerializer.ConvertToJson(element)}\n");
        }
    }
}
