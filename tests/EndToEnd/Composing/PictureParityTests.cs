using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Composing;

/// <summary>Compose and ffmpeg's xstack make the same wall of the same files.</summary>
public sealed class PictureParityTests(MediaFolder media)
{
    private const int Width = 1280;
    private const int Height = 720;
    private const double Alike = 0.98;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void A_recording_looks_like_the_peers(int count)
    {
        using var folder = new TempFolder();
        Compose(count, "--out", folder["ours.mkv"]);
        Peer(count, "null", "-c:v", "ffv1", folder["peer.mkv"]);
        var ours = Probe.File(folder["ours.mkv"]).Video;
        Assert.Equal((Width, Height, 30), (ours.Width, ours.Height, ours.Pictures));
        var likeness = Decoded.Ssim("-i", folder["ours.mkv"], "-i", folder["peer.mkv"], "-lavfi", "[0:v][1:v]ssim");
        Assert.True(likeness >= Alike, $"SSIM {likeness}");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    public void A_still_picture_has_the_peers_colours(int count)
    {
        using var folder = new TempFolder();
        Compose(count, "--out", folder["ours.png"], "--pixel-format", "bgra");
        Peer(count, "select=eq(n\\,29),scale=in_color_matrix=bt709:in_range=tv,format=bgra", "-frames:v", "1", folder["peer.png"]);
        var likeness = Decoded.Ssim("-i", folder["ours.png"], "-i", folder["peer.png"], "-lavfi", "[0:v]format=gbrp[a];[1:v]format=gbrp[b];[a][b]ssim");
        Assert.True(likeness >= Alike, $"SSIM {likeness}");
        // SSIM forgives a small shift of every colour; this does not.
        var difference = Decoded.Still(folder["ours.png"]).DifferenceTo(Decoded.Still(folder["peer.png"]));
        Assert.True(difference < 3, $"samples differ by {difference} on average");
    }

    [Fact]
    public void Tiles_in_each_others_place_would_be_found()
    {
        using var folder = new TempFolder();
        Compose(4, "--out", folder["ours.png"]);
        Confengine.RunIn(media.FullName, Arguments([1, 0, 2, 3], "--out", folder["swapped.png"])).Expect(0);
        var likeness = Decoded.Ssim("-i", folder["ours.png"], "-i", folder["swapped.png"], "-lavfi", "ssim");
        Assert.True(likeness < 0.9, $"SSIM {likeness} of different walls");
    }

    private void Compose(int count, params string[] more) => Confengine.RunIn(media.FullName, Arguments(Enumerable.Range(0, count), more)).Expect(0);

    private static IEnumerable<string> Arguments(IEnumerable<int> clips, params string[] more) =>
        ["compose", "--no-decorations", "--size", $"{Width}x{Height}", "--duration", "1", .. clips.SelectMany(clip => new[] { "--source", $"parity{clip}.mp4" }), .. more];

    /// <summary>The wall as ffmpeg makes it: each clip whole and centred in its cell of a square grid, scaled with a triangle filter.</summary>
    private void Peer(int count, string finish, params string[] output)
    {
        var side = (int)Math.Ceiling(Math.Sqrt(count));
        var (width, height) = (Width / side / 2 * 2, Height / side / 2 * 2);
        var cells = string.Concat(Enumerable.Range(0, count).Select(i =>
            $"[{i}:v]scale={width}:{height}:force_original_aspect_ratio=decrease:flags=bilinear,pad={width}:{height}:(ow-iw)/2:(oh-ih)/2,setsar=1[v{i}];"));
        var places = string.Join('|', Enumerable.Range(0, count).Select(i => $"{i % side * width}_{i / side * height}"));
        var stack = count == 1 ? "[v0]" : $"{string.Concat(Enumerable.Range(0, count).Select(i => $"[v{i}]"))}xstack=inputs={count}:layout={places}:fill=black,";
        // 720 does not divide by three into even rows: what is left over stays black on both sides.
        var graph = $"{cells}{stack}pad={Width}:{Height},{finish}";
        FfmpegProgram.Make([.. Enumerable.Range(0, count).SelectMany(i => new[] { "-i", media[$"parity{i}.mp4"] }), "-filter_complex", graph, .. output]);
    }
}
