using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Text;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime.Tests;

/// <summary>Makes small engines with the software compositor.</summary>
internal static class EngineFixture
{
    public static EngineOptions Options(params string[] sources) => new()
    {
        Width = 320,
        Height = 180,
        FrameRate = 30,
        IsOffline = true,
        Sources = [.. sources.Select(Source)],
    };

    public static Engine Create(EngineOptions options, IClock clock, Audio.Devices.IAudioDevice? device = null)
    {
        var choice = CompositorChoice.Make(new CompositorRequest { Clock = clock, Preference = CompositorPreference.Software, Layout = options.CanvasLayout });
        return new Engine(options, new EngineParts(clock, choice.Compositor, new TextRenderer(FontSet.FindInstalled()), device));
    }

    /// <summary>Runs an offline engine for a number of frames and shows every one to <paramref name="look"/>.</summary>
    public static void Run(EngineOptions options, long frames, Action<Engine, FrameTime> look)
    {
        var clock = new ManualClock();
        using var engine = Create(options, clock);
        engine.AddSink(new Watcher((in FrameTime frame, bool _) => look(engine, frame)));
        new FrameLoop(engine, clock, clock).Run(TestContext.Current.CancellationToken, frames);
    }

    public static SourceSpec Source(string text)
    {
        Assert.True(SourceSpec.TryParse(text, out var spec, out var error), error);
        return spec;
    }

    public delegate void Look(in FrameTime frame, bool changed);

    /// <summary>Calls back for every frame.</summary>
    public sealed class Watcher(Look look) : ICanvasSink
    {
        public void Take(ICompositor compositor, in FrameTime frame, bool changed) => look(frame, changed);

        public void Dispose()
        {
        }
    }

    /// <summary>A sum over the pixels that any change of the picture changes.</summary>
    public static ulong Fingerprint(VideoFrame frame)
    {
        var hash = 14695981039346656037UL;
        for (var plane = 0; plane < frame.Layout.PlaneCount(); plane++)
        {
            for (var y = 0; y < frame[plane].Height; y++)
            {
                foreach (var value in frame[plane].Row(y, frame.Layout.SampleBytes())) hash = (hash ^ value) * 1099511628211UL;
            }
        }

        return hash;
    }
}
