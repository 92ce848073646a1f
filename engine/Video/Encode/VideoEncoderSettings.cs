using ConfEngine.Core.Media;

namespace ConfEngine.Video.Encode;

/// <summary>What an encoder is asked for.</summary>
/// <param name="Encoder">FFmpeg's name of it ("libx264").</param>
/// <param name="Width">Width in pixels, even.</param>
/// <param name="Height">Height in pixels, even.</param>
/// <param name="FrameRate">Pictures a second; also the time base.</param>
internal sealed record VideoEncoderSettings(string Encoder, int Width, int Height, int FrameRate)
{
    /// <summary>Bits a second; 0 leaves the rate to the encoder's quality setting.</summary>
    public long BitRate { get; init; }

    /// <summary>Holds the rate within half a second, as a line needs it; else it may be exceeded by half for a second, as in a file.</summary>
    public bool IsForLine { get; init; }

    /// <summary>The most pictures from one key frame to the next.</summary>
    public int KeyInterval { get; init; } = 60;

    /// <summary>Threads of the encoder.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Parameter sets go into the container's header instead of the stream.</summary>
    public bool HasGlobalHeader { get; init; }

    /// <summary>The encoder's private options.</summary>
    public (string Name, string Value)[] Options { get; init; } = [];

    /// <summary>How the pictures' numbers are to be read.</summary>
    public ColorDescription Color { get; init; } = ColorDescription.Canvas;
}
