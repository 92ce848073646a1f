namespace ConfEngine.Runtime.Publishing;

/// <summary>How a microphone is published.</summary>
public sealed record MicrophoneOptions
{
    /// <summary>1 for a voice, 2 for stereo.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Rate in bits a second, 6000..510000.</summary>
    public int BitsPerSecond { get; init; } = 32_000;

    /// <summary>Loss in percent that packets are made to bear, 0..100.</summary>
    public int ExpectedLossPercent { get; init; } = 5;

    /// <summary>True to start muted.</summary>
    public bool Muted { get; init; }
}
