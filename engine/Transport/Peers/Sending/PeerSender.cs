using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;
using ConfEngine.Transport.Peers.Receiving;

namespace ConfEngine.Transport.Peers.Sending;

/// <summary>Everything that is sent to a peer.</summary>
internal sealed class PeerSender(Peer peer)
{
    /// <summary>Bytes that protection, UDP and IP add to a packet.</summary>
    public const int Overhead = 16 + 8 + 20;

    private readonly List<SendTrack> _tracks = [];
    private readonly Dictionary<uint, SendLane> _lanes = [];
    private readonly Prober _prober = new();
    private long _wanted;

    public List<SendTrack> Tracks => _tracks;

    /// <summary>How many videos it plays.</summary>
    public int VideoCount
    {
        get
        {
            var count = 0;
            foreach (var track in _tracks)
                if (track.Kind == TrackKind.Video && track.IsOpen)
                    count++;
            return count;
        }
    }

    public PathMeter Path { get; } = new(peer.Node.Options);

    /// <summary>When <see cref="OnTimer"/> has something to do; null while it has nothing.</summary>
    public Instant? NextDeadline => _prober.NextDeadline;

    public void Add(SendTrack track)
    {
        _tracks.Add(track);
        foreach (var lane in track.Lanes) _lanes[lane.Stream.Ssrc.Value] = lane;
        FindFeedback();
    }

    public void Remove(SendTrack track)
    {
        _tracks.Remove(track);
        foreach (var lane in track.Lanes) _lanes.Remove(lane.Stream.Ssrc.Value);
        FindFeedback();
    }

    /// <summary>Stamps, encrypts and queues a packet.</summary>
    public void Send(Span<byte> packet, ExtensionMap extensions, Instant now)
    {
        SendStamp.TryApply(packet, extensions, Path.History, Overhead, now);
        if (!peer.TrySendRtp(packet)) return;
        Path.Sent.Add(packet.Length + Overhead, now);
    }

    /// <summary>Takes what RTCP says about what we send.</summary>
    public void OnRtcp(in RtcpPacket packet, Instant now)
    {
        for (var i = 0; ReportBlock.TryRead(packet, i, out var block); i++)
            if (_lanes.TryGetValue(block.Source.Value, out var reported))
                Path.OnReport(block, reported.CountReported(block), peer.Node.WallAt(now), now);
        if (packet.IsFeedback(RtcpType.PayloadFeedback, PayloadFormat.PictureLoss) && _lanes.TryGetValue(packet.Media.Value, out var lost))
            lost.OnPictureLoss();
        for (var i = 0; FullIntraRequest.TryRead(packet, i, out var request); i++)
            if (_lanes.TryGetValue(request.Source.Value, out var asked))
                asked.OnPictureLoss();
        if (NackList.TryOpen(packet, out var missing) && _lanes.TryGetValue(packet.Media.Value, out var lane))
            while (missing.TryRead(out var number)) lane.OnMissing(number, now);
        if (ReceiverEstimate.TryRead(packet, out var estimate)) Path.OnReceiverEstimate(estimate.BitsPerSecond);
        if (Path.HasFeedback && TransportFeedback.TryRead(packet, out var feedback)) Path.OnFeedback(feedback, now);
    }

    /// <summary>Shares the path among the tracks anew.</summary>
    public void ChooseLayers(Instant now)
    {
        if (_tracks.Count == 0) return;
        var estimate = Path.BitsPerSecond;
        _wanted = LayerChoice.Apply(_tracks, estimate, now);
        _prober.Set(Path.HasFeedback && peer.CanSend && _wanted > estimate, now);
    }

    public void OnTimer(Instant now)
    {
        if (_prober.NextDeadline <= now)
            _prober.OnTimer(_tracks, Math.Min(Path.BitsPerSecond, _wanted) - Path.Sent.BitsPerSecond(now), now);
    }

    /// <summary>Adds the reports that are due once a second.</summary>
    public void Report(ref FeedbackBatch batch, Instant now)
    {
        foreach (var track in _tracks)
            foreach (var lane in track.Lanes)
                if (lane.TryReport(now, out var report))
                    batch.AddReport(report, track.Cname);
    }

    /// <summary>Says that everything ends.</summary>
    public void Leave(ref FeedbackBatch batch)
    {
        Span<Ssrc> one = stackalloc Ssrc[1];
        foreach (var lane in _lanes.Values)
        {
            one[0] = lane.Stream.Ssrc;
            batch.AddBye(one);
        }
    }

    private void FindFeedback()
    {
        Path.HasFeedback = false;
        foreach (var track in _tracks)
            Path.HasFeedback |= track.Formats.HasTransportFeedback && track.Extensions.IdOf(ExtensionKind.TransportSequence) != 0;
    }
}
