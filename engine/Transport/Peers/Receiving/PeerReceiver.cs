using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>Everything that a peer sends.</summary>
internal sealed class PeerReceiver(Endpoint owner)
{
    private readonly List<ReceiveTrack> _tracks = [];
    private readonly SourceTable _sources = new(owner.Node.Options.MaxSources, owner.Node.Counters);
    private readonly ArrivalRecorder _arrivals = new();
    private readonly ReceiverRate _rate = new(owner.Node.Options.MaxReceiveBitsPerSecond);
    private ExtensionMap _extensions = new();
    private bool _hasTransportFeedback;
    private bool _hasReceiverEstimate;
    private Ssrc _lastSource;
    private LayerDelta _sinceEstimate;

    public Endpoint Owner => owner;

    public NodeCounters Counters => owner.Node.Counters;

    public List<ReceiveTrack> Tracks => _tracks;

    /// <summary>The SSRC that we report with.</summary>
    public Ssrc ReportSource { get; } = owner.Node.MakeSsrc();

    /// <summary>What comes in.</summary>
    public RateMeter Meter { get; } = new();

    /// <summary>When <see cref="Collect"/> has something to say; null while it has nothing.</summary>
    public Instant? NextDeadline
    {
        get
        {
            var next = _hasTransportFeedback ? _arrivals.NextDeadline : null;
            foreach (var track in _tracks)
                foreach (var layer in track.Layers)
                    if (layer.NextDeadline is { } deadline && (next is null || deadline < next))
                        next = deadline;
            return next;
        }
    }

    /// <summary>Takes over what header extensions and feedback were agreed on.</summary>
    public void Configure(IReadOnlyList<NegotiatedMedia> media)
    {
        _extensions = new ExtensionMap();
        foreach (var line in media)
            foreach (var extension in line.Extensions)
                _extensions.TryAdd(ExtensionKinds.FromUri(extension.Uri), extension.Id);
    }

    /// <summary>Adds a track, or takes over what was agreed anew for one.</summary>
    public void Set(ReceiveTrack track, IReadOnlyList<AnnouncedSource> sources)
    {
        if (!_tracks.Contains(track)) _tracks.Add(track);
        _sources.Announce(track, sources);
        FindFeedback();
    }

    public void Remove(ReceiveTrack track)
    {
        _tracks.Remove(track);
        _sources.Remove(track);
        FindFeedback();
    }

    /// <summary>Takes an RTP packet.</summary>
    public void OnRtp(ReadOnlySpan<byte> bytes, Instant arrival, Instant now)
    {
        if (!RtpPacket.TryParse(bytes, out var packet))
        {
            Counters.MalformedRtp++;
            return;
        }

        Counters.Received++;
        Meter.Add(bytes.Length, now);
        var extensions = new PacketExtensions(packet, _extensions);
        if (_hasTransportFeedback && extensions.TransportSequence is { } number) _arrivals.OnPacket(number, arrival);
        var binding = _sources.Find(packet, extensions, _tracks, now);
        if (binding is null) return;
        if (!binding.Track.Formats.TryGet(packet.PayloadType, out var entry))
        {
            Counters.UnknownPayloadType++;
            return;
        }

        if (binding.Layer is not { } layer)
        {
            Counters.UnknownSsrc++;
            return;
        }

        _lastSource = packet.Ssrc;
        if (entry.Repairs is null) layer.OnPacket(packet, extensions, entry, arrival, now, isRepeated: false);
        else layer.OnRepeated(packet, extensions, entry, arrival, now);
    }

    /// <summary>Takes what RTCP says about what is sent to us.</summary>
    public void OnRtcp(in RtcpPacket packet, Instant arrival, Instant now)
    {
        switch (packet.Type)
        {
            case RtcpType.SenderReport when SenderReport.TryRead(packet, out var report):
                if (_sources.Find(report.Sender)?.Layer is not { } layer) break;
                layer.OnReport(report, arrival);
                layer.Track.Stream?.OnReport(layer, now);
                break;
            case RtcpType.Bye:
                for (var i = 0; Bye.TryRead(packet, i, out var source); i++)
                {
                    _sources.Find(source)?.Layer?.OnBye(source);
                    _sources.Remove(source);
                }

                break;
        }
    }

    /// <summary>True when the SSRC was a layer's before.</summary>
    public bool WasActive(Ssrc ssrc) => _sources.Find(ssrc) is { WasActive: true };

    public void OnActivated(Ssrc ssrc)
    {
        if (_sources.Find(ssrc) is { } binding) binding.WasActive = true;
    }

    /// <summary>Adds what is due: requests, and when packets came.</summary>
    public void Collect(ref FeedbackBatch batch, MediaTime roundTrip, Instant now)
    {
        foreach (var track in _tracks)
            foreach (var layer in track.Layers)
                if (layer.NextDeadline <= now)
                    layer.Collect(ref batch, roundTrip, now);
        if (_hasTransportFeedback) batch.AddArrivals(_arrivals, _lastSource, now);
    }

    /// <summary>Adds the reports that are due once a second.</summary>
    public void Report(ref FeedbackBatch batch, Instant now)
    {
        Span<ReportBlock> blocks = stackalloc ReportBlock[16];
        Span<Ssrc> sources = stackalloc Ssrc[64];
        int count = 0, named = 0;
        var hasReported = false;
        foreach (var track in _tracks)
        {
            foreach (var layer in track.Layers)
            {
                if (layer.Statistics is not { } statistics) continue;
                if (named < sources.Length && track.Kind == TrackKind.Video) sources[named++] = layer.Source!.Value;
                blocks[count++] = statistics.TakeReport(now);
                if (count < blocks.Length) continue;
                batch.AddBlocks(blocks, owner.Node.Options.Cname);
                hasReported = true;
                count = 0;
            }
        }

        if (count > 0 || !hasReported) batch.AddBlocks(blocks[..count], owner.Node.Options.Cname);
        if (_hasTransportFeedback || !_hasReceiverEstimate || named == 0) return;
        _rate.Update(_sinceEstimate.Expected, _sinceEstimate.Lost, Meter.BitsPerSecond(now), now);
        _sinceEstimate = default;
        batch.AddReceiverEstimate(_rate.BitsPerSecond, sources[..named]);
    }

    /// <summary>Part of what the peer sent that was lost since the last call, and counts for <see cref="ReceiverRate"/>.</summary>
    public void Count(LayerDelta delta) => _sinceEstimate += delta;

    private void FindFeedback()
    {
        _hasTransportFeedback = _hasReceiverEstimate = false;
        foreach (var track in _tracks)
        {
            _hasTransportFeedback |= track.Formats.HasTransportFeedback;
            _hasReceiverEstimate |= track.Formats.HasReceiverEstimate;
        }

        _hasTransportFeedback &= _extensions.IdOf(ExtensionKind.TransportSequence) != 0;
    }
}
