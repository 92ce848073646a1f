using ConfEngine.Core.Time;

namespace ConfEngine.Audio;

/// <summary>How an input copes with what reaches it, since it was made.</summary>
public readonly record struct PlayoutFigures
{
    /// <summary>How long the fastest packets are to wait so that the slower ones are in time. Zero for a file.</summary>
    public MediaTime TargetDelay { get; init; }

    /// <summary>How long they wait now. Zero for a file.</summary>
    public MediaTime CurrentDelay { get; init; }

    /// <summary>How many times 10 ms were made up because a packet was missing.</summary>
    public long Concealed { get; init; }

    /// <summary>Lost packets that were made anew from the copy in the next one (RFC 6716 section 2.1.7).</summary>
    public long Recovered { get; init; }

    /// <summary>Packets that came when their place had been played.</summary>
    public long Late { get; init; }

    /// <summary>How often sound was lengthened or shortened by a pitch period to change the delay.</summary>
    public long Stretched { get; init; }

    /// <summary>Input samples played per output sample; departs from 1 while drift of a realtime source is corrected.</summary>
    public double Speed { get; init; }
}
