using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;
using ConfEngine.Transport.Peers.Streams;

namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>One encoding that a peer sends: its packets in, what to ask for out.</summary>
internal sealed class ReceiveLayer(PeerReceiver receiver, ReceiveTrack track, int listed) : SourceLayer(track.Source, listed)
{
    // A sender that changes its SSRC does not go back; packets of the old one are stragglers, unless the new one falls silent.
    private static readonly MediaTime s_silent = MediaTime.FromMilliseconds(500);
    private readonly KeyFrameRequester _requests = new();
    private ReceiveStream? _stream;
    private SenderReport? _report;
    private long _newest;
    private RtpTimestamp? _lastTimestamp;
    private bool _hasTurned;
    private bool _isKeyFrame;
    private byte _firNumber;
    private LayerDelta _told;

    /// <summary>The SSRC that it comes with now; null before the first packet.</summary>
    public Ssrc? Source => _stream?.Ssrc;

    /// <summary>Loss and jitter; null before the first packet.</summary>
    public ReceptionStatistics? Statistics => _stream?.Statistics;

    /// <summary>Packets that a retransmission brought.</summary>
    public long Recovered { get; private set; }

    /// <summary>When <see cref="Collect"/> has something to say; null while it has nothing.</summary>
    public Instant? NextDeadline
    {
        get
        {
            if (_stream is null) return null;
            var missing = _stream.NextDeadline;
            var key = _requests.NextDeadline;
            return missing is null || key < missing ? key ?? missing : missing;
        }
    }

    /// <inheritdoc/>
    public override void WantKeyFrame()
    {
        _requests.Want();
        receiver.Owner.Touch();
    }

    /// <inheritdoc/>
    public override bool TryGetClock(out NtpTime ntp, out RtpTimestamp rtp)
    {
        (ntp, rtp) = _report is { } report ? (report.Ntp, report.Rtp) : default;
        return ntp.Value != 0;
    }

    /// <summary>Takes a packet of media.</summary>
    public void OnPacket(in RtpPacket packet, in PacketExtensions extensions, PayloadEntry entry, Instant arrival, Instant now, bool isRepeated)
    {
        if (!TryActivate(packet.Ssrc, entry, now, isRepeated)) return;
        var reception = _stream!.OnPacket(packet, arrival, isRepeated);
        if (!reception.IsAccepted)
        {
            receiver.Counters.Duplicates++;
            return;
        }

        if (isRepeated) Recovered++;
        var isNewest = reception.Kind == ReceptionKind.Restarted || reception.Sequence > _newest;
        if (reception.Kind == ReceptionKind.Restarted) Restart();
        if (isNewest) _newest = reception.Sequence;
        // A late packet of the codec before is of no use to anybody.
        if (entry.Codec != Codec && !packet.Payload.IsEmpty)
        {
            if (!isNewest) return;
            Codec = entry.Codec;
            Restart();
        }

        Pass(packet, extensions, reception.Sequence, arrival, now);
    }

    /// <summary>Unpacks a packet that was sent again.</summary>
    public void OnRepeated(in RtpPacket packet, in PacketExtensions extensions, PayloadEntry entry, Instant arrival, Instant now)
    {
        // Before the first packet there is nothing to repeat: this is padding that looks for bandwidth.
        if (_stream is null || entry.Repairs is not { } type || !track.Formats.TryGet(type, out var original)) return;
        var buffer = receiver.Owner.Node.RepeatBuffer;
        if (!Retransmission.TryUnwrap(packet, _stream.Ssrc, type, buffer, out var length)) return;
        if (!RtpPacket.TryParse(buffer.AsSpan(0, length), out var restored)) return;
        OnPacket(restored, extensions, original, arrival, now, isRepeated: true);
    }

    /// <summary>Takes its sender's report.</summary>
    public void OnReport(in SenderReport report, Instant arrival)
    {
        if (_stream is null || report.Sender != _stream.Ssrc) return;
        _stream.OnSenderReport(report, arrival);
        if (report.Ntp.Value != 0) _report = report;
    }

    /// <summary>Its sender says that the SSRC ends.</summary>
    public void OnBye(Ssrc ssrc)
    {
        if (_stream?.Ssrc != ssrc) return;
        _stream = null;
        _report = null;
        Restart();
    }

    /// <summary>Adds what is to be asked for.</summary>
    public void Collect(ref FeedbackBatch batch, MediaTime roundTrip, Instant now)
    {
        if (_stream is null) return;
        Span<SequenceNumber> missing = stackalloc SequenceNumber[FeedbackBatch.MaxMissing];
        var count = _stream.CollectMissing(now, roundTrip, missing);
        if (count > 0) batch.AddMissing(_stream.Ssrc, missing[..count]);
        if (_stream.TakeKeyFrameWish() && Users > 0 && Codec is not null) _requests.Want();
        // An encoder that sends nothing hears nothing either, most likely.
        if (!IsLive(now) || Users == 0) _requests.OnKeyFrame();
        if (!_requests.Take(now)) return;
        receiver.Counters.KeyFrameRequests++;
        if (track.Formats.HasOnlyFullIntraRequest) batch.AddFullIntraRequest(_stream.Ssrc, _firNumber++);
        else batch.AddPictureLoss(_stream.Ssrc);
    }

    /// <summary>What has come since the last call.</summary>
    public LayerDelta TakeDelta()
    {
        var received = Statistics?.Received ?? 0;
        var lost = Statistics?.Lost ?? 0;
        var total = new LayerDelta(Frames, Bytes, received + lost, lost, Recovered);
        var delta = total - _told;
        _told = total;
        return delta;
    }

    private bool TryActivate(Ssrc ssrc, PayloadEntry entry, Instant now, bool isRepeated)
    {
        if (_stream?.Ssrc == ssrc) return true;
        if (isRepeated) return false;
        if (_stream is not null && receiver.WasActive(ssrc) && LastPacketAt is { } last && now - last < s_silent)
        {
            receiver.Counters.Duplicates++;
            return false;
        }

        receiver.OnActivated(ssrc);
        _stream = new ReceiveStream(ssrc, entry.ClockRate, track.Formats.HasNack);
        _report = null;
        _newest = long.MinValue;
        _told = _told with { Expected = 0, Lost = 0 };
        Codec = entry.Codec;
        Restart();
        return true;
    }

    private void Restart()
    {
        _lastTimestamp = null;
        Track.OnRestart(this);
    }

    private void Pass(in RtpPacket packet, in PacketExtensions extensions, long sequence, Instant arrival, Instant now)
    {
        var isEntry = Codec is not { } codec || codec.StartsKeyFrame(packet.Payload);
        if (Codec is not null)
        {
            if (isEntry) _requests.OnKeyFrame();
            // A later slice of a key frame looks like its beginning.
            isEntry &= Codec != VideoCodec.H264 || packet.Timestamp != _lastTimestamp;
            _lastTimestamp = packet.Timestamp;
            Turn(packet, extensions, isEntry);
        }

        var passed = new SourcePacket
        {
            Packet = packet,
            Sequence = sequence,
            Marks = new MediaMarks(extensions.AudioLevel, extensions.VideoOrientation),
            IsEntry = isEntry,
            Arrival = arrival,
            Now = now,
        };
        Note(passed);
        if (Users == 0) _stream!.ForgetBefore(sequence);
        Track.Deliver(this, passed);
    }

    // Senders say how a picture is held with the last packet of a key frame, and say nothing when it is upright (3GPP TS 26.114, 7.4.5).
    private void Turn(in RtpPacket packet, in PacketExtensions extensions, bool isEntry)
    {
        if (isEntry) _isKeyFrame = true;
        if (extensions.VideoOrientation is { } orientation)
        {
            QuarterTurns = orientation.QuarterTurns;
            _hasTurned = true;
        }

        if (!packet.Marker) return;
        if (_isKeyFrame && !_hasTurned) QuarterTurns = 0;
        _isKeyFrame = _hasTurned = false;
    }
}
