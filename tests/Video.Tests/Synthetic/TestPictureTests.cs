using System.Security.Cryptography;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Synthetic;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Synthetic;

public sealed class TestPictureTests
{
    private static readonly CoverageMask[] s_digits = [.. Enumerable.Range(0, 10).Select(digit => new CoverageMask([.. Enumerable.Repeat((byte)(digit * 25 + 20), 80)], 8, 10))];

    [Theory]
    [InlineData(TestCodec.None, "raw")]
    [InlineData(TestCodec.H264, "h264")]
    [InlineData(TestCodec.Vp8, "vp8")]
    public void EveryPictureComesAtItsTime(TestCodec codec, string name)
    {
        var stream = Open(new TestPicture { Codec = codec });
        var seen = Play.All(stream, frame => (frame.Width, frame.Height, frame.Layout, frame.Pts, frame.Color), most: 70);
        Assert.Equal(name, stream.Statistics.Codec);
        Assert.Null(stream.Duration);
        for (var i = 0; i < seen.Count; i++)
            Assert.Equal((640, 360, PixelLayout.I420, MediaTime.FromUnits(i, 30), ColorDescription.Canvas), seen[i]);
    }

    [Theory]
    [InlineData(TestCodec.None)]
    [InlineData(TestCodec.H264)]
    [InlineData(TestCodec.Vp8)]
    public void TheSameOptionsGiveTheSamePictures(TestCodec codec)
    {
        var options = new TestPicture { Codec = codec, Width = 160, Height = 90, Digits = s_digits, Talk = new TalkTurn(0, 1, 1) };
        Assert.Equal(Play.All(Open(options), Hash, most: 40), Play.All(Open(options), Hash, most: 40));
    }

    [Theory]
    [InlineData(TestCodec.None)]
    [InlineData(TestCodec.H264)]
    [InlineData(TestCodec.Vp8)]
    public void TheFlashIsOnTheFirstTwoPicturesOfEverySecond(TestCodec codec)
    {
        var flash = Play.All(Open(new TestPicture { Codec = codec }), frame => frame[0].Row(30)[30] > 200, most: 65);
        for (var i = 0; i < flash.Count; i++) Assert.Equal(i % 30 < 2, flash[i]);
    }

    [Fact]
    public void ItMovesAndTheMouthMovesMoreInItsTurn()
    {
        var pictures = Play.All(Open(new TestPicture { Talk = new TalkTurn(1, 2, 1), Flash = false }), frame => Copy(frame[0]), most: 60);
        Assert.NotEqual(pictures[0], pictures[15]);
        // The level meter at the bottom right is there in the second second only.
        Assert.Equal(0, Differences(pictures[5], pictures[20], 560, 300));
        Assert.True(Differences(pictures[35], pictures[50], 560, 300) > 20);
    }

    [Fact]
    public void CaptionAndCounterAreDrawnWhereTheyBelong()
    {
        var caption = new CoverageMask([.. Enumerable.Repeat((byte)255, 100 * 20)], 100, 20);
        var with = Play.All(Open(new TestPicture { Caption = caption, Digits = s_digits, Flash = false }), frame => Copy(frame[0]), most: 1)[0];
        var without = Play.All(Open(new TestPicture { Flash = false }), frame => Copy(frame[0]), most: 1)[0];
        Assert.All(Enumerable.Range(24, 100), x => Assert.Equal(235, with[326 * 640 + x]));
        Assert.NotEqual(with[24 * 640 + 612], without[24 * 640 + 612]);
        Assert.Equal(with[180 * 640 + 30], without[180 * 640 + 30]);
    }

    [Theory]
    [InlineData(TestCodec.None)]
    [InlineData(TestCodec.H264)]
    public void FarBehindItLeavesOutWhatIsPast(TestCodec codec)
    {
        using var stream = new VideoStream("test", new VideoStreamOptions { Uri = "test:", Test = new TestPicture { Codec = codec } });
        stream.Step(default);
        stream.Step(default);
        var due = MediaTime.FromSeconds(10);
        Assert.True(stream.TryTakeDue(due, out var first));
        first.Dispose();
        stream.Step(default);
        Assert.True(stream.TryTakeDue(due, out var lease));
        Assert.Equal(due, lease.Value.Pts);
        Assert.Equal(299, stream.Statistics.Dropped);
        lease.Dispose();
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(18, 200)]
    [InlineData(200, 16)]
    [InlineData(1280, 720)]
    public void AnySizeCanBeDrawn(int width, int height)
    {
        var caption = new CoverageMask([.. Enumerable.Repeat((byte)255, 300 * 40)], 300, 40);
        var options = new TestPicture { Width = width, Height = height, Caption = caption, Digits = s_digits, Talk = new TalkTurn(0, 1, 1) };
        Assert.Equal(35, Play.All(Open(options), frame => (frame.Width, frame.Height), most: 35).Count(size => size == (width, height)));
    }

    [Theory]
    [InlineData(0, 360, 30)]
    [InlineData(641, 360, 30)]
    [InlineData(640, 5000, 30)]
    [InlineData(640, 360, 0)]
    [InlineData(640, 360, 1000)]
    public void OptionsOutOfRangeAreAFault(int width, int height, int rate)
    {
        using var stream = Open(new TestPicture { Width = width, Height = height, FrameRate = rate });
        stream.Step(default);
        Assert.Equal(StreamState.Faulted, stream.State);
        Assert.StartsWith("test: cannot draw", stream.Statistics.Cause);
    }

    private static VideoStream Open(TestPicture picture) =>
        new("test", new VideoStreamOptions { Uri = "test:", Test = picture, DropWhenLate = false });

    private static byte[] Copy(Plane plane)
    {
        var copy = new byte[plane.Width * plane.Height];
        for (var y = 0; y < plane.Height; y++) plane.Row(y).CopyTo(copy.AsSpan(y * plane.Width));
        return copy;
    }

    private static int Differences(byte[] left, byte[] right, int x, int y)
    {
        var count = 0;
        for (var row = y; row < 360; row++)
            for (var column = x; column < 640; column++)
                if (left[row * 640 + column] != right[row * 640 + column]) count++;
        return count;
    }

    private static string Hash(VideoFrame frame)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < frame[plane].Height; y++) hash.AppendData(frame[plane].Row(y));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
