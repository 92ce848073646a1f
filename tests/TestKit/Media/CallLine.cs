using ConfEngine.Transport.Peers;

namespace ConfEngine.TestKit.Media;

/// <summary>An m-line of a <see cref="MediaCall"/>, as the client sees it.</summary>
/// <param name="Kind">Sound or pictures.</param>
/// <param name="Mid">Its identification tag.</param>
/// <param name="Publishes">What the client sends on it; null for nothing.</param>
/// <param name="Plays">What the client receives on it; null for nothing.</param>
public sealed record CallLine(TrackKind Kind, string Mid, StreamKey? Publishes, StreamKey? Plays)
{
    /// <summary>Simulcast layers that the client sends, the smallest first; empty for one plain stream.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>Sound and pictures that the client sends.</summary>
    public static CallLine[] Publish(StreamKey stream, string mid, params string[] layers) =>
    [
        new(TrackKind.Audio, mid + "a", stream, null), new(TrackKind.Video, mid + "v", stream, null) { Layers = layers },
    ];

    /// <summary>Sound and pictures that the client receives.</summary>
    public static CallLine[] Play(StreamKey stream, string mid) =>
        [new(TrackKind.Audio, mid + "a", null, stream), new(TrackKind.Video, mid + "v", null, stream)];
}
