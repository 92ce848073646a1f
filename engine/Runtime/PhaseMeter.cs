using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime;

/// <summary>Charges the time between two marks to a phase of the frame.</summary>
/// <param name="clock">A real clock, also when the loop runs on a virtual one.</param>
/// <param name="statistics">Where the times go.</param>
public sealed class PhaseMeter(IClock clock, FrameStatistics statistics)
{
    private Instant _since;
    private FramePhase _phase;

    /// <summary>The first phase of a new frame begins.</summary>
    public void BeginFrame()
    {
        Close();
        statistics.BeginFrame();
        _phase = FramePhase.Begin;
    }

    /// <summary>The running phase ends, <paramref name="phase"/> begins.</summary>
    public void Enter(FramePhase phase)
    {
        Close();
        _phase = phase;
    }

    private void Close()
    {
        var now = clock.Now;
        if (statistics.Frames > 0) statistics.Add(_phase, (now - _since).Nanoseconds);
        _since = now;
    }
}
