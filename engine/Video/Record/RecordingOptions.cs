namespace ConfEngine.Video.Record;

/// <summary>What a recording holds and how well.</summary>
public sealed record RecordingOptions
{
    /// <summary>Width in pixels, even.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, even.</summary>
    public required int Height { get; init; }

    /// <summary>Pictures a second.</summary>
    public required int FrameRate { get; init; }

    /// <summary>A stereo sound track goes along.</summary>
    public bool HasAudio { get; init; } = true;

    /// <summary>libx264's preset: how much work is spent on small files.</summary>
    public string Preset { get; init; } = "superfast";

    /// <summary>libx264's constant rate factor: 18 is hardly to be told from the original, 28 is visibly coarse.</summary>
    public int Quality { get; init; } = 22;

    /// <summary>Threads of the video encoder.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);
}
