using System.Globalization;
using System.Text.Json;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Media;

/// <summary>What ffprobe says of a file.</summary>
internal sealed record Probe(double Seconds, IReadOnlyList<ProbedStream> Streams)
{
    public ProbedStream Video => Assert.Single(Streams, stream => stream.Kind == "video");

    public ProbedStream Audio => Assert.Single(Streams, stream => stream.Kind == "audio");

    public static Probe File(string path)
    {
        var outcome = Child.Run("ffprobe", ["-v", "error", "-show_format", "-show_streams", "-count_frames", "-of", "json", path]).Expect(0);
        using var json = JsonDocument.Parse(outcome.Out);
        var streams = json.RootElement.GetProperty("streams").EnumerateArray().Select(Stream).ToArray();
        return new Probe(Number(json.RootElement.GetProperty("format"), "duration"), streams);
    }

    /// <summary>The time of every picture in seconds, in the order in which they are shown.</summary>
    public static double[] PictureTimes(string path)
    {
        var outcome = Child.Run("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "frame=pts_time", "-of", "csv=p=0", path]).Expect(0);
        return [.. outcome.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture))];
    }

    private static ProbedStream Stream(JsonElement stream) => new(
        stream.GetProperty("codec_type").GetString()!,
        stream.TryGetProperty("codec_name", out var codec) ? codec.GetString()! : "",
        (int)Number(stream, "width"),
        (int)Number(stream, "height"),
        stream.GetProperty("r_frame_rate").GetString()!,
        (int)Number(stream, "sample_rate"),
        (int)Number(stream, "channels"),
        (int)Number(stream, "nb_read_frames"),
        Number(stream, "duration"));

    private static double Number(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return 0;
        return double.Parse(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), CultureInfo.InvariantCulture);
    }
}

/// <summary>One stream; numbers that it does not have are 0.</summary>
internal sealed record ProbedStream(
    string Kind, string Codec, int Width, int Height, string Rate, int SampleRate, int Channels, int Pictures, double Seconds);
