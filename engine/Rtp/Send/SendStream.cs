using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Rtp.Send;

/// <summary>The sending end of one RTP stream: writes packets for its receiver, keeps them to be sent again, and counts them.
/// Transport-wide
/// numbers and send times are left blank for <see cref="SendStamp"/>, which knows when a packet really leaves.</summary>
public sealed class SendStream
{
    private readonly SendStreamOptions _options;
    private readonly RetransmissionCache? _cache;
    private SequenceNumber _next;
    private SequenceNumber _nextRetransmission;
    private PayloadType _retransmissionType;

    /// <summary>Makes a stream that has sent nothing.</summary>
    public SendStream(SendStreamOptions options)
    {
        _options = options;
        _cache = options.Kept > 0 ? new RetransmissionCache(options.Kept) : null;
        PayloadType = options.PayloadType;
        _retransmissionType = options.RetransmissionType;
        _next = _nextRetransmission = new SequenceNumber(options.FirstSequence);
        Statistics = new SendStatistics(options.Ssrc, options.ClockRate);
    }

    /// <summary>The stream.</summary>
    public Ssrc Ssrc => _options.Ssrc;

    /// <summary>The payload type that packets go out with; changes with the codec of the source.</summary>
    public PayloadType PayloadType { get; private set; }

    /// <summary>What was sent, for reports.</summary>
    public SendStatistics Statistics { get; }

    /// <summary>Packets sent again.</summary>
    public long Resent { get; private set; }

    /// <summary>What follows is of another codec. Packets of the one before are not sent again: their retransmissions would need its payload
    /// type.</summary>
    /// <param name="payloadType">Of the media.</param>
    /// <param name="retransmissionType">Of its retransmissions.</param>
    public void ChangeCodec(PayloadType payloadType, PayloadType retransmissionType)
    {
        if (payloadType == PayloadType && retransmissionType == _retransmissionType) return;
        PayloadType = payloadType;
        _retransmissionType = retransmissionType;
        _cache?.Clear();
    }

    /// <summary>Writes a packet of media that is made here; sequence numbers count up by themselves.</summary>
    /// <param name="timestamp">When it was taken.</param>
    /// <param name="marker">The marker bit.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="marks">What goes along.</param>
    /// <param name="now">The time.</param>
    /// <param name="buffer">Gets the packet.</param>
    /// <param name="length">Bytes of the packet.</param>
    /// <returns>False when it does not fit.</returns>
    public bool TryWrite(
        RtpTimestamp timestamp, bool marker, ReadOnlySpan<byte> payload, in MediaMarks marks, Instant now, Span<byte> buffer,
            out int length)
    {
        var rewrite = new Rewrite(new RtpHeader(PayloadType, _next, timestamp, _options.Ssrc, marker));
        if (!TryForward(rewrite, payload, marks, now, buffer, out length)) return false;
        _next = _next.Next;
        return true;
    }

    /// <summary>Writes a packet of somebody else's media.</summary>
    /// <param name="rewrite">From <see cref="StreamRewriter"/>; payload type and SSRC become this stream's.</param>
    /// <param name="payload">The payload as it came.</param>
    /// <param name="marks">What goes along.</param>
    /// <param name="now">When it came.</param>
    /// <param name="buffer">Gets the packet.</param>
    /// <param name="length">Bytes of the packet.</param>
    /// <returns>False when it does not fit.</returns>
    public bool TryForward(
        in Rewrite rewrite, ReadOnlySpan<byte> payload, in MediaMarks marks, Instant now, Span<byte> buffer, out int length)
    {
        length = 0;
        if (buffer.Length < RtpPacket.FixedHeaderLength) return false;
        var writer = new RtpWriter(buffer, rewrite.Header with { PayloadType = PayloadType, Ssrc = _options.Ssrc });
        AddExtensions(ref writer, marks);
        if (!writer.TryAddPayload(payload)) return false;
        length = writer.Finish();
        rewrite.Apply(buffer.Slice(length - payload.Length, payload.Length));
        if (!RtpPacket.TryParse(buffer[..length], out var packet)) return false;
        Statistics.OnPacket(packet, now);
        _cache?.Add(packet, now);
        return true;
    }

    /// <summary>Writes a packet again that the receiver has missed.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="now">The time.</param>
    /// <param name="roundTrip">One sent again less than this ago is still under way.</param>
    /// <param name="buffer">Gets the packet.</param>
    /// <param name="length">Bytes of the packet.</param>
    /// <returns>False when it is not kept any more, or under way, or does not fit.</returns>
    public bool TryResend(SequenceNumber number, Instant now, MediaTime roundTrip, Span<byte> buffer, out int length)
    {
        length = 0;
        if (_cache is null || !_cache.TryTake(number, now, roundTrip, out var packet)) return false;
        if (_options.RetransmissionSsrc is { } ssrc)
        {
            if (!RetransmissionCache.TryWrap(packet, ssrc, _retransmissionType, _nextRetransmission, buffer, out length))
                return false;
            RenameLayer(buffer[..length]);
            _nextRetransmission = _nextRetransmission.Next;
        }
        else
        {
            if (!packet.Data.TryCopyTo(buffer)) return false;
            length = packet.Data.Length;
        }

        Resent++;
        return true;
    }

    /// <summary>Writes padding on the retransmission stream, where it disturbs nothing: to find out whether the path can take
    /// more.</summary>
    /// <param name="padding">1..255 bytes.</param>
    /// <param name="timestamp">The stream's newest time stamp.</param>
    /// <param name="buffer">Gets the packet.</param>
    /// <param name="length">Bytes of the packet.</param>
    /// <returns>False when there is no retransmission stream or no room.</returns>
    public bool TryProbe(int padding, RtpTimestamp timestamp, Span<byte> buffer, out int length)
    {
        length = 0;
        if (_options.RetransmissionSsrc is not { } ssrc || buffer.Length < RtpPacket.FixedHeaderLength) return false;
        var writer = new RtpWriter(buffer, new RtpHeader(_retransmissionType, _nextRetransmission, timestamp, ssrc, false));
        AddExtensions(ref writer, default);
        if (!writer.TryAddPadding(padding)) return false;
        _nextRetransmission = _nextRetransmission.Next;
        length = writer.Finish();
        return true;
    }

    // On the retransmission stream the layer goes by another name (RFC 8852, 3.2): what differs is the extension's number.
    private void RenameLayer(Span<byte> packet)
    {
        var (rid, repaired) = (_options.Extensions.IdOf(ExtensionKind.Rid), _options.Extensions.IdOf(ExtensionKind.RepairedRid));
        if (_options.Rid.IsEmpty || rid == 0 || repaired is 0 or > 14 || !RtpPacket.TryParse(packet, out var view)) return;
        foreach (var element in view.Extensions)
        {
            if (element.Id != rid || !((ReadOnlySpan<byte>)packet).Overlaps(element.Value, out var at)) continue;
            packet[at - 1] = (byte)(repaired << 4 | packet[at - 1] & 0x0f);
            return;
        }
    }

    private void AddExtensions(ref RtpWriter writer, in MediaMarks marks)
    {
        Span<byte> value = stackalloc byte[4];
        Add(ref writer, ExtensionKind.Mid, _options.Mid.Span);
        Add(ref writer, ExtensionKind.Rid, _options.Rid.Span);
        if (marks.AudioLevel is { } level)
        {
            level.Write(value);
            Add(ref writer, ExtensionKind.AudioLevel, value[..AudioLevel.Length]);
        }

        if (marks.VideoOrientation is { } orientation)
        {
            orientation.Write(value);
            Add(ref writer, ExtensionKind.VideoOrientation, value[..VideoOrientation.Length]);
        }

        value.Clear();
        Add(ref writer, ExtensionKind.AbsoluteSendTime, value[..AbsoluteSendTime.Length]);
        Add(ref writer, ExtensionKind.TransportSequence, value[..SendStamp.SequenceLength]);
    }

    private void Add(ref RtpWriter writer, ExtensionKind kind, scoped ReadOnlySpan<byte> value)
    {
        var id = _options.Extensions.IdOf(kind);
        if (id != 0 && !value.IsEmpty) writer.TryAddExtension(id, value);
    }
}
