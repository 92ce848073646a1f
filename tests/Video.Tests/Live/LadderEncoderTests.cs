using ConfEngine.Core.Time;
using ConfEngine.Video.Live;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Live;

public sealed class LadderEncoderTests
{
    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    public void EveryLayerShowsTheSamePictureInItsSize(LiveCodec codec)
    {
        LiveStream[] receivers = [new(), new(), new()];
        using var source = Coded.Source(640, 360);
        using var ladder = new LadderEncoder(codec, 640, 360, Coded.Rate, 3);
        for (var i = 0; i < 5; i++)
        {
            using var picture = Play.Next(source);
            ladder.Encode(picture.Value, picture.Value.Pts, (layer, data, isKey, pts) => Assert.True(receivers[layer].Feed.TryWrite(data, codec, isKey, pts, 0)));
            (int, int)[] sizes = [(160, 90), (320, 180), (640, 360)];
            for (var layer = 0; layer < 3; layer++)
            {
                using var shown = receivers[layer].Newest();
                Assert.Equal(sizes[layer], (shown.Value.Width, shown.Value.Height));
                Assert.Equal(picture.Value.Pts, shown.Value.Pts);
            }
        }

        foreach (var receiver in receivers) receiver.Dispose();
    }

    [Fact]
    public void ALayerThatComesBackBeginsWithAKeyFrame()
    {
        var seen = new List<(int Layer, bool IsKey)>();
        using var source = Coded.Source(320, 180);
        using var ladder = new LadderEncoder(LiveCodec.H264, 320, 180, Coded.Rate, 2);
        Encode();
        ladder.SetActive(0, false);
        Encode();
        ladder.SetActive(0, true);
        Encode();
        ladder.WantKeyFrame(1);
        Encode();
        Assert.Equal([(0, true), (1, true), (1, false), (0, true), (1, false), (0, false), (1, true)], seen);

        void Encode()
        {
            using var picture = Play.Next(source);
            ladder.Encode(picture.Value, picture.Value.Pts, (layer, _, isKey, _) => seen.Add((layer, isKey)));
        }
    }

    [Theory]
    [InlineData(1280, 720, 3, 3)]
    [InlineData(1280, 720, 5, 4)]
    [InlineData(320, 180, 3, 2)]
    [InlineData(160, 90, 3, 1)]
    [InlineData(32, 32, 2, 1)]
    public void SizesThatNobodyCouldUseAreLeftOut(int width, int height, int asked, int given)
    {
        using var ladder = new LadderEncoder(LiveCodec.Vp8, width, height, 30, asked);
        Assert.Equal((given, width, height), (ladder.Layers, ladder[given - 1].Width, ladder[given - 1].Height));
    }

    [Fact]
    public void TheUsualRateFallsMoreSlowlyThanTheArea()
    {
        Assert.Equal(2_500_000, LadderEncoder.UsualBitsPerSecond(1280, 720, 30));
        Assert.InRange(LadderEncoder.UsualBitsPerSecond(640, 360, 30), 650_000, 900_000);
        Assert.InRange(LadderEncoder.UsualBitsPerSecond(320, 180, 30), 180_000, 300_000);
        Assert.Equal(LiveVideoEncoder.LeastBitsPerSecond, LadderEncoder.UsualBitsPerSecond(16, 16, 1));
    }
}
