using System.Globalization;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Outputs;

namespace ConfEngine.Kiosk.Commands;

/// <summary>How far an offline run has come, four times a second on one line of the terminal; silent when nobody watches.</summary>
internal sealed class ComposeProgress(Engine engine, IClock meter, long? frames) : ICanvasSink
{
    private static readonly MediaTime Period = MediaTime.FromMilliseconds(250);
    private readonly bool _isWatched = !Console.IsErrorRedirected;
    private readonly Instant _began = meter.Now;
    private Instant _next = meter.Now;

    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        if (!_isWatched || meter.Now < _next) return;
        _next = meter.Now + Period;
        var done = (frame.Index + 1.0) / engine.Options.FrameRate;
        var speed = done / Math.Max(1e-3, (meter.Now - _began).Seconds);
        var total = frames is { } count ? string.Create(CultureInfo.InvariantCulture, $" of {(double)count / engine.Options.FrameRate:0.0}") : "";
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r  {done:0.0}{total} s, {speed:0.0}x real time   "));
    }

    /// <summary>Clears the line for what comes after.</summary>
    public void Finish()
    {
        if (_isWatched) Console.Error.Write("\r                                                  \r");
    }

    public void Dispose()
    {
    }
}
