using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers.Receiving;

namespace ConfEngine.Transport.Peers.Plain;

/// <summary>An encoder in the local network: its lines together are one stream.</summary>
internal sealed class PlainPeer
{
    private readonly ReceiverFigures _figures;
    private readonly List<ReceiveTrack> _tracks = [];
    private readonly PeerId _id;
    private readonly MediaNode _node;
    private ConnectionState _state = ConnectionState.Connecting;
    private Instant? _heardAt;
    private Instant? _tellAt;

    public PlainPeer(PeerId id, MediaNode node, IReadOnlyList<PlainMedia> media)
    {
        (_id, _node) = (id, node);
        _figures = new ReceiverFigures(id, node);
        Lines = new PlainLine[media.Count];
        for (var i = 0; i < Lines.Length; i++)
        {
            Lines[i] = new PlainLine(id, node, media[i]);
            _tracks.Add(Lines[i].Track);
        }
    }

    public PlainLine[] Lines { get; }

    /// <summary>Called ten times a second.</summary>
    public void OnTick(Instant now)
    {
        LookWhetherItLives(now);
        _tellAt ??= now + ReceiverFigures.Interval;
        if (now < _tellAt) return;
        _tellAt = now + ReceiverFigures.Interval;
        _figures.Tell(_tracks, now);
    }

    // Nothing says good-bye in plain RTP.
    private void LookWhetherItLives(Instant now)
    {
        if (_state == ConnectionState.Failed) return;
        _heardAt ??= now;
        foreach (var line in Lines)
        {
            if (line.HeardAt is not { } heard) continue;
            if (heard > _heardAt) _heardAt = heard;
            Change(ConnectionState.Connected, null);
        }

        var patience = _node.Options.PlainPatience;
        if (now - _heardAt.Value >= patience) Change(ConnectionState.Failed, $"no packet has come for {patience.Seconds:0} s");
    }

    private void Change(ConnectionState state, string? error)
    {
        if (state == _state) return;
        _state = state;
        _node.Events.OnPeerState(_id, state, error);
    }
}
