using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Transport.Peers;

/// <summary>What a <see cref="LocalStream"/> carries.</summary>
public sealed record LocalStreamOptions
{
    /// <summary>VP8 or H.264; null for no pictures.</summary>
    public VideoCodec? Video { get; init; }

    /// <summary>How many simulcast layers, 1 to 4.</summary>
    public int VideoLayers { get; init; } = 1;

    /// <summary>It has sound.</summary>
    public bool HasAudio { get; init; } = true;
}
