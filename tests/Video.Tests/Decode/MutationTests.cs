using ConfEngine.Core.Media;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Decode;

[Collection(nameof(MeasuresMemory))]
public sealed class MutationTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private const int Rounds = 60;

    [Theory]
    [InlineData("-c:v libx264 -g 10 -c:a aac", "mp4")]
    [InlineData("-c:v libvpx -deadline realtime -g 10 -c:a libopus", "webm")]
    [InlineData("-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 10 -c:a libvorbis", "mkv")]
    [InlineData("-c:v mpeg4 -g 10 -c:a pcm_s16le", "avi")]
    [InlineData("-c:v mjpeg -pix_fmt yuvj444p -c:a mp2", "mov")]
    [InlineData("-c:v libx264 -g 10 -c:a ac3", "ts")]
    public void DamagedFilesNeitherCrashNorLeak(string encode, string container)
    {
        var path = media.Make($"-f lavfi -i testsrc2=size=64x48:rate=25:duration=1 -f lavfi -i sine=duration=1 {encode} seed.{container}");
        var whole = File.ReadAllBytes(path);
        Play(whole, container, 10);
        var before = ResidentBytes();
        for (var seed = 0; seed < Rounds; seed++) Play(Mutated(whole, seed), container, seed);

        // Fragmentation costs a few megabytes; a leak of one picture or context a file would show.
        Assert.InRange(ResidentBytes() - before, long.MinValue, 64L << 20);
    }

    private void Play(byte[] bytes, string container, int seed)
    {
        var path = media.Path($"mutant.{container}");
        File.WriteAllBytes(path, bytes);
        // Every other one loops: a damaged file must not be able to loop for ever without a picture.
        using var stream = Kit.Play.Open(path, loop: seed % 2 == 0);
        var pictures = 0;
        for (var steps = 0; steps < 400 && pictures < 60 && stream.State is StreamState.Opening or StreamState.Running; steps++)
        {
            stream.Step(default);
            if (!stream.TryTakeDue(Core.Time.MediaTime.MaxValue, out var lease)) continue;
            pictures++;
            Look(lease.Value);
            lease.Dispose();
        }

        using var track = new AudioTrack("mutant", path, seed % 2 == 0, new SoundLog());
        for (var steps = 0; steps < 200; steps++) track.Step(default);
        stream.Dispose();
        Assert.True(stream.RentedFrames == 0, $"seed {seed}: {stream.RentedFrames} frames leaked");
        Assert.False(stream.State == StreamState.Faulted && stream.Statistics.Cause.Length == 0, $"seed {seed}: a fault without a cause");
    }

    // Every byte that the frame says it has must be there.
    private static void Look(VideoFrame frame)
    {
        var sum = 0;
        for (var plane = 0; plane < frame.Layout.PlaneCount(); plane++)
            for (var y = 0; y < frame[plane].Height; y++)
                foreach (var code in frame[plane].Row(y)) sum += code;
        Assert.True(sum >= 0);
    }

    private static byte[] Mutated(byte[] whole, int seed)
    {
        var random = new Random(seed);
        var bytes = (byte[])whole.Clone();
        // A few bytes anywhere, more of them in the header where the structure is.
        for (var i = random.Next(1, 12); i > 0; i--) bytes[random.Next(random.Next(2) == 0 ? Math.Min(bytes.Length, 600) : bytes.Length)] = (byte)random.Next(256);
        if (seed % 3 == 1) random.NextBytes(bytes.AsSpan(random.Next(bytes.Length - 64), 64));
        return seed % 5 == 2 ? bytes[..random.Next(16, bytes.Length)] : bytes;
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }
}
