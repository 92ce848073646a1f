using ConfEngine.Core.Media;
using ConfEngine.Video.Live;

namespace ConfEngine.Runtime.Publishing;

/// <summary>How the programme is sent.</summary>
public sealed record ProgrammeOptions
{
    /// <summary>What the pictures are encoded as. Everybody who plays the programme gets the same bytes, so it is chosen once, for all of them:
    /// see <see cref="LiveVideoEncoder.Choose"/>.</summary>
    public LiveCodec Codec { get; init; } = LiveCodec.H264;

    /// <summary>Width in pixels, even.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height in pixels, even.</summary>
    public int Height { get; init; } = 720;

    /// <summary>Pictures a second at most.</summary>
    public int FrameRate { get; init; } = 30;

    /// <summary>The most bits a second for the pictures.</summary>
    public long MostBitsPerSecond { get; init; } = 2_500_000;

    /// <summary>Bits a second for the sound, 6000 to 510000.</summary>
    public int AudioBitsPerSecond { get; init; } = 96_000;
}
