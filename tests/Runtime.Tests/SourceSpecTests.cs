using ConfEngine.Core.Media;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime.Tests;

public sealed class SourceSpecTests
{
    private static SourceSpec Parse(string text)
    {
        Assert.True(SourceSpec.TryParse(text, out var spec, out var error), error);
        return spec;
    }

    [Theory]
    [InlineData("a.mp4", "a.mp4", "a")]
    [InlineData("/media/talk, part 2.webm", "/media/talk, part 2.webm", "talk, part 2")]
    [InlineData("a.mp4,name=王小明", "a.mp4", "王小明")]
    [InlineData("a.mp4,name=Smith\\, Ana", "a.mp4", "Smith, Ana")]
    [InlineData("lavfi:testsrc2=size=64x64,format=yuv420p", "lavfi:testsrc2=size=64x64,format=yuv420p", "testsrc2")]
    [InlineData("lavfi:testsrc2=size=64x64,format=yuv420p,name=Bars,loop", "lavfi:testsrc2=size=64x64,format=yuv420p", "Bars")]
    [InlineData("test:", "test:", "Test")]
    public void TheUriIsWhatIsNotAnOption(string text, string uri, string name)
    {
        var spec = Parse(text);
        Assert.Equal(uri, spec.Uri);
        Assert.Equal(name, spec.Name);
    }

    [Fact]
    public void EveryOptionIsUnderstood()
    {
        var spec = Parse("a.mp4,loop,muted,content,fit=Fill,gain=-6.5,name=x");
        Assert.True(spec.Loop && spec.Muted && spec.IsContent);
        Assert.Equal(ViewMode.Fill, spec.Fit);
        Assert.Equal(-6.5, spec.GainDecibels);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("a.mp4,fit=1", "fit=1")]
    [InlineData("a.mp4,fit=squash", "fit, fill or stretch")]
    [InlineData("a.mp4,gain=loud", "gain=loud")]
    [InlineData("a.mp4,gain=400", "-40 to 40")]
    [InlineData("test:size=0x0", "size=0x0")]
    [InlineData("test:size=63x64", "size=63x64")]
    [InlineData("test:codec=h265", "codec=none|h264|vp8")]
    [InlineData("test:talk=3/3", "talk=3/3")]
    [InlineData("test:nonsense", "nonsense")]
    public void NonsenseIsRefusedWithItsName(string text, string expected)
    {
        Assert.False(SourceSpec.TryParse(text, out _, out var error));
        Assert.Contains(expected, error);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void TooLongATextIsRefused() => Assert.False(SourceSpec.TryParse(new string('a', SourceSpec.MaxLength + 1), out _, out _));

    [Fact]
    public void TestOptionsAreRead()
    {
        Assert.True(TestSpec.TryParse("test:size=320x180:rate=15:codec=vp8:hue=90:talk=2/5/1.5:beep=off", out var spec, out _));
        Assert.Equal((320, 180, 15, "vp8", 90, false), (spec.Width, spec.Height, spec.FrameRate, spec.Codec, spec.Hue, spec.Beep));
        Assert.Equal(new TalkTurn(2, 5, 1.5), spec.Talk);
    }

    [Fact]
    public void RandomTextNeverThrows()
    {
        var random = new Random(20261);
        const string Alphabet = "test:lavfi,=name\\fitgainx/0123456789.-:王 \u202e\ud83d";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Create(random.Next(60), random, static (span, source) =>
            {
                for (var at = 0; at < span.Length; at++) span[at] = Alphabet[source.Next(Alphabet.Length)];
            });
            Assert.Equal(SourceSpec.TryParse(text, out var spec, out var error), error.Length == 0 && spec is not null);
        }
    }
}
