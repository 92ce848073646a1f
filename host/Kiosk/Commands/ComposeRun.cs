using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Text;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Recording;
using ConfEngine.Runtime.Sources;
using ConfEngine.Video.Record;

namespace ConfEngine.Kiosk.Commands;

/// <summary>One run of <c>compose</c>.</summary>
internal sealed class ComposeRun(ComposeRequest request)
{
    private const double EndlessSeconds = 10;
    private readonly SystemClock _meter = new();
    private readonly ManualClock _clock = new();

    public int Run()
    {
        Check();
        using var signals = new StopSignals();
        var stop = signals.Token;
        var began = _meter.Now;
        using var engine = CreateEngine();
        using var recorder = AddOutputs(engine);
        using var wav = request.AudioOutput is { } path ? new WavTap(path) : null;
        if (wav is not null) engine.AddTap(wav);
        using var progress = new ComposeProgress(engine, _meter, Frames);
        engine.AddSink(progress);
        engine.AddSink(new StopOnFault(engine, request.KeepsGoing, () => recorder?.Fault ?? wav?.Fault));
        new FrameLoop(engine, _clock, _meter).Run(stop, Frames ?? long.MaxValue);
        if (request.IsStill && engine.ComposedFrames > 0) Screenshot.SaveNow(engine.Compositor, request.Output);
        recorder?.Finish();
        wav?.Dispose();
        progress.Finish();
        return Report(engine, recorder, recorder?.Fault ?? wav?.Fault, began, stop);
    }

    private long? Frames => (request.DurationSeconds ?? (request.Sources.All(IsEndless) ? EndlessSeconds : null)) is { } seconds
        ? Math.Max(1, (long)Math.Round(seconds * request.FrameRate))
        : null;

    private static bool IsEndless(SourceSpec source) => source.Loop || source.Uri.StartsWith("test:", StringComparison.Ordinal) || source.Uri.StartsWith("lavfi:", StringComparison.Ordinal);

    private void Check()
    {
        if (request.Sources.Count == 0) throw new UsageException("compose needs at least one --source; try --source test:");
        if (!request.IsNull && !request.IsRecording && !request.IsStill)
            throw new UsageException($"--out {request.Output}: the name must end in .mp4, .mkv or .png, or be null:");
        if (!request.IsNull) OutputFiles.CheckWritable(request.Output, "--out");
        if (request.AudioOutput is { } wav && !wav.EndsWith(".wav", StringComparison.OrdinalIgnoreCase)) throw new UsageException($"--audio-out {wav}: the name must end in .wav");
        if (request.AudioOutput is not null) OutputFiles.CheckWritable(request.AudioOutput, "--audio-out");
        if (request.StatsFile is { } stats) OutputFiles.CheckWritable(stats, "--stats");
    }

    private Engine CreateEngine()
    {
        var options = new EngineOptions
        {
            Sources = request.Sources,
            Width = request.Size.Width,
            Height = request.Size.Height,
            FrameRate = request.FrameRate,
            Layout = request.Decorations ? request.Layout : Graphics.Layouts.LayoutKind.Grid,
            Decorations = request.Decorations,
            IsOffline = true,
            EndsWithSources = Frames is null,
            DecodeThreads = request.Threads,
            CanvasLayout = request.PixelFormat ?? (request.IsRecording ? PixelLayout.I420 : PixelLayout.Bgra32),
            HasVideo = request.HasVideo,
            // Decorations show who speaks: the picture must not depend on whether the sound is also written to a file.
            HasAudio = request.HasAudio && (request.Decorations || request.AudioOutput is not null || request.IsRecording || !request.HasVideo),
        };
        var text = new TextRenderer(FontSet.FindInstalled());
        var display = Display.Open(new DisplayRequest(request.Compositor, IsHeadless: true, IsFullscreen: false, ReadsBack: true), options, _meter);
        return new Engine(options, new EngineParts(_clock, display.Choice.Compositor, text, null));
    }

    /// <summary>Every output that was asked for.</summary>
    private DirectRecorder? AddOutputs(Engine engine)
    {
        if (request.HashFile is { } hashes) engine.AddSink(new FrameHashes(hashes, engine.Options.CanvasLayout));
        if (!request.IsRecording) return null;
        var recording = new RecordingOptions { Width = request.Size.Width, Height = request.Size.Height, FrameRate = request.FrameRate, HasAudio = engine.Options.HasAudio };
        var recorder = new DirectRecorder(request.Output, recording, _meter);
        engine.RecordTo(recorder);
        return recorder;
    }

    private int Report(Engine engine, DirectRecorder? recorder, string? outputFault, Instant began, CancellationToken stop)
    {
        var stats = ComposeStatistics.Measure(engine, recorder, _meter.Now - began);
        if (request.StatsFile is { } file) stats.Write(file);
        var failed = false;
        foreach (var source in engine.Sources)
        {
            if (source.Tile.State != StreamState.Faulted) continue;
            Console.Error.WriteLine($"confengine: {source.Tile.Cause}");
            failed |= !request.KeepsGoing;
        }

        if (outputFault is not null)
        {
            Console.Error.WriteLine($"confengine: {outputFault}");
            failed = true;
        }

        if (!failed && engine.ComposedFrames == 0)
        {
            Console.Error.WriteLine($"confengine: --out {request.Output}: no frame was made, for no source could be played");
            failed = true;
        }

        if (failed) return 1;
        Console.Error.WriteLine(stats.Summary(request.Output) + (stop.IsCancellationRequested ? " (stopped early)" : ""));
        return 0;
    }
}
