using ConfEngine.Transport.Peers.Receiving;
using ConfEngine.Transport.Peers.Sending;
using ConfEngine.Transport.Peers.Streams;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers;

/// <summary>Brings a peer's tracks in line with what was negotiated. What is the same as before is not touched.</summary>
internal sealed class MediaBinder(StreamTable streams)
{
    private const int VideoClockRate = 90_000;
    private const int AudioClockRate = 48_000;

    /// <summary>Applies an offer and answer.</summary>
    public void Apply(Peer peer, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings)
    {
        peer.Receiver.Configure(media);
        RemoveReceived(peer, media, bindings);
        RemoveSent(peer, media, bindings);
        foreach (var line in media)
        {
            if (FindKind(line) is not { } kind) continue;
            if (line.Direction.HasFlag(MediaDirection.ReceiveOnly) && Find(bindings, line.Mid, isPublished: true) is { } published)
                SetReceived(peer, line, kind, published.Stream);
            if (line.Direction.HasFlag(MediaDirection.SendOnly) && line.Track is not null
                && Find(bindings, line.Mid, isPublished: false) is { } played)
                SetSent(peer, line, kind, played.Stream);
        }
    }

    /// <summary>The peer is gone.</summary>
    public void Clear(Peer peer)
    {
        for (var i = peer.Receiver.Tracks.Count - 1; i >= 0; i--) Remove(peer, peer.Receiver.Tracks[i]);
        for (var i = peer.Sender.Tracks.Count - 1; i >= 0; i--) Remove(peer, peer.Sender.Tracks[i]);
    }

    private static TrackKind? FindKind(NegotiatedMedia line) => line.IsRejected ? null : line.Kind switch
    {
        "audio" => TrackKind.Audio,
        "video" => TrackKind.Video,
        _ => null,
    };

    private static TrackBinding? Find(IReadOnlyList<TrackBinding> bindings, string mid, bool isPublished)
    {
        foreach (var binding in bindings)
            if (binding.Mid == mid && binding.IsPublished == isPublished)
                return binding;
        return null;
    }

    private static NegotiatedMedia? FindLine(IReadOnlyList<NegotiatedMedia> media, string mid, MediaDirection direction)
    {
        foreach (var line in media)
            if (line.Mid == mid && !line.IsRejected && line.Direction.HasFlag(direction))
                return line;
        return null;
    }

    private void RemoveReceived(Peer peer, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings)
    {
        for (var i = peer.Receiver.Tracks.Count - 1; i >= 0; i--)
        {
            var track = peer.Receiver.Tracks[i];
            var line = FindLine(media, track.Name, MediaDirection.ReceiveOnly);
            if (line is null || Find(bindings, track.Name, isPublished: true) is null || FindKind(line) is not { } kind || !track.Fits(line, kind))
                Remove(peer, track);
        }
    }

    private void RemoveSent(Peer peer, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings)
    {
        for (var i = peer.Sender.Tracks.Count - 1; i >= 0; i--)
        {
            var track = peer.Sender.Tracks[i];
            var line = FindLine(media, track.Mid, MediaDirection.SendOnly);
            if (line is null || Find(bindings, track.Mid, isPublished: false) is null || FindKind(line) is not { } kind || !track.Fits(line, kind))
                Remove(peer, track);
        }
    }

    private void SetReceived(Peer peer, NegotiatedMedia line, TrackKind kind, StreamKey key)
    {
        ReceiveTrack? track = null;
        foreach (var known in peer.Receiver.Tracks)
            if (known.Name == line.Mid)
                track = known;
        var formats = PayloadTable.From(line);
        track ??= new ReceiveTrack(
            peer.Receiver, line.Mid, kind, kind == TrackKind.Audio ? AudioClockRate : VideoClockRate, line.ReceiveLayers, formats);
        track.Formats = formats;
        peer.Receiver.Set(track, line.Sources);
        var stream = streams.GetOrAdd(key);
        if (track.Source.Stream == stream) return;
        Detach(track);
        stream.SetSource(track.Source);
    }

    private void SetSent(Peer peer, NegotiatedMedia line, TrackKind kind, StreamKey key)
    {
        foreach (var known in peer.Sender.Tracks)
        {
            if (known.Mid != line.Mid) continue;
            Replay(peer, known, key);
            return;
        }

        var stream = streams.GetOrAdd(key);
        var wish = streams.WishOf(peer.Id, key);
        wish.Users++;
        var track = new SendTrack(peer, line, PayloadTable.From(line), kind, stream, wish);
        stream.Add(track);
        peer.Sender.Add(track);
    }

    // Another stream on the same m-line goes on with its SSRC and numbers.
    private void Replay(Peer peer, SendTrack track, StreamKey key)
    {
        if (track.Stream.Key == key) return;
        Unhook(peer, track);
        track.Stream = streams.GetOrAdd(key);
        track.Wish = streams.WishOf(peer.Id, key);
        track.Wish.Users++;
        track.Stream.Add(track);
    }

    private void Remove(Peer peer, ReceiveTrack track)
    {
        peer.Receiver.Remove(track);
        Detach(track);
    }

    private void Detach(ReceiveTrack track)
    {
        if (track.Source.Stream is not { } stream) return;
        stream.RemoveSource(track.Source);
        streams.Trim(stream);
    }

    private void Remove(Peer peer, SendTrack track)
    {
        peer.Sender.Remove(track);
        peer.Figures.Forget(track);
        Unhook(peer, track);
    }

    private void Unhook(Peer peer, SendTrack track)
    {
        var stream = track.Stream;
        track.Pause();
        stream.Remove(track);
        track.Wish.Users--;
        streams.Trim(peer.Id, stream.Key);
        streams.Trim(stream);
    }
}
