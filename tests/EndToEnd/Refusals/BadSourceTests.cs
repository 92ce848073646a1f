using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Refusals;

/// <summary>Sources that cannot be played: exit code 1, one line that names the source and the cause.</summary>
public sealed class BadSourceTests(MediaFolder media)
{
    [Theory]
    [InlineData("missing.mp4", "missing.mp4: no such file")]
    [InlineData("folder.mp4", "folder.mp4: is a directory")]
    [InlineData("empty.mp4", "empty.mp4: is empty")]
    [InlineData("text.txt", "text.txt: is not a media file")]
    [InlineData("text.mp4", "text.mp4: is not a media file")]
    [InlineData("random.mp4", "random.mp4: is not a media file")]
    [InlineData("header-only.mp4", "header-only.mp4: has no video frames")]
    [InlineData("no-index.mp4", "no-index.mp4: is not a media file")]
    [InlineData("huge.jpg", "huge.jpg: has no video frames of a size")]
    [InlineData("huge.mkv", "huge.mkv: has no video frames of a size")]
    [InlineData("gopher://example.org/a", "unknown scheme 'gopher'")]
    [InlineData("lavfi:nosuchfilter=1", "lavfi:nosuchfilter=1: not a filter graph")]
    [InlineData("lavfi:", "names no graph")]
    public void Compose_refuses_it(string source, string piece)
    {
        // With a good source beside it: the bad one is found, not drowned.
        var outcome = Confengine.RunIn(media.FullName, "compose", "--source", "talk.mp4", "--source", source, "--size", "320x180", "--out", "null:");
        outcome.ExpectRefusal(1, piece);
    }

    [Fact]
    public void Keep_going_composes_the_others()
    {
        using var folder = new TempFolder();
        Confengine.RunIn(media.FullName, "compose", "--keep-going", "--no-decorations", "--source", "missing.mp4", "--source", "talk.mp4", "--duration", "1", "--size", "640x360", "--out", folder["wall.png"]).Expect(0);
        var wall = Decoded.Still(folder["wall.png"]);
        Assert.True(wall.Crop(320, 0, 320, 180).Deviation > 20, "the good source is not to be seen");
    }

    [Fact]
    public void Keep_going_ends_when_nothing_plays_any_more()
    {
        using var folder = new TempFolder();
        Confengine.RunIn(media.FullName, "compose", "--keep-going", "--source", "missing.mp4", "--source", "talk.mp4", "--size", "320x180", "--out", "null:").Expect(0);
        var nothing = Confengine.RunIn(media.FullName, "compose", "--keep-going", "--source", "missing.mp4", "--size", "320x180", "--out", folder["wall.png"]).Expect(1);
        Assert.Contains("no frame was made", nothing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("truncated.mp4", 20, 59)]
    [InlineData("dot.mkv", 30, 30)]
    [InlineData("mono.wav", 89, 91)]
    [InlineData("bars.webm", 29, 31)]
    public void What_can_be_played_is_played(string source, int least, int most)
    {
        using var folder = new TempFolder();
        Confengine.RunIn(media.FullName, "compose", "--source", source, "--size", "320x180", "--out", "null:", "--frame-hashes", folder["hashes"], "--audio-out", folder["mix.wav"]).Expect(0);
        Assert.InRange(File.ReadAllLines(folder["hashes"]).Length, least, most);
    }

    [Fact]
    public void A_picture_of_one_pixel_fills_its_tile()
    {
        using var folder = new TempFolder();
        Confengine.RunIn(media.FullName, "compose", "--no-decorations", "--source", "dot.mkv", "--size", "64x64", "--out", folder["dot.png"]).Expect(0);
        var middle = Decoded.Still(folder["dot.png"]).Crop(16, 16, 32, 32);
        Assert.Equal(0, middle.Deviation - middle.Crop(0, 0, 1, 1).Deviation, 1.0);
        Assert.True(middle.Pixels[0] > 200 && middle.Pixels[1] < 50, $"not red: {middle.Pixels[0]}, {middle.Pixels[1]}, {middle.Pixels[2]}");
    }
}
