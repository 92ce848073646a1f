using ConfEngine.Transport.Net;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>The tracks that one peer is sent. An m-line keeps its SSRCs as long as it carries the same stream; with another stream it gets new
/// ones, so that the receiver does not take the two for one.</summary>
internal sealed class TrackTable(IRandomSource random)
{
    private readonly Dictionary<(string Mid, StreamKey Stream), LocalTrack> _tracks = [];
    private readonly HashSet<uint> _remote = [];

    /// <summary>Keeps away from SSRCs that the peer uses (RFC 3550, section 8.2).</summary>
    public void Avoid(SdpDescription remote)
    {
        _remote.Clear();
        foreach (var source in remote.Media.SelectMany(line => line.Sources))
        {
            _remote.Add(source.Ssrc);
            if (source.RtxSsrc is { } repeated) _remote.Add(repeated);
        }
    }

    /// <summary>The track of a stream on an m-line, the same with every call.</summary>
    /// <param name="mid">The m-line.</param>
    /// <param name="stream">What it carries.</param>
    /// <param name="kind">"audio" or "video".</param>
    /// <param name="hasRtx">Its losses may be repeated.</param>
    public LocalTrack Find(string mid, StreamKey stream, string kind, bool hasRtx)
    {
        if (_tracks.TryGetValue((mid, stream), out var known)) return known;
        var label = StreamLabels.LabelOf(stream);
        var ssrc = Choose(0);
        var track = new LocalTrack($"{label} {label}-{kind}", label, ssrc, hasRtx ? Choose(ssrc) : null);
        _tracks.Add((mid, stream), track);
        return track;
    }

    /// <summary>Forgets the tracks of m-lines that carry something else, or nothing, by now.</summary>
    public void Keep(IReadOnlyDictionary<string, LocalTrack> used)
    {
        foreach (var (key, track) in _tracks)
            if (!used.TryGetValue(key.Mid, out var kept) || kept != track)
                _tracks.Remove(key);
    }

    private uint Choose(uint other)
    {
        while (true)
        {
            var ssrc = random.NextSsrc();
            if (ssrc == other || _remote.Contains(ssrc)) continue;
            if (_tracks.Values.All(track => track.Ssrc != ssrc && track.RtxSsrc != ssrc)) return ssrc;
        }
    }
}
