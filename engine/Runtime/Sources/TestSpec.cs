using System.Globalization;
using ConfEngine.Core.Media;

namespace ConfEngine.Runtime.Sources;

/// <summary>What a <c>test:</c> source shows and says: <c>test:[KEY=VALUE[:KEY=VALUE ...]]</c> with the keys size, rate, codec, hue, talk and beep.</summary>
public sealed record TestSpec
{
    /// <summary>Picture width in pixels; even.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Picture height in pixels; even.</summary>
    public int Height { get; init; } = 360;

    /// <summary>Frames per second.</summary>
    public int FrameRate { get; init; } = 30;

    /// <summary>"none" for raw pictures and samples; "h264" or "vp8" to really encode and decode the picture, and the sound as Opus.</summary>
    public string Codec { get; init; } = "none";

    /// <summary>Colour of the background, degrees on the colour circle.</summary>
    public int Hue { get; init; } = 210;

    /// <summary>When a voice is heard.</summary>
    public TalkTurn Talk { get; init; }

    /// <summary>A flash and a beep on every whole second.</summary>
    public bool Beep { get; init; } = true;

    /// <summary>Reads the part of a source that follows <c>test:</c>.</summary>
    /// <param name="uri">The whole URI, with its scheme.</param>
    /// <param name="spec">The result.</param>
    /// <param name="error">One line for the user when the URI is refused, else empty.</param>
    public static bool TryParse(string uri, out TestSpec spec, out string error)
    {
        spec = new TestSpec();
        error = "";
        foreach (var pair in uri["test:".Length..].Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=');
            var key = at < 0 ? pair : pair[..at];
            var value = at < 0 ? "" : pair[(at + 1)..];
            if (Apply(spec, key, value) is not { } next)
            {
                error = $"test:{pair} is not understood: use size=WxH (even, 16 to 4096), rate=1..120, codec=none|h264|vp8, hue=0..359, talk=INDEX/COUNT[/SECONDS], beep=on|off";
                return false;
            }

            spec = next;
        }

        return true;
    }

    private static TestSpec? Apply(TestSpec spec, string key, string value) => key switch
    {
        "size" when TryPair(value, 'x', out var width, out var height) && IsSide(width) && IsSide(height) => spec with { Width = width, Height = height },
        "rate" when TryWhole(value, 1, 120, out var rate) => spec with { FrameRate = rate },
        "codec" when value is "none" or "h264" or "vp8" => spec with { Codec = value },
        "hue" when TryWhole(value, 0, 359, out var hue) => spec with { Hue = hue },
        "talk" when TryTurn(value, out var turn) => spec with { Talk = turn },
        "beep" when value is "on" or "off" => spec with { Beep = value == "on" },
        _ => null,
    };

    private static bool TryTurn(string value, out TalkTurn turn)
    {
        turn = default;
        var parts = value.Split('/');
        var seconds = 4.0;
        if (parts.Length is < 2 or > 3 || !TryWhole(parts[0], 0, 999, out var index) || !TryWhole(parts[1], 1, 1000, out var count) || index >= count) return false;
        if (parts.Length == 3 && (!double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out seconds) || seconds is not (>= 0.1 and <= 3600))) return false;
        turn = new TalkTurn(index, count, seconds);
        return true;
    }

    private static bool TryPair(string value, char separator, out int first, out int second)
    {
        second = 0;
        var parts = value.Split(separator);
        return TryWhole(parts[0], 0, 99999, out first) && parts.Length == 2 && TryWhole(parts[1], 0, 99999, out second);
    }

    private static bool TryWhole(string value, int least, int most, out int number) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private static bool IsSide(int pixels) => pixels is >= 16 and <= 4096 && pixels % 2 == 0;
}
