using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime;

/// <summary>The heart: one turn makes one frame. Every line of <see cref="Turn"/> is a <see cref="FramePhase"/>. Live and offline run the same
/// turns; offline the clock is virtual, so <c>Wait</c> returns at once and <c>Streams</c> waits for every frame instead.</summary>
public sealed class FrameLoop
{
    private readonly Engine _engine;
    private readonly IClock _clock;
    private readonly FramePacer _pacer;
    private readonly PhaseMeter _meter;

    /// <summary>Prepares the loop.</summary>
    /// <param name="engine">What the phases work on.</param>
    /// <param name="clock">Sets the pace.</param>
    /// <param name="meter">Measures the phases; real even when the pace is not.</param>
    public FrameLoop(Engine engine, IClock clock, IClock meter)
    {
        _engine = engine;
        _clock = clock;
        _pacer = new FramePacer(clock, engine.Options.FrameRate);
        _meter = new PhaseMeter(meter, engine.FrameStatistics);
    }

    /// <summary>Makes frames until <paramref name="stop"/> or until <paramref name="frames"/> intervals have passed.</summary>
    public void Run(CancellationToken stop, long frames = long.MaxValue)
    {
        while (!stop.IsCancellationRequested && !_engine.IsStopping && _pacer.Index < frames) Turn();
    }

    private void Turn()
    {
        var frame = Begin();
        Enter(FramePhase.Inbox);
        _engine.ApplyCommands(frame);
        Enter(FramePhase.Streams);
        _engine.TakeStreams(frame);
        if (_engine.IsStopping) return;
        Enter(FramePhase.Scene);
        _engine.BuildScene(frame);
        Enter(FramePhase.Overlay);
        _engine.PaintOverlay(frame);
        Enter(FramePhase.Compose);
        var changed = _engine.Compose();
        Enter(FramePhase.Present);
        _engine.Present(frame, changed);
        Enter(FramePhase.Record);
        _engine.Record(frame, changed);
        Enter(FramePhase.Wait);
        _engine.FrameStatistics.CountLagged(_pacer.WaitForNext());
    }

    private FrameTime Begin()
    {
        _meter.BeginFrame();
        var now = _clock.Now;
        return new FrameTime(_pacer.Index, now, _engine.MediaPosition(_pacer.Index));
    }

    private void Enter(FramePhase phase) => _meter.Enter(phase);
}
