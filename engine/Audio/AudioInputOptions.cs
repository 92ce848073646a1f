using ConfEngine.Core.Time;

namespace ConfEngine.Audio;

/// <summary>What an input is told when it is made.</summary>
public sealed record AudioInputOptions
{
    /// <summary>Gain in dB, -60..+24.</summary>
    public double GainDecibels { get; init; }

    /// <summary>True to start without sound.</summary>
    public bool Muted { get; init; }

    /// <summary>True for a source with a clock of its own that cannot wait (a network, a microphone): it is played as
    /// soon after its arrival as its jitter allows, drift is corrected by resampling, and when full, the oldest is dropped. False for a file: when full, the input refuses, and not a sample is altered.</summary>
    public bool Realtime { get; init; }

    /// <summary>The longest that a realtime source may be behind; beyond, it jumps.</summary>
    public MediaTime Capacity { get; init; } = MediaTime.FromMilliseconds(200);

    /// <summary>How long the fastest packets of a realtime source wait at least.</summary>
    public MediaTime MinimumDelay { get; init; } = MediaTime.FromMilliseconds(20);

    /// <summary>How long the fastest packets of a realtime source wait at most so that slower ones are in time.</summary>
    public MediaTime MaximumDelay { get; init; } = MediaTime.FromMilliseconds(160);
}
