using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Tests.Wire;

public sealed class EnvelopeTests
{
    private static readonly LogLine s_line = new() { Level = LogLevel.Warning, Text = "说" };
    private readonly EnvelopeWriter _writer = new();

    [Fact]
    public void A_request_comes_back()
    {
        var envelope = Read(_writer.Request(uint.MaxValue, "plugin.log", 5000, s_line));
        Assert.Equal((EnvelopeKind.Request, uint.MaxValue, "plugin.log", 5000), (envelope.Kind, envelope.Id, envelope.Method, envelope.DeadlineMs));
        Assert.Equal(s_line, Decode<LogLine>(envelope));
    }

    [Fact]
    public void A_response_and_a_failure_come_back()
    {
        var response = Read(_writer.Response(7, s_line));
        Assert.Equal((EnvelopeKind.Response, 7u, null), (response.Kind, response.Id, response.Error));
        Assert.Equal(s_line, Decode<LogLine>(response));
        var error = new ContractError { Code = ErrorCodes.Busy, Message = "m", Field = "f", VendorCode = "486", VendorText = "Busy Here", Platform = "web", RetryAfterMs = 5 };
        var failure = Read(_writer.Failure(8, error));
        Assert.Equal(error, failure.Error);
        Assert.True(failure.Payload.IsEmpty);
    }

    [Fact]
    public void A_notification_and_a_cancel_come_back()
    {
        var notification = Read(_writer.Notification("plugin.log", s_line));
        Assert.Equal((EnvelopeKind.Notification, "plugin.log"), (notification.Kind, notification.Method));
        var cancel = Read(_writer.Cancel(9));
        Assert.Equal((EnvelopeKind.Cancel, 9u), (cancel.Kind, cancel.Id));
    }

    [Fact]
    public void The_bytes_are_those_of_the_description()
    {
        Assert.Equal("95000aab706c7567696e2e70696e67cd138890", Convert.ToHexStringLower(_writer.Request(10, "plugin.ping", 5000, Nothing.Instance).Span));
        Assert.Equal("94010ac090", Convert.ToHexStringLower(_writer.Response(10, Nothing.Instance).Span));
        Assert.Equal("92030a", Convert.ToHexStringLower(_writer.Cancel(10).Span));
    }

    [Fact]
    public void Missing_elements_are_nil_and_further_ones_are_ignored()
    {
        Assert.True(Read(Hex("94 00 01 a1 61 c0")).Payload.IsEmpty);
        Assert.Equal(0, Read(Hex("94 00 01 a1 61 c0")).DeadlineMs);
        Assert.Equal(EnvelopeKind.Response, Read(Hex("92 01 01")).Kind);
        Assert.Equal("a", Read(Hex("92 02 a1 61")).Method);
        Assert.Equal(1u, Read(Hex("95 03 01 c0 90 81 01 02")).Id);
        Assert.Equal("a", Read(Hex("97 00 01 a1 61 05 90 c0 c3")).Method);
    }

    [Theory]
    [InlineData("")]
    [InlineData("c0")]
    [InlineData("a3 61 62 63")]
    [InlineData("80")]
    [InlineData("90")]
    [InlineData("91 00")]
    [InlineData("93 00 01 a1 61")] // no deadline
    [InlineData("92 04 01")] // no such kind
    [InlineData("92 ff 01")]
    [InlineData("92 a1 30 01")] // a kind that is text
    [InlineData("92 03 00")] // id 0
    [InlineData("92 03 ff")]
    [InlineData("92 03 cf 00 00 00 01 00 00 00 00")] // an id of 33 bits
    [InlineData("92 02 c0")] // a notification of nothing
    [InlineData("92 02 a0")]
    [InlineData("92 02 07")]
    [InlineData("93 01 01 a1 61")] // an error that is text
    [InlineData("92 03 01 c0")] // a byte too many
    [InlineData("92 03 c1")] // never used
    public void What_is_no_message_is_refused_with_a_line(string hex)
    {
        Assert.False(Envelope.TryRead(Hex(hex), out _, out var error));
        Assert.NotEmpty(error);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void A_message_cut_short_is_refused_at_every_byte()
    {
        var whole = _writer.Request(300, "plugin.log", 70000, s_line).ToArray();
        for (var length = 0; length < whole.Length; length++) Assert.False(Envelope.TryRead(whole.AsMemory(0, length), out _, out _), $"{length} bytes");
        Assert.True(Envelope.TryRead(whole, out _, out _));
    }

    [Fact]
    public void A_method_with_too_long_a_name_is_refused()
    {
        Assert.True(Envelope.TryRead(_writer.Notification(new string('m', MessageLimits.MaxMethodBytes), s_line), out _, out _));
        Assert.False(Envelope.TryRead(_writer.Notification(new string('m', MessageLimits.MaxMethodBytes + 1), s_line), out _, out _));
    }

    [Fact]
    public void No_message_is_longer_than_4_MiB()
    {
        Assert.True(Envelope.TryRead(Filled(MessageLimits.MaxBytes), out var envelope, out _));
        Assert.Equal(MessageLimits.MaxBytes - 4, envelope.Payload.Length);
        Assert.False(Envelope.TryRead(Filled(MessageLimits.MaxBytes + 1), out _, out var error));
        Assert.Contains("4194304", error);
    }

    // A notification "a" with a bin as payload.
    private static byte[] Filled(int length)
    {
        var message = new byte[length];
        Hex("93 02 a1 61 c6").CopyTo(message, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(5), length - 9);
        return message;
    }

    private static Envelope Read(ReadOnlyMemory<byte> message)
    {
        Assert.True(Envelope.TryRead(message, out var envelope, out var error), error);
        return envelope;
    }

    private static T Decode<T>(Envelope envelope)
    {
        Assert.True(MessageCodec.TryDecode<T>(envelope.Payload, out var payload, out var error), error);
        return payload;
    }

    private static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", ""));
}
