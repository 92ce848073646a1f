using System.Buffers.Binary;
using System.Numerics;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>REMB: the total rate a receiver believes its path can take (draft-alvestrand-rmcat-remb-03, 2.2).</summary>
public readonly ref struct ReceiverEstimate
{
    private const uint Identifier = 0x52454d42; // "REMB"
    private readonly ReadOnlySpan<byte> _sources;

    private ReceiverEstimate(long bitsPerSecond, ReadOnlySpan<byte> sources)
    {
        BitsPerSecond = bitsPerSecond;
        _sources = sources;
    }

    /// <summary>The rate.</summary>
    public long BitsPerSecond { get; }

    /// <summary>How many streams share it.</summary>
    public int SourceCount => _sources.Length / 4;

    /// <summary>Stream <paramref name="index"/> of those that share the rate.</summary>
    public Ssrc Source(int index) => new(BinaryPrimitives.ReadUInt32BigEndian(_sources[(4 * index)..]));

    /// <summary>Reads the estimate; false for anything else, and for a rate beyond 64 bits.</summary>
    public static bool TryRead(in RtcpPacket packet, out ReceiverEstimate estimate)
    {
        estimate = default;
        var body = packet.Body;
        if (!packet.IsFeedback(RtcpType.PayloadFeedback, PayloadFormat.Application) || body.Length < 16) return false;
        if (BinaryPrimitives.ReadUInt32BigEndian(body[8..]) != Identifier) return false;
        var sources = 4 * body[12];
        var exponent = body[13] >> 2;
        var mantissa = (body[13] & 3L) << 16 | BinaryPrimitives.ReadUInt16BigEndian(body[14..]);
        if (body.Length < 16 + sources || exponent > 45) return false;
        estimate = new ReceiverEstimate(mantissa << exponent, body.Slice(16, sources));
        return true;
    }

    internal static void Write(Span<byte> body, long bitsPerSecond, ReadOnlySpan<Ssrc> sources)
    {
        BinaryPrimitives.WriteUInt32BigEndian(body, Identifier);
        var exponent = Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)bitsPerSecond) - 18);
        var mantissa = (uint)(bitsPerSecond >> exponent);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], (uint)sources.Length << 24 | (uint)exponent << 18 | mantissa);
        for (var i = 0; i < sources.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(body[(8 + 4 * i)..], sources[i].Value);
    }
}
