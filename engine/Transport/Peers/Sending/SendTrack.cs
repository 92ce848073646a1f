using System.Text;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Send;
using ConfEngine.Transport.Peers.Receiving;
using ConfEngine.Transport.Peers.Streams;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Sending;

/// <summary>An m-line that we send on: one stream played by one peer.</summary>
internal sealed class SendTrack
{
    private const int VideoClockRate = 90_000;
    private readonly LocalTrack _local;
    private readonly IReadOnlyList<string> _rids;

    public SendTrack(Peer peer, NegotiatedMedia media, PayloadTable formats, TrackKind kind, PublishedStream stream, PlayerWish wish)
    {
        Peer = peer;
        Mid = media.Mid;
        Kind = kind;
        Formats = formats;
        Extensions = MapOf(media);
        Stream = stream;
        Wish = wish;
        _local = media.Track ?? throw new ArgumentException("an m-line that we send on has a track", nameof(media));
        _rids = media.SendLayers;
        Lanes = MakeLanes(media);
    }

    public Peer Peer { get; }

    public string Mid { get; }

    public TrackKind Kind { get; }

    public PayloadTable Formats { get; }

    public ExtensionMap Extensions { get; }

    /// <summary>What is played.</summary>
    public PublishedStream Stream { get; set; }

    public PlayerWish Wish { get; set; }

    public string Cname => _local.Cname;

    /// <summary>One, or one for every layer where the peer takes a simulcast.</summary>
    public SendLane[] Lanes { get; }

    public bool IsSimulcast => _rids.Count > 0;

    /// <summary>Chooses among the source's layers.</summary>
    public LayerSelector Selector { get; } = new();

    /// <summary>The part of the path's rate that is its own; of use to the encoder of a local stream.</summary>
    public long Share { get; set; } = long.MaxValue;

    /// <summary>Scratch of <see cref="LayerChoice"/>: the rate that it takes in any case, the most that it can use, and how much it counts.</summary>
    public (long Floor, long Ceiling, long Weight, bool IsSettled) Claim { get; set; }

    /// <summary>Its packets go out.</summary>
    public bool IsOpen => Wish.IsOn && Peer.CanSend && (Kind == TrackKind.Audio || Wish.Height > 0);

    /// <summary>True when the m-line is still the one that it was made for.</summary>
    public bool Fits(NegotiatedMedia media, TrackKind kind) => kind == Kind && media.Track == _local && media.SendLayers.SequenceEqual(_rids);

    /// <summary>Hands a packet on.</summary>
    public void OnPacket(SourceLayer layer, in SourcePacket packet)
    {
        if (!IsOpen) return;
        foreach (var lane in Lanes) lane.OnPacket(layer, packet);
    }

    public void OnRestart(SourceLayer layer)
    {
        foreach (var lane in Lanes) lane.OnRestart(layer);
    }

    /// <summary>Forwards nothing until a layer is chosen again.</summary>
    public void Pause()
    {
        foreach (var lane in Lanes) lane.SetTarget(null);
    }

    /// <summary>Takes sound up, or drops it.</summary>
    public void ChooseAudio()
    {
        if (IsOpen && Stream.Audio is { } source) Lanes[0].SetTarget(source.Layers[0]);
        else Pause();
    }

    private static ExtensionMap MapOf(NegotiatedMedia media)
    {
        var map = new ExtensionMap();
        foreach (var extension in media.Extensions)
            if (extension.Direction is null || extension.Direction.Value.HasFlag(MediaDirection.SendOnly))
                map.TryAdd(ExtensionKinds.FromUri(extension.Uri), extension.Id);
        return map;
    }

    private SendLane[] MakeLanes(NegotiatedMedia media)
    {
        var (type, rtx) = Formats.First();
        var node = Peer.Node;
        var lanes = new SendLane[Math.Clamp(_rids.Count, 1, SourceTrack.MaxLayers)];
        for (var i = 0; i < lanes.Length; i++)
        {
            // Layers are told apart by RID: only the first SSRC is in the description, if any.
            Ssrc? repeated = rtx is null ? null : i > 0 ? node.MakeSsrc() : _local.RtxSsrc is { } announced ? new Ssrc(announced) : null;
            lanes[i] = new SendLane(this, new SendStreamOptions
            {
                Ssrc = i == 0 ? new Ssrc(_local.Ssrc) : node.MakeSsrc(),
                PayloadType = type,
                ClockRate = Kind == TrackKind.Audio ? OpusPayload.ClockRate : VideoClockRate,
                Extensions = Extensions,
                Mid = Encoding.ASCII.GetBytes(media.Mid),
                Rid = i < _rids.Count ? Encoding.ASCII.GetBytes(_rids[i]) : default,
                RetransmissionSsrc = repeated,
                RetransmissionType = rtx ?? default,
                Kept = repeated is not null && Formats.HasNack ? Kind == TrackKind.Video ? node.Options.KeptPackets : 64 : 0,
            });
        }

        return lanes;
    }
}
