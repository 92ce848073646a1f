using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Runtime.Sources;
using ConfEngine.Graphics.Compositor;

namespace ConfEngine.Kiosk.Commands;

/// <summary>Canvas size in pixels.</summary>
internal readonly record struct CanvasSize(int Width, int Height)
{
    /// <summary>As it is given.</summary>
    public override string ToString() => $"{Width}x{Height}";
}

/// <summary>Options that more than one command has, with their checks.</summary>
internal static class CommonOptions
{
    private const int LeastSide = 16;
    private const int MostSide = 8192;
    private const int MostFrameRate = 240;

    public static Option<SourceSpec[]> Source() => new("--source")
    {
        Description = "A stream: FILE, v4l2:CAMERA, x11grab:DISPLAY, lavfi:GRAPH or test:OPTIONS, then ,name=TEXT ,loop ,muted ,content ,fit=fit|fill|stretch ,gain=DB. Repeat it for more.",
        HelpName = "URI[,OPTION...]",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => [.. result.Tokens.Select(token => ParseSource(token.Value, result)).OfType<SourceSpec>()],
    };

    public static Option<CanvasSize> Size() => new("--size")
    {
        Description = $"Canvas in pixels: even numbers from {LeastSide} to {MostSide}.",
        HelpName = "WxH",
        DefaultValueFactory = _ => new CanvasSize(1920, 1080),
        CustomParser = ParseSize,
    };

    public static Option<int> FrameRate() => new("--fps")
    {
        Description = $"Frames per second, 1 to {MostFrameRate}.",
        HelpName = "N",
        DefaultValueFactory = _ => 30,
        CustomParser = result => Whole(result, "--fps", 1, MostFrameRate),
    };

    public static Option<LayoutKind> Layout() => new("--layout")
    {
        Description = "How the tiles are arranged: gallery, speaker, content or grid.",
        HelpName = "NAME",
        DefaultValueFactory = _ => LayoutKind.Gallery,
        CustomParser = ParseLayout,
    };

    public static Option<CompositorPreference> Compositor() => new("--compositor")
    {
        Description = "What draws: gpu, software, or auto to measure and choose.",
        HelpName = "NAME",
        CustomParser = ParseCompositor,
    };

    /// <summary>Seconds, with an optional unit: 10, 2.5s, 3m, 1h.</summary>
    public static Option<double?> Duration(string description) => new("--duration")
    {
        Description = description,
        HelpName = "S",
        CustomParser = ParseDuration,
    };

    private static SourceSpec? ParseSource(string text, ArgumentResult result)
    {
        if (SourceSpec.TryParse(text, out var spec, out var error)) return spec;
        result.AddError(error);
        return null;
    }

    private static CanvasSize ParseSize(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var parts = text.Split('x');
        if (parts.Length == 2 && TrySide(parts[0], out var width) && TrySide(parts[1], out var height)) return new CanvasSize(width, height);
        result.AddError($"--size {text}: use WIDTHxHEIGHT with even numbers from {LeastSide} to {MostSide}, such as 1920x1080");
        return default;
    }

    private static bool TrySide(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && side is >= LeastSide and <= MostSide && side % 2 == 0;

    private static int Whole(ArgumentResult result, string option, int least, int most)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        result.AddError($"{option} {text}: use a whole number from {least} to {most}");
        return least;
    }

    private static LayoutKind ParseLayout(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (LayoutKinds.TryParse(text, out var kind)) return kind;
        result.AddError($"--layout {text}: unknown; use gallery, speaker, content or grid");
        return default;
    }

    private static CompositorPreference ParseCompositor(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Enum.TryParse<CompositorPreference>(text, ignoreCase: true, out var kind) && !char.IsAsciiDigit(text[0])) return kind;
        result.AddError($"--compositor {text}: unknown; use auto, gpu or software");
        return default;
    }

    private static double? ParseDuration(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var (number, unit) = text.Length > 0 && char.IsAsciiLetter(text[^1]) ? (text[..^1], text[^1]) : (text, 's');
        var factor = unit switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        if (factor > 0 && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * factor is > 0 and <= 31_536_000)
            return value * factor;
        result.AddError($"--duration {text}: use seconds above 0, or a number with s, m or h, such as 90s");
        return null;
    }
}
