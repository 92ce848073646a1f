using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>What an SSRC is.</summary>
internal sealed class SourceBinding(ReceiveTrack track)
{
    public ReceiveTrack Track => track;

    /// <summary>Null until a packet names the layer.</summary>
    public ReceiveLayer? Layer { get; set; }

    /// <summary>Its layer came with this SSRC before.</summary>
    public bool WasActive { get; set; }

    public Instant LastAt { get; set; }
}

/// <summary>Whose the SSRCs of a peer are: as announced, or as the first packets say by MID and RID (RFC 8843, 9.2; RFC 8852). Bounded, for an
/// SSRC costs its sender nothing.</summary>
internal sealed class SourceTable(int capacity, NodeCounters counters)
{
    private static readonly MediaTime s_stale = MediaTime.FromSeconds(10);
    private readonly Dictionary<uint, SourceBinding> _bindings = [];
    private uint _lastSsrc;
    private SourceBinding? _last;

    /// <summary>Binds what the session description names.</summary>
    public void Announce(ReceiveTrack track, IReadOnlyList<AnnouncedSource> sources)
    {
        foreach (var source in sources)
        {
            Announce(track, source.Ssrc);
            if (source.RtxSsrc is { } rtx) Announce(track, rtx);
        }
    }

    /// <summary>Finds the binding of a packet, or makes it.</summary>
    public SourceBinding? Find(in RtpPacket packet, in PacketExtensions extensions, List<ReceiveTrack> tracks, Instant now)
    {
        var ssrc = packet.Ssrc.Value;
        // Packets of one frame come one after the other.
        var binding = _last;
        if (binding is null || ssrc != _lastSsrc)
        {
            if (!_bindings.TryGetValue(ssrc, out binding)) binding = Bind(packet, extensions, tracks, now);
            if (binding is null) return null;
            _last = binding;
            _lastSsrc = ssrc;
        }

        binding.LastAt = now;
        binding.Layer ??= FindLayer(binding.Track, extensions);
        return binding;
    }

    /// <summary>The binding of an SSRC that RTCP names.</summary>
    public SourceBinding? Find(Ssrc ssrc) => _bindings.GetValueOrDefault(ssrc.Value);

    /// <summary>Forgets an SSRC.</summary>
    public void Remove(Ssrc ssrc)
    {
        _bindings.Remove(ssrc.Value);
        _last = null;
    }

    /// <summary>Forgets all SSRCs of a track.</summary>
    public void Remove(ReceiveTrack track)
    {
        _last = null;
        foreach (var (ssrc, binding) in _bindings)
            if (binding.Track == track)
                _bindings.Remove(ssrc);
    }

    private void Announce(ReceiveTrack track, uint ssrc)
    {
        if (_bindings.TryGetValue(ssrc, out var known) && known.Track == track) return;
        if (_bindings.Count >= capacity)
        {
            counters.TooManySsrcs++;
            return;
        }

        _last = null;
        _bindings[ssrc] = new SourceBinding(track) { Layer = track.IsSimulcast ? null : track.Layers[0] };
    }

    private SourceBinding? Bind(in RtpPacket packet, in PacketExtensions extensions, List<ReceiveTrack> tracks, Instant now)
    {
        var track = FindTrack(packet, extensions, tracks);
        if (track is null)
        {
            counters.UnknownSsrc++;
            return null;
        }

        if (_bindings.Count >= capacity && !TryEvict(now))
        {
            counters.TooManySsrcs++;
            return null;
        }

        var binding = new SourceBinding(track);
        _bindings.Add(packet.Ssrc.Value, binding);
        return binding;
    }

    private static ReceiveTrack? FindTrack(in RtpPacket packet, in PacketExtensions extensions, List<ReceiveTrack> tracks)
    {
        ReceiveTrack? found = null;
        foreach (var track in tracks)
        {
            if (!extensions.Mid.IsEmpty)
            {
                if (extensions.Mid.SequenceEqual(track.Mid)) return track.Takes(packet.PayloadType) ? track : null;
                continue;
            }

            if (!track.Takes(packet.PayloadType)) continue;
            // Without a MID the payload type decides, where it is of one m-line only.
            if (found is not null) return null;
            found = track;
        }

        return found;
    }

    private static ReceiveLayer? FindLayer(ReceiveTrack track, in PacketExtensions extensions) =>
        track.FindLayer(extensions.RepairedRid.IsEmpty ? extensions.Rid : extensions.RepairedRid);

    private bool TryEvict(Instant now)
    {
        foreach (var (ssrc, binding) in _bindings)
        {
            if (now - binding.LastAt < s_stale) continue;
            Remove(new Ssrc(ssrc));
            return true;
        }

        return false;
    }
}
