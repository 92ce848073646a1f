using System.Globalization;
using ConfEngine.Core.Media;

namespace ConfEngine.Runtime.Sources;

/// <summary>One <c>--source</c>: where the stream comes from and how it is shown.
/// Written <c>URI[,name=TEXT][,loop][,muted][,content][,fit=fit|fill|stretch][,gain=DECIBELS]</c>. Options are looked for from the right, so a
/// URI may hold commas as long as what follows its last one is not itself an option; <c>\,</c> is a comma inside a name.</summary>
public sealed record SourceSpec
{
    /// <summary>The longest accepted text, in UTF-16 units.</summary>
    public const int MaxLength = 4096;

    private const double MaxGainDecibels = 40;

    /// <summary>A file path, <c>v4l2:CAMERA</c>, <c>x11grab:DISPLAY</c>, <c>lavfi:GRAPH</c> or <c>test:OPTIONS</c>.</summary>
    public required string Uri { get; init; }

    /// <summary>What the name tag says.</summary>
    public required string Name { get; init; }

    /// <summary>Starts again at the end.</summary>
    public bool Loop { get; init; }

    /// <summary>Shown, not heard.</summary>
    public bool Muted { get; init; }

    /// <summary>A shared screen rather than a person: takes the stage in the content layout.</summary>
    public bool IsContent { get; init; }

    /// <summary>How the picture goes into its tile.</summary>
    public ViewMode Fit { get; init; } = ViewMode.Fit;

    /// <summary>Gain of the sound in decibels.</summary>
    public double GainDecibels { get; init; }

    /// <summary>Reads a spec.</summary>
    /// <param name="text">The text after <c>--source</c>.</param>
    /// <param name="spec">The result.</param>
    /// <param name="error">One line for the user when the text is refused, else empty.</param>
    public static bool TryParse(string text, out SourceSpec spec, out string error)
    {
        spec = null!;
        if (string.IsNullOrWhiteSpace(text))
        {
            error = "--source is empty: give a file, lavfi:GRAPH or test:";
            return false;
        }

        if (text.Length > MaxLength)
        {
            error = $"--source is {text.Length} characters long: at most {MaxLength} are taken";
            return false;
        }

        var parts = SplitAtCommas(text);
        var first = parts.Count;
        while (first > 1 && IsOption(parts[first - 1])) first--;
        var uri = string.Join(',', parts.Take(first));
        var draft = new SourceSpec { Uri = uri, Name = NameFor(uri) };
        foreach (var option in parts.Skip(first))
        {
            if (!TryApply(ref draft, option, out error)) return false;
        }

        if (draft.Uri.StartsWith("test:", StringComparison.Ordinal) && !TestSpec.TryParse(draft.Uri, out _, out error)) return false;
        spec = draft;
        error = "";
        return true;
    }

    private static bool TryApply(ref SourceSpec draft, string option, out string error)
    {
        error = "";
        var value = option[(option.IndexOf('=') + 1)..].Replace("\\,", ",");
        switch (option.Split('=', 2)[0])
        {
            case "loop":
                draft = draft with { Loop = true };
                return true;
            case "muted":
                draft = draft with { Muted = true };
                return true;
            case "content":
                draft = draft with { IsContent = true };
                return true;
            case "name":
                draft = draft with { Name = value };
                return true;
            case "fit":
                if (!Enum.TryParse<ViewMode>(value, ignoreCase: true, out var mode) || !Enum.IsDefined(mode) || int.TryParse(value, out _))
                {
                    error = $"fit={value} is unknown: use fit, fill or stretch";
                    return false;
                }

                draft = draft with { Fit = mode };
                return true;
            default:
                if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var gain) || !(Math.Abs(gain) <= MaxGainDecibels))
                {
                    error = $"gain={value} is not a number of decibels from -{MaxGainDecibels} to {MaxGainDecibels}";
                    return false;
                }

                draft = draft with { GainDecibels = gain };
                return true;
        }
    }

    private static bool IsOption(string part) =>
        part is "loop" or "muted" or "content" || part.StartsWith("name=", StringComparison.Ordinal)
        || part.StartsWith("fit=", StringComparison.Ordinal) || part.StartsWith("gain=", StringComparison.Ordinal);

    private static List<string> SplitAtCommas(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ',' || (i > 0 && text[i - 1] == '\\')) continue;
            parts.Add(text[start..i]);
            start = i + 1;
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static string NameFor(string uri)
    {
        if (uri.StartsWith("test:", StringComparison.Ordinal)) return "Test";
        if (uri.StartsWith("v4l2:", StringComparison.Ordinal)) return "Camera";
        if (uri.StartsWith("x11grab:", StringComparison.Ordinal)) return "Screen";
        if (uri.StartsWith("lavfi:", StringComparison.Ordinal)) return uri[6..].Split('=', ',')[0];
        var name = Path.GetFileNameWithoutExtension(uri);
        return name.Length > 0 ? name : uri;
    }
}
