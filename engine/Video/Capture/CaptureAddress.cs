using System.Globalization;
using ConfEngine.Core.Media;

namespace ConfEngine.Video.Capture;

/// <summary>A device that is to be captured: <c>v4l2:/dev/video0</c> or <c>x11grab::0</c>, then <c>?size=WxH&amp;rate=N&amp;format=NAME</c> as needed.</summary>
/// <param name="Format">FFmpeg's name of the input: "v4l2" or "x11grab".</param>
/// <param name="Device">Path of the camera, or name of the display.</param>
/// <param name="Display">How messages name it.</param>
internal sealed record CaptureAddress(string Format, string Device, string Display)
{
    /// <summary>FFmpeg's name of cameras.</summary>
    public const string Camera = "v4l2";

    /// <summary>FFmpeg's name of X screens.</summary>
    public const string Screen = "x11grab";

    private const int MostPerSecond = 240;

    /// <summary>Width and height in pixels; null for what the device is set to.</summary>
    public (int Width, int Height)? Size { get; private init; }

    /// <summary>Pictures a second that are asked for.</summary>
    public int Rate { get; private init; } = 30;

    /// <summary>A camera's pixel format or codec ("yuyv422", "mjpeg"); null for the best guess.</summary>
    public string? PixelFormat { get; private init; }

    /// <summary>True for a URI that names a device.</summary>
    public static bool Is(string uri) =>
        uri.StartsWith(Camera + ":", StringComparison.Ordinal) || uri.StartsWith(Screen + ":", StringComparison.Ordinal);

    /// <summary>Reads a URI. Opens nothing.</summary>
    /// <exception cref="MediaException">Not understood; one line that names it and says what is.</exception>
    public static CaptureAddress Parse(string uri)
    {
        var colon = uri.IndexOf(':');
        var question = uri.IndexOf('?');
        var format = uri[..colon];
        var device = question < 0 ? uri[(colon + 1)..] : uri[(colon + 1)..question];
        if (device.Length == 0)
            throw new MediaException(format == Camera ? "v4l2: names no camera: write for example v4l2:/dev/video0" : "x11grab: names no display: write for example x11grab::0");
        var address = new CaptureAddress(format, device, $"{format}:{device}");
        if (question < 0) return address;
        foreach (var pair in uri[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries)) address = address.With(pair);
        return address;
    }

    private CaptureAddress With(string pair)
    {
        var equals = pair.IndexOf('=');
        var value = pair[(equals + 1)..];
        switch (equals < 0 ? "" : pair[..equals])
        {
            case "size" when ReadSize(value) is { } size:
                return this with { Size = size };
            case "rate" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate is >= 1 and <= MostPerSecond:
                return this with { Rate = rate };
            case "format" when Format == Camera && value.Length is > 0 and < 32 && value.All(char.IsAsciiLetterOrDigit):
                return this with { PixelFormat = value };
            default:
                throw new MediaException($"{Display}: '{pair}' is not understood: use size=WxH, rate=1..{MostPerSecond}{(Format == Camera ? ", format=NAME" : "")}");
        }
    }

    private static (int Width, int Height)? ReadSize(string text)
    {
        var by = text.IndexOf('x');
        return by > 0 && int.TryParse(text.AsSpan(0, by), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && int.TryParse(text.AsSpan(by + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && width is >= 16 and <= 8192 && height is >= 16 and <= 8192
            ? (width, height)
            : null;
    }
}
