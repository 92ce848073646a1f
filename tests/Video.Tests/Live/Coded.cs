using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Time;
using ConfEngine.Video.Live;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Video.Tests.Live;

/// <summary>An encoded frame that a test keeps.</summary>
public sealed record Coded(byte[] Data, LiveCodec Codec, bool IsKeyFrame, MediaTime Pts)
{
    public const int Rate = 30;

    /// <summary>Pictures of the test source, which move.</summary>
    public static List<Lease<VideoFrame>> Draw(VideoStream source, int count)
    {
        var drawn = new List<Lease<VideoFrame>>();
        for (var i = 0; i < count; i++) drawn.Add(Kit.Play.Next(source));
        return drawn;
    }

    public static VideoStream Source(int width = 160, int height = 96) =>
        new("source", new VideoStreamOptions { Uri = "test:", DropWhenLate = false, Test = new TestPicture { Width = width, Height = height, FrameRate = Rate } });

    /// <summary>The first pictures of the test source, encoded by the engine; every <paramref name="keyEvery"/>th a key frame.</summary>
    public static List<Coded> Make(LiveCodec codec, int count, int width = 160, int height = 96, int keyEvery = 1000, int from = 0)
    {
        using var source = Source(width, height);
        using var encoder = new LiveVideoEncoder(codec, width, height, Rate, 1_000_000, new ManualClock());
        var coded = new List<Coded>();
        for (var i = 0; i < count; i++)
        {
            using var picture = Kit.Play.Next(source);
            encoder.Encode(picture.Value, MediaTime.FromUnits(from + i, Rate), i % keyEvery == 0, (data, isKey, pts) => coded.Add(new(data.ToArray(), codec, isKey, pts)));
        }

        return coded;
    }

    public bool WriteTo(EncodedVideoFeed feed, int quarterTurns = 0, Instant? arrival = null) =>
        feed.TryWrite(Data, Codec, IsKeyFrame, Pts, quarterTurns, arrival);
}
