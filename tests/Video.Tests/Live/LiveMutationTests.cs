using ConfEngine.Core.Media;
using ConfEngine.Video.Live;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Live;

[Collection(nameof(MeasuresMemory))]
public sealed class LiveMutationTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private const int Rounds = 300;
    private const string Pattern = "-f lavfi -i testsrc2=size=64x48:rate=30:duration=1";

    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    [InlineData(LiveCodec.Vp9)]
    [InlineData(LiveCodec.Av1)]
    public void DamagedStreamsNeitherCrashNorLeakNorEnd(LiveCodec codec)
    {
        var whole = Frames(codec);
        for (var seed = 0; seed < 20; seed++) Play(whole, seed);
        var before = ResidentBytes();
        var shown = 0;
        for (var seed = 0; seed < Rounds; seed++) shown += Play(whole, seed);
        Assert.True(shown > Rounds, $"only {shown} pictures came out of {Rounds} streams");

        // Fragmentation costs a few megabytes; a leak of one picture or context a stream would show.
        Assert.InRange(ResidentBytes() - before, long.MinValue, 64L << 20);
    }

    private static int Play(List<Coded> whole, int seed)
    {
        var random = new Random(seed);
        using var live = new LiveStream();
        var shown = 0;
        foreach (var coded in whole)
        {
            (random.Next(3) == 0 ? Mutated(coded, random) : coded).WriteTo(live.Feed, random.Next(50) == 0 ? random.Next(4) : 0);
            using var picture = live.Newest();
            if (!picture.HasValue) continue;
            shown++;
            Look(picture.Value);
        }

        Assert.True(live.Video.State is StreamState.Opening or StreamState.Running, $"seed {seed}: {live.Video.Statistics.Cause}");
        // However badly it went: the next good key frame shows.
        whole[0].WriteTo(live.Feed);
        using var after = live.Newest();
        Assert.True(after.HasValue, $"seed {seed}: nothing after a good key frame: {live.Video.Statistics.Errors} errors, {live.Video.Statistics.Decoded} decoded, {live.Feed.Count} wait, {live.Video.Statistics.Codec}");
        live.Feed.End();
        live.Run();
        Assert.Equal(StreamState.Ended, live.Video.State);
        return shown;
    }

    private static Coded Mutated(Coded coded, Random random)
    {
        var data = (byte[])coded.Data.Clone();
        switch (random.Next(6))
        {
            case 0:
                return coded with { Data = data[..random.Next(data.Length + 1)] };
            case 1:
                return coded with { Data = data[random.Next(data.Length)..] };
            case 2:
                return coded with { Codec = (LiveCodec)random.Next(4) };
            case 3:
                return coded with { IsKeyFrame = !coded.IsKeyFrame };
            case 4:
                random.NextBytes(data.AsSpan(random.Next(data.Length)));
                return coded with { Data = data };
            default:
                for (var i = random.Next(1, 12); i > 0; i--) data[random.Next(random.Next(2) == 0 ? Math.Min(data.Length, 40) : data.Length)] = (byte)random.Next(256);
                return coded with { Data = data };
        }
    }

    // Every byte that the frame says it has must be there.
    private static void Look(VideoFrame frame)
    {
        var sum = 0L;
        for (var plane = 0; plane < frame.Layout.PlaneCount(); plane++)
            for (var y = 0; y < frame[plane].Height; y++)
                foreach (var code in frame[plane].Row(y)) sum += code;
        Assert.True(sum >= 0);
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }

    private List<Coded> Frames(LiveCodec codec) => codec switch
    {
        LiveCodec.Vp9 => Ivf.Read(media.Make($"{Pattern} -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -lag-in-frames 0 -g 10 seed.vp9.ivf"), codec, 10),
        LiveCodec.Av1 => Ivf.Read(media.Make($"{Pattern} -c:v libaom-av1 -usage realtime -cpu-used 8 -lag-in-frames 0 -g 10 seed.av1.ivf"), codec, 10),
        _ => Coded.Make(codec, 30, 64, 48, keyEvery: 10),
    };
}
