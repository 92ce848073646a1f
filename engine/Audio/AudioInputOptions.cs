using ConfEngine.Core.Time;

namespace ConfEngine.Audio;

/// <summary>What an input is told when it is made.</summary>
public sealed record AudioInputOptions
{
    /// <summary>Gain in dB, -60..+24.</summary>
    public double GainDecibels { get; init; }

    /// <summary>True to start without sound.</summary>
    public bool Muted { get; init; }

    /// <summary>True for a source with a clock of its own that cannot wait (a network, a microphone): when full, the oldest is dropped, and
    /// drift is corrected by resampling. False for a file: when full, the input refuses, and not a sample is altered.</summary>
    public bool Realtime { get; init; }

    /// <summary>How much a realtime source may have buffered.</summary>
    public MediaTime Capacity { get; init; } = MediaTime.FromMilliseconds(200);

    /// <summary>How much a realtime source should have buffered; drift correction steers towards it.</summary>
    public MediaTime TargetDelay { get; init; } = MediaTime.FromMilliseconds(60);
}
