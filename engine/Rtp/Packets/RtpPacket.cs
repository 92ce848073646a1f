using System.Buffers.Binary;
using ConfEngine.Rtp.Extensions;

namespace ConfEngine.Rtp.Packets;

/// <summary>A checked view of an RTP packet (RFC 3550, 5.1). It points into the bytes it was read from and copies nothing.</summary>
public readonly ref struct RtpPacket
{
    /// <summary>Bytes of the header without contributing sources and extensions.</summary>
    public const int FixedHeaderLength = 12;

    private const int Version = 2;
    private readonly ReadOnlySpan<byte> _data;
    private readonly int _extensionStart;
    private readonly int _extensionLength;
    private readonly int _payloadStart;

    private RtpPacket(ReadOnlySpan<byte> data, int extensionStart, int extensionLength, int payloadStart, int padding)
    {
        _data = data;
        _extensionStart = extensionStart;
        _extensionLength = extensionLength;
        _payloadStart = payloadStart;
        PaddingLength = padding;
    }

    /// <summary>The whole packet.</summary>
    public ReadOnlySpan<byte> Data => _data;

    /// <summary>The fixed header.</summary>
    public RtpHeader Header => new(PayloadType, SequenceNumber, Timestamp, Ssrc, Marker);

    /// <summary>The codec.</summary>
    public PayloadType PayloadType => new((byte)(_data[1] & 0x7f));

    /// <summary>The marker bit.</summary>
    public bool Marker => (_data[1] & 0x80) != 0;

    /// <summary>The packet's number.</summary>
    public SequenceNumber SequenceNumber => new(BinaryPrimitives.ReadUInt16BigEndian(_data[2..]));

    /// <summary>The sampling instant.</summary>
    public RtpTimestamp Timestamp => new(BinaryPrimitives.ReadUInt32BigEndian(_data[4..]));

    /// <summary>The stream.</summary>
    public Ssrc Ssrc => new(BinaryPrimitives.ReadUInt32BigEndian(_data[8..]));

    /// <summary>How many contributing sources a mixer named, 0..15.</summary>
    public int ContributingCount => _data[0] & 0x0f;

    /// <summary>Contributing source <paramref name="index"/>.</summary>
    public Ssrc Contributing(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)ContributingCount);
        return new Ssrc(BinaryPrimitives.ReadUInt32BigEndian(_data[(FixedHeaderLength + 4 * index)..]));
    }

    /// <summary>The header extensions; empty when there are none.</summary>
    public ExtensionList Extensions => _extensionStart == 0
        ? default
        : new ExtensionList(BinaryPrimitives.ReadUInt16BigEndian(_data[(_extensionStart - 4)..]),
            _data.Slice(_extensionStart, _extensionLength));

    /// <summary>Bytes before the payload.</summary>
    public int HeaderLength => _payloadStart;

    /// <summary>Bytes of padding behind the payload, its own length byte included.</summary>
    public int PaddingLength { get; }

    /// <summary>What the codec gets: neither extensions nor padding. Empty for a packet of padding only.</summary>
    public ReadOnlySpan<byte> Payload => _data[_payloadStart..^PaddingLength];

    /// <summary>Reads a packet; false when it is no RTP packet or its lengths do not add up.</summary>
    public static bool TryParse(ReadOnlySpan<byte> data, out RtpPacket packet)
    {
        packet = default;
        if (data.Length < FixedHeaderLength || data[0] >> 6 != Version) return false;
        var at = FixedHeaderLength + 4 * (data[0] & 0x0f);
        int extensionStart = 0, extensionLength = 0;
        if ((data[0] & 0x10) != 0)
        {
            if (data.Length < at + 4) return false;
            extensionStart = at + 4;
            extensionLength = 4 * BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
            at = extensionStart + extensionLength;
        }

        if (at > data.Length) return false;
        var padding = 0;
        if ((data[0] & 0x20) != 0)
        {
            // The count includes itself, so 0 is as wrong as more than there is.
            padding = data[^1];
            if (padding == 0 || padding > data.Length - at) return false;
        }

        packet = new RtpPacket(data, extensionStart, extensionLength, at, padding);
        return true;
    }

    /// <summary>True for RTCP on a shared port: its packet types fall on 192..223 (RFC 5761, 4).</summary>
    public static bool IsRtcp(ReadOnlySpan<byte> datagram) =>
        datagram.Length >= 2 && datagram[0] >> 6 == Version && datagram[1] is >= 192 and <= 223;
}
