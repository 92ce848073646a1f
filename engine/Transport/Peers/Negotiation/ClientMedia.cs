using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>An m-line of one of our own clients.</summary>
/// <param name="Mid">Its identification tag; the same, at the same place, in every offer of the client.</param>
/// <param name="Kind">Sound or pictures; the same in every offer too.</param>
/// <param name="Stream">What it carries, by its name on the client's own node, where each client needs names of its own; null once it carries
/// nothing any more.</param>
/// <param name="IsPublished">True to send the stream, false to receive it.</param>
public sealed record ClientMedia(string Mid, TrackKind Kind, StreamKey? Stream, bool IsPublished)
{
    /// <summary>Simulcast layers to send, e.g. "l", "m", "h"; empty for one plain stream.</summary>
    public IReadOnlyList<string> SendLayers { get; init; } = [];

    /// <summary>The only codecs to offer, as whoever sends what is encoded already has one; null for all.</summary>
    public IReadOnlyList<CodecPreference>? Codecs { get; init; }

    /// <summary>As an SDP says it.</summary>
    internal string KindName => Kind == TrackKind.Audio ? "audio" : "video";

    /// <summary>As an offer wants it.</summary>
    internal WantedMedia ToWanted()
    {
        var direction = Stream is null ? MediaDirection.Inactive : IsPublished ? MediaDirection.SendOnly : MediaDirection.ReceiveOnly;
        return new WantedMedia(KindName, Mid, direction) { SendLayers = direction == MediaDirection.SendOnly ? SendLayers : [], Codecs = Codecs };
    }
}
