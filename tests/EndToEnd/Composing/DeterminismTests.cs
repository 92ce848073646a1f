using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Composing;

/// <summary>The same input gives the same frames every time, however busy the machine.</summary>
public sealed class DeterminismTests(MediaFolder media)
{
    private static readonly string[] s_sources =
        ["talk.mp4,name=Ana", "short.mp4,loop,name=王小明", "bars.webm,name=محمد علي", "lavfi:testsrc2=size=320x180:rate=25", "test:codec=h264:size=320x180:talk=0/2/1", "parity1.mp4"];

    [Fact]
    public void Hashes_are_the_same_again_and_under_load_and_on_one_thread()
    {
        using var folder = new TempFolder();
        var first = Hash(folder["first"], s_sources);
        Assert.Equal(60, first.Length);
        Assert.All(first, line => Assert.Matches("^[0-9a-f]{64}$", line));
        Assert.True(first.Distinct().Count() > 50, "the wall hardly moves");
        Assert.Equal(first, Hash(folder["again"], s_sources));
        Assert.Equal(first, Hash(folder["one thread"], s_sources, "--threads", "1"));
        using (new Load()) Assert.Equal(first, Hash(folder["busy"], s_sources));
    }

    [Fact]
    public void Writing_the_sound_too_changes_no_picture()
    {
        using var folder = new TempFolder();
        string[] speaking = ["test:size=320x180:talk=0/1/9:beep=off"];
        var silent = Hash(folder["silent"], speaking);
        Assert.Equal(silent, Hash(folder["heard"], speaking, "--audio-out", folder["mix.wav"]));
        Assert.NotEqual(silent, Hash(folder["deaf"], speaking, "--no-audio"));
    }

    [Fact]
    public void Other_input_gives_other_hashes()
    {
        using var folder = new TempFolder();
        Assert.Empty(Hash(folder["first"], ["short.mp4"]).Intersect(Hash(folder["other"], ["bars.webm"])));
    }

    [Fact]
    public void Sound_is_the_same_every_time()
    {
        using var folder = new TempFolder();
        Mix(folder["first.wav"]);
        using (new Load()) Mix(folder["busy.wav"]);
        Assert.Equal(File.ReadAllBytes(folder["first.wav"]), File.ReadAllBytes(folder["busy.wav"]));
    }

    private string[] Hash(string file, string[] sources, params string[] more)
    {
        Confengine.RunIn(media.FullName, [
            "compose", .. sources.SelectMany(source => new[] { "--source", source }), "--size", "640x360", "--duration", "2", "--out", "null:",
            "--frame-hashes", file, .. more]).Expect(0);
        return File.ReadAllLines(file);
    }

    private void Mix(string file) => Confengine.RunIn(media.FullName, [
        "compose", "--source", "stereo.opus", "--source", "mono.m4a", "--source", "mono44100.wav", "--source", "test:codec=h264:talk=0/1", "--no-video",
        "--duration", "2", "--out", "null:", "--audio-out", file]).Expect(0);
}
