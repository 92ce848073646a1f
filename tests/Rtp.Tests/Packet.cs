using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Tests;

/// <summary>Packets and times for tests.</summary>
internal static class Packet
{
    /// <summary>The bytes of a packet.</summary>
    public static byte[] Of(int number, uint timestamp = 0, bool marker = false, ReadOnlySpan<byte> payload = default, uint ssrc = 1, byte type = 96)
    {
        var buffer = new byte[1500];
        var writer = new RtpWriter(buffer, new RtpHeader(new PayloadType(type), new SequenceNumber((ushort)number), new RtpTimestamp(timestamp), new Ssrc(ssrc), marker));
        Assert.True(writer.TryAddPayload(payload));
        return buffer[..writer.Finish()];
    }

    /// <summary>Reads bytes that are known to be a packet.</summary>
    public static RtpPacket Parse(ReadOnlySpan<byte> bytes)
    {
        Assert.True(RtpPacket.TryParse(bytes, out var packet));
        return packet;
    }

    /// <summary>A time in milliseconds.</summary>
    public static Instant At(double milliseconds) => new((long)(milliseconds * 1e6));

    /// <summary>A length in milliseconds.</summary>
    public static MediaTime Ms(double milliseconds) => MediaTime.FromMilliseconds(milliseconds);
}
