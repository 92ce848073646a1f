using System.CommandLine;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;

namespace ConfEngine.Kiosk.Commands;

/// <summary><c>confengine compose</c>: files in, a wall out, on a virtual clock.</summary>
internal static class ComposeCommand
{
    public static Command Create()
    {
        var source = CommonOptions.Source();
        var size = CommonOptions.Size();
        var frameRate = CommonOptions.FrameRate();
        var layout = CommonOptions.Layout();
        var compositor = CommonOptions.Compositor();
        var duration = CommonOptions.Duration("How long; default: to the end of the longest source, or 10 s when all are endless.");
        var output = new Option<string>("--out") { Description = "FILE.mp4 or FILE.mkv (recording), FILE.png (the last frame), or null: to throw the frames away.", HelpName = "FILE", Required = true };
        var audioOut = new Option<string?>("--audio-out") { Description = "The mix as a WAV file.", HelpName = "FILE.wav" };
        var hashes = new Option<string?>("--frame-hashes") { Description = "One SHA-256 of the canvas a line and frame.", HelpName = "FILE" };
        var stats = new Option<string?>("--stats") { Description = "Frames, seconds and memory as JSON.", HelpName = "FILE.json" };
        var pixelFormat = new Option<PixelLayout?>("--pixel-format") { Description = "Canvas: bgra or i420; default i420 for a recording, else bgra.", HelpName = "NAME", CustomParser = ParsePixelFormat };
        var noDecorations = new Option<bool>("--no-decorations") { Description = "Pictures only, edge to edge, row by row in a square grid." };
        var noVideo = new Option<bool>("--no-video") { Description = "Leave pictures undecoded: only the mix is made." };
        var noAudio = new Option<bool>("--no-audio") { Description = "Leave sound unread." };
        var threads = new Option<int>("--threads") { Description = "Decoding threads; default one a processor.", HelpName = "N" };
        var keepGoing = new Option<bool>("--keep-going") { Description = "Show a source that cannot be opened as a tile with its cause instead of stopping." };
        var command = new Command("compose", "Turn files into a wall, a mix and numbers, as fast as the machine goes. The same input gives the same frames every time.")
        {
            source, size, frameRate, duration, layout, output, audioOut, hashes, stats, pixelFormat, compositor, noDecorations, noVideo, noAudio, threads, keepGoing,
        };
        command.SetAction(parsed => new ComposeRun(new ComposeRequest
        {
            Sources = parsed.GetValue(source) ?? [],
            Size = parsed.GetValue(size),
            FrameRate = parsed.GetValue(frameRate),
            DurationSeconds = parsed.GetValue(duration),
            Layout = parsed.GetValue(layout),
            Output = parsed.GetValue(output)!,
            AudioOutput = parsed.GetValue(audioOut),
            HashFile = parsed.GetValue(hashes),
            StatsFile = parsed.GetValue(stats),
            PixelFormat = parsed.GetValue(pixelFormat),
            Compositor = parsed.GetResult(compositor) is { Implicit: false } ? parsed.GetValue(compositor) : CompositorPreference.Software,
            Decorations = !parsed.GetValue(noDecorations),
            HasVideo = !parsed.GetValue(noVideo),
            HasAudio = !parsed.GetValue(noAudio),
            Threads = Math.Max(0, parsed.GetValue(threads)),
            KeepsGoing = parsed.GetValue(keepGoing),
        }).Run());
        return command;
    }

    private static PixelLayout? ParsePixelFormat(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text is "bgra") return PixelLayout.Bgra32;
        if (text is "i420") return PixelLayout.I420;
        result.AddError($"--pixel-format {text}: unknown; use bgra or i420");
        return null;
    }
}
