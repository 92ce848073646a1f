using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Text;
using ConfEngine.Kiosk.Rooms;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Plugins;
using ConfEngine.Runtime.Recording;
using ConfEngine.Video.Record;

namespace ConfEngine.Kiosk.Commands;

/// <summary>One run of <c>kiosk</c>.</summary>
internal sealed class KioskRun(KioskRequest request)
{
    private readonly SystemClock _clock = new();

    public int Run()
    {
        using var signals = new StopSignals();
        if (request.Screenshot is { } png) OutputFiles.CheckWritable(png, "--screenshot");
        if (request.Record is { } file) OutputFiles.CheckWritable(file, "--record");
        if (request.StatsFile is { } stats) OutputFiles.CheckWritable(stats, "--stats");
        var options = new EngineOptions
        {
            // Without a room nobody ever comes, and what plays while it is empty plays for good.
            Sources = request.Rooms.Listen.Count == 0 ? [.. request.Sources, .. request.WhileEmpty] : request.Sources,
            Width = request.Size.Width,
            Height = request.Size.Height,
            FrameRate = request.FrameRate,
            Layout = request.Layout,
            RoomName = request.RoomName,
            ShowOverlay = request.ShowOverlay,
            // A recording takes I420; without one the display's own BGRA saves a conversion.
            CanvasLayout = request.Record is null ? PixelLayout.Bgra32 : PixelLayout.I420,
        };
        using var device = AudioDevices.Open(request.AudioOutput, _clock);
        var display = Display.Open(new DisplayRequest(request.Compositor, request.IsHeadless, request.IsFullscreen, request.Record is not null), options, _clock);
        using var engine = new Engine(options, new EngineParts(_clock, display.Choice.Compositor, new TextRenderer(FontSet.FindInstalled()), device));
        if (display.Window is { } window) engine.AddSink(new WindowSink(window, engine, _clock));
        using var recorder = Recorder(engine);
        using var plugins = KioskPlugins.Open(request.Plugins, request.Rooms.State, request.RoomName, engine, _clock);
        using var room = OpenRoom(engine, plugins);
        Announce(engine, display, device, room);
        plugins.Start();
        engine.Start();
        Loop(engine, signals.Token);
        return Close(engine, recorder, device, room);
    }

    private KioskRoom? OpenRoom(Engine engine, RoomPlugins plugins)
    {
        if (request.Rooms.Listen.Count == 0) return null;
        var room = KioskRoom.Open(request.Rooms, request.WhileEmpty, engine, plugins, _clock);
        if (request.Record is not null) room.SayRecording();
        return room;
    }

    private void Loop(Engine engine, CancellationToken stop)
    {
        if (request.Screenshot is { } png) engine.AddSink(new EarlyScreenshot(engine, png));
        var frames = request.DurationSeconds is { } seconds ? (long)Math.Ceiling(seconds * request.FrameRate) : long.MaxValue;
        new FrameLoop(engine, _clock, _clock).Run(stop, frames);
    }

    private RecordingThread? Recorder(Engine engine)
    {
        if (request.Record is not { } path) return null;
        var options = new RecordingOptions { Width = request.Size.Width, Height = request.Size.Height, FrameRate = request.FrameRate, HasAudio = true };
        var recorder = new RecordingThread(new DirectRecorder(path, options, _clock));
        engine.RecordTo(recorder);
        return recorder;
    }

    private void Announce(Engine engine, Display display, IAudioDevice device, KioskRoom? room)
    {
        Console.WriteLine($"ConfEngine: {request.Size.Width}x{request.Size.Height} at {request.FrameRate} fps, {request.Sources.Count + request.WhileEmpty.Count} streams.");
        Console.WriteLine($"  picture  {display.Choice.Reason}");
        Console.WriteLine($"  sound    {device.Description}");
        room?.Announce();
        if (display.Window is null) Console.WriteLine($"  window   none: {display.WhyHeadless}");
        if (display.Window is not null) Console.WriteLine("  keys     O overlay, L layout, arrows page, F11 full screen, S screenshot, Q quit");
        else if (room is null && request.Screenshot is null && request.Record is null) Console.WriteLine("  Nobody can see this wall: add --screenshot FILE.png or --record FILE.mp4 to look at it.");
        Console.WriteLine("  Ctrl-C stops and finishes the files.");
    }

    private int Close(Engine engine, RecordingThread? recorder, IAudioDevice device, KioskRoom? room)
    {
        // First of all: sound goes on until the file is closed.
        recorder?.Finish();
        var statistics = KioskStatistics.Measure(engine, recorder, room, _clock);
        if (request.Screenshot is { } png) Screenshot.SaveNow(engine.Compositor, png);
        if (request.StatsFile is { } file) statistics.Write(file);
        Console.WriteLine(statistics.Summary());
        var faults = new[] { recorder?.Fault, device.Fault }.OfType<string>().ToList();
        foreach (var fault in faults) Console.Error.WriteLine($"confengine: {fault}");
        return faults.Count == 0 ? 0 : 1;
    }
}
