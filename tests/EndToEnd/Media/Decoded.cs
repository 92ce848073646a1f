using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Media;

/// <summary>What a file holds, as ffmpeg decodes it.</summary>
internal static partial class Decoded
{
    /// <summary>Every sample of the sound as 48 kHz stereo, interleaved, from time zero of the file on.</summary>
    public static float[] Samples(string path)
    {
        using var folder = new TempFolder();
        var raw = folder["sound"];
        FfmpegProgram.Make(["-copyts", "-i", path, "-map", "0:a:0", "-af", "aresample=async=1:first_pts=0", "-f", "f32le", "-ar", "48000", "-ac", "2", raw]);
        return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(raw)).ToArray();
    }

    /// <summary>The pictures after a filter, RGB, three bytes a pixel.</summary>
    /// <param name="path">A file with pictures.</param>
    /// <param name="filter">As after -vf; "null" for none.</param>
    /// <param name="width">Width behind the filter.</param>
    /// <param name="height">Height behind the filter.</param>
    public static Picture[] Pictures(string path, string filter, int width, int height)
    {
        using var folder = new TempFolder();
        var raw = folder["pictures"];
        FfmpegProgram.Make(["-i", path, "-map", "0:v:0", "-vf", filter, "-fps_mode", "passthrough", "-pix_fmt", "rgb24", "-f", "rawvideo", raw]);
        var bytes = File.ReadAllBytes(raw);
        Assert.Equal(0, bytes.Length % (width * height * 3));
        return [.. bytes.Chunk(width * height * 3).Select(pixels => new Picture(width, height, pixels))];
    }

    /// <summary>A still picture as it is.</summary>
    public static Picture Still(string path)
    {
        var video = Probe.File(path).Video;
        return Assert.Single(Pictures(path, "null", video.Width, video.Height));
    }

    /// <summary>The picture that is shown at a time.</summary>
    public static Picture At(string path, double seconds, int width, int height)
    {
        var from = seconds.ToString("0.000", CultureInfo.InvariantCulture);
        return Pictures(path, $"trim=start={from},select=eq(n\\,0)", width, height)[0];
    }

    /// <summary>How alike two files look (SSIM over all planes and pictures), 1 for the same.</summary>
    /// <param name="arguments">Inputs and a filter graph that ends in ssim.</param>
    public static double Ssim(params IEnumerable<string> arguments)
    {
        var outcome = Child.Run("ffmpeg", ["-hide_banner", "-nostdin", "-nostats", .. arguments, "-f", "null", "-"]).Expect(0);
        var match = SsimLine().Match(outcome.Error);
        if (!match.Success) Assert.Fail($"no SSIM: {outcome}");
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"SSIM .*All:([0-9.]+)")]
    private static partial Regex SsimLine();
}
