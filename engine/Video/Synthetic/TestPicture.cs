using ConfEngine.Core.Media;

namespace ConfEngine.Video.Synthetic;

/// <summary>Which codec a synthetic picture goes through before it is delivered.</summary>
public enum TestCodec
{
    /// <summary>None: the picture is delivered as drawn.</summary>
    None,

    /// <summary>H.264 by libx264.</summary>
    H264,

    /// <summary>VP8 by libvpx.</summary>
    Vp8,
}

/// <summary>A moving picture of a participant, drawn by the engine: no camera, no file. Picture n depends on n and these options only.</summary>
public sealed record TestPicture
{
    /// <summary>Width in pixels, even, 16 to 4096.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Height in pixels, even, 16 to 4096.</summary>
    public int Height { get; init; } = 360;

    /// <summary>Pictures a second, 1 to 240.</summary>
    public int FrameRate { get; init; } = 30;

    /// <summary>Really encoded and decoded again when not <see cref="TestCodec.None"/>.</summary>
    public TestCodec Codec { get; init; }

    /// <summary>Colour of the background in degrees: 0 red, 120 green, 240 blue.</summary>
    public double Hue { get; init; } = 210;

    /// <summary>The name, drawn at the bottom left in white; null for none.</summary>
    public CoverageMask? Caption { get; init; }

    /// <summary>Stencils of the digits 0 to 9 for the frame counter at the top right; null for none.</summary>
    public CoverageMask[]? Digits { get; init; }

    /// <summary>When the mouth moves.</summary>
    public TalkTurn Talk { get; init; }

    /// <summary>A white patch on the first two pictures of every whole second, to compare with the beep.</summary>
    public bool Flash { get; init; } = true;
}
