using System.CommandLine;
using System.CommandLine.Parsing;
using ConfEngine.Audio.Devices;
using ConfEngine.Kiosk.Rooms;

namespace ConfEngine.Kiosk.Commands;

/// <summary><c>confengine kiosk</c>: the room.</summary>
internal static class KioskCommand
{
    public static Command Create()
    {
        var source = CommonOptions.Source();
        var size = CommonOptions.Size();
        var frameRate = CommonOptions.FrameRate();
        var layout = CommonOptions.Layout();
        var compositor = CommonOptions.Compositor();
        var duration = CommonOptions.Duration("Stop after this time; default: run until Ctrl-C.");
        var headless = new Option<bool>("--headless") { Description = "No window, even where there is a display." };
        var fullscreen = new Option<bool>("--fullscreen") { Description = "Fill the display; F11 leaves it." };
        var overlay = new Option<bool>("--overlay") { Description = "Show the diagnostic pages from the start; the key O cycles them." };
        var room = new Option<string>("--room-name") { Description = "Name on the home screen, and of the room's own participant.", HelpName = "TEXT", DefaultValueFactory = _ => Environment.MachineName };
        var screenshot = new Option<string?>("--screenshot") { Description = "Save the wall as a PNG three seconds after the start and again at the end.", HelpName = "FILE.png" };
        var record = new Option<string?>("--record") { Description = "Record the wall and the mix; the file plays even if the process is killed.", HelpName = "FILE.mp4" };
        var audioOut = new Option<string>("--audio-out") { Description = "Where the sound goes: auto, openal, null or a WAV file.", HelpName = "DEVICE", DefaultValueFactory = _ => "auto" };
        audioOut.Validators.Add(CheckAudioOutput);
        var empty = new Option<bool>("--empty") { Description = "The home screen instead of the demo wall while nobody is in the room." };
        var stats = new Option<string?>("--stats") { Description = "Frames, lag and memory as JSON at the end.", HelpName = "FILE.json" };
        var command = new Command("kiosk", "Run the room. Until somebody joins, with no --source: a demo wall of nine synthetic participants, really encoded and decoded.")
        {
            source, size, frameRate, layout, compositor, duration, headless, fullscreen, overlay, room, screenshot, record, audioOut, empty, stats,
        };
        var pluginFolder = new Option<string[]>("--plugins")
        {
            Description = "A folder with plugins, one folder each, besides plugins/ in the state folder. Repeat it for more.", HelpName = "DIR", AllowMultipleArgumentsPerToken = false,
        };
        var pinnedOnly = new Option<bool>("--pinned-plugins-only") { Description = "Run a plugin only when its checksum is pinned; see confengine plugin trust." };
        command.Add(pluginFolder);
        command.Add(pinnedOnly);
        pluginFolder.Validators.Add(CheckFolders);
        var rooms = new RoomOptions();
        rooms.AddTo(command);
        command.SetAction(parsed => new KioskRun(new KioskRequest
        {
            Sources = parsed.GetValue(source) ?? [],
            WhileEmpty = parsed.GetValue(source) is { Length: > 0 } || parsed.GetValue(empty) ? [] : DemoWall.Sources(),
            Rooms = rooms.Read(parsed, parsed.GetValue(room)!),
            Plugins = new PluginRequest(parsed.GetValue(pluginFolder) ?? [], parsed.GetValue(pinnedOnly)),
            Size = parsed.GetValue(size),
            FrameRate = parsed.GetValue(frameRate),
            Layout = parsed.GetValue(layout),
            Compositor = parsed.GetValue(compositor),
            DurationSeconds = parsed.GetValue(duration),
            IsHeadless = parsed.GetValue(headless),
            IsFullscreen = parsed.GetValue(fullscreen),
            ShowOverlay = parsed.GetValue(overlay),
            RoomName = parsed.GetValue(room)!,
            Screenshot = parsed.GetValue(screenshot),
            Record = parsed.GetValue(record),
            AudioOutput = parsed.GetValue(audioOut)!,
            StatsFile = parsed.GetValue(stats),
        }).Run());
        return command;
    }

    private static void CheckFolders(OptionResult result)
    {
        foreach (var token in result.Tokens)
            if (!Directory.Exists(token.Value))
                result.AddError($"--plugins {token.Value}: there is no such folder");
    }

    private static void CheckAudioOutput(OptionResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "auto";
        if (!AudioDevices.IsSpec(text)) result.AddError($"--audio-out {text}: use one of {AudioDevices.Specs}");
    }
}
