using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;
using ConfEngine.Transport.Peers.Streams;

namespace ConfEngine.Transport.Peers.Sending;

/// <summary>One SSRC that we send: packets of one source layer at a time, made into one steady stream.</summary>
internal sealed class SendLane
{
    private readonly SendTrack _track;
    private readonly StreamRewriter _rewriter;
    private VideoCodec? _refused;
    private bool _hasRefused;
    private uint _highestReported;
    private bool _hasReport;

    public SendLane(SendTrack track, SendStreamOptions options)
    {
        _track = track;
        Stream = new SendStream(options);
        _rewriter = new StreamRewriter(options.Ssrc, options.ClockRate, isVp8: false);
        RetransmissionSsrc = options.RetransmissionSsrc;
    }

    public SendTrack Track => _track;

    public SendStream Stream { get; }

    public Ssrc? RetransmissionSsrc { get; }

    /// <summary>What is being forwarded.</summary>
    public SourceLayer? Current { get; private set; }

    /// <summary>What is to be forwarded from its next key frame on.</summary>
    public SourceLayer? Target { get; private set; }

    /// <summary>Frames forwarded.</summary>
    public long Frames { get; private set; }

    /// <summary>Bytes forwarded.</summary>
    public long Bytes { get; private set; }

    /// <summary>Packets that the peer missed and was sent again.</summary>
    public long Resent => Stream.Resent;

    /// <summary>The newest time stamp sent.</summary>
    public RtpTimestamp NewestTimestamp { get; private set; }

    /// <summary>Takes up a layer at its next key frame; null to pause.</summary>
    public void SetTarget(SourceLayer? layer)
    {
        if (layer is null)
        {
            Current = Target = null;
            return;
        }

        if (layer == Current)
        {
            Target = null;
            return;
        }

        if (Target == layer)
        {
            // The source may have slept through what was asked before.
            if (_track.Kind == TrackKind.Video) layer.WantKeyFrame();
            return;
        }

        if (layer.Codec is not null && !CanSend(layer.Codec)) return;
        Target = layer;
        layer.Users++;
        if (_track.Kind == TrackKind.Video) layer.WantKeyFrame();
    }

    /// <summary>The layer has begun anew, or has changed its codec.</summary>
    public void OnRestart(SourceLayer layer)
    {
        if (Current != layer) return;
        Current = null;
        if (Target is null) SetTarget(layer);
    }

    /// <summary>The receiver lost its way.</summary>
    public void OnPictureLoss() => (Current ?? Target)?.WantKeyFrame();

    /// <summary>Forwards a packet, when it is of the layer in question.</summary>
    public void OnPacket(SourceLayer layer, in SourcePacket packet)
    {
        if (layer != Current && !TryBegin(layer, packet)) return;
        // What carries nothing is left out where nothing shows the gap; else it goes along empty, so that nobody waits for it.
        if (packet.Packet.Payload.IsEmpty && _rewriter.Skip(packet.Packet)) return;
        if (!_rewriter.TryRewrite(packet.Packet, packet.Arrival, out var rewrite)) return;
        var node = _track.Peer.Node;
        if (!Stream.TryForward(rewrite, packet.Packet.Payload, packet.Marks, packet.Arrival, node.SendBuffer, out var length)) return;
        NewestTimestamp = rewrite.Header.Timestamp;
        Bytes += length;
        if (packet.Packet.Marker) Frames++;
        node.Counters.Forwarded++;
        _track.Peer.Sender.Send(node.SendBuffer.AsSpan(0, length), _track.Extensions, packet.Now);
    }

    /// <summary>Sends again what the receiver misses.</summary>
    public void OnMissing(SequenceNumber number, Instant now)
    {
        var node = _track.Peer.Node;
        // Without a stream of its own a retransmission would need the very nonce of the first (RFC 7714, 8.4).
        if (RetransmissionSsrc is null || !_track.Peer.Sender.Path.MayResend(now)
            || !Stream.TryResend(number, now, _track.Peer.Sender.Path.RoundTripOrGuess, node.SendBuffer, out var length))
        {
            node.Counters.ResendRefused++;
            return;
        }

        node.Counters.Resent++;
        _track.Peer.Sender.Path.OnResent(length);
        _track.Peer.Sender.Send(node.SendBuffer.AsSpan(0, length), _track.Extensions, now);
    }

    /// <summary>Sends padding; false when there is no stream for it.</summary>
    public bool TryProbe(int bytes, Instant now)
    {
        var node = _track.Peer.Node;
        if (!Stream.TryProbe(bytes, NewestTimestamp, node.SendBuffer, out var length)) return false;
        node.Counters.Probes++;
        _track.Peer.Sender.Send(node.SendBuffer.AsSpan(0, length), _track.Extensions, now);
        return true;
    }

    /// <summary>How many packets a report speaks of that the one before did not.</summary>
    public long CountReported(in ReportBlock block)
    {
        var expected = _hasReport ? (int)(block.HighestSequence - _highestReported) : 0;
        _highestReported = block.HighestSequence;
        _hasReport = true;
        return Math.Clamp(expected, 0, 100_000);
    }

    /// <summary>Our report on the stream; false before anything was sent.</summary>
    public bool TryReport(Instant now, out SenderReport report)
    {
        report = default;
        if (!Stream.Statistics.HasSent) return false;
        var wall = _track.Peer.Node.WallAt(now);
        report = Stream.Statistics.MakeReport(now, wall);
        // With the source's own clock sound and pictures stay together as they were taken; the wall clock is ours, for the round trip.
        if (Current is { } layer && layer.Track.Stream is { } stream && stream.ClockOffset is { } offset && layer.TryGetClock(out var ntp, out var rtp))
        {
            var passed = (wall + -offset).Since(ntp);
            report = report with { Rtp = _rewriter.Map(rtp) + (uint)passed.ToUnits(layer.Track.ClockRate) };
        }

        return true;
    }

    private bool TryBegin(SourceLayer layer, in SourcePacket packet)
    {
        if (layer != Target || !packet.IsEntry || packet.Packet.Payload.IsEmpty) return false;
        if (!CanSend(layer.Codec) || !_track.Formats.TryFind(layer.Codec, out var type, out var rtx)) return false;
        Stream.ChangeCodec(type, rtx ?? default);
        _rewriter.IsVp8 = layer.Codec == VideoCodec.Vp8;
        _rewriter.Switch();
        Current = layer;
        Target = null;
        return true;
    }

    private bool CanSend(VideoCodec? codec)
    {
        if (_track.Formats.TryFind(codec, out _, out _))
        {
            _hasRefused = false;
            return true;
        }

        if (!_hasRefused || _refused != codec) _track.Peer.Node.Counters.NoCodec++;
        _hasRefused = true;
        _refused = codec;
        return false;
    }
}
