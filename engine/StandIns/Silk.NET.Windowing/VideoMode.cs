using Silk.NET.Maths;

namespace Silk.NET.Windowing;

/// <summary>A resolution in pixels and a rate in Hz; null leaves the choice to the monitor.</summary>
public readonly struct VideoMode
{
    public VideoMode(Vector2D<int>? resolution = null, int? refreshRate = null) => (Resolution, RefreshRate) = (resolution, refreshRate);

    public VideoMode(int refreshRate)
        : this(null, refreshRate)
    {
    }

    public static VideoMode Default => new(null, null);

    public Vector2D<int>? Resolution { get; }

    public int? RefreshRate { get; }
}
