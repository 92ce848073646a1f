using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Time;
using ConfEngine.Video.Record;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Record;

public sealed class MediaFileWriterTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private const int Rate = 30;
    private static readonly RecordingOptions s_options = new() { Width = 160, Height = 90, FrameRate = Rate, Threads = 1 };

    [Theory]
    [InlineData("whole.mp4")]
    [InlineData("whole.mkv")]
    public void APictureASoundAndTheirLengthComeBack(string name)
    {
        using (var writer = MediaFileWriter.Create(media.Path(name), s_options))
        {
            Record(writer, 0, 90);
            writer.Finish();
        }

        var stream = Play.Open(media.Path(name));
        var seen = Play.All(stream, frame => (frame.Pts.Milliseconds, frame.Width, frame.Height, frame.Color));
        Assert.Equal(90, seen.Count);
        Assert.All(seen, frame => Assert.Equal((160, 90, ColorDescription.Canvas), (frame.Width, frame.Height, frame.Color)));
        Assert.Equal("h264", stream.Statistics.Codec);
        Assert.InRange(seen[^1].Milliseconds - seen[0].Milliseconds, 2965, 2968);
        Assert.Equal(("aac", 2), Sound(name));
    }

    [Theory]
    [InlineData("sync.mp4")]
    [InlineData("sync.mkv")]
    public void FlashAndBeepStayTogether(string name)
    {
        using (var writer = MediaFileWriter.Create(media.Path(name), s_options))
        {
            Record(writer, 0, 130);
            writer.Finish();
        }

        var flashes = Flashes(name);
        var beeps = Beeps(name);
        Assert.Equal((4, 4), (flashes.Count, beeps.Count));
        for (var i = 0; i < 4; i++) Assert.InRange(beeps[i] - flashes[i], -20, 20);
    }

    [Theory]
    [InlineData("killed.mp4")]
    [InlineData("killed.mkv")]
    public void WhatWasWrittenPlaysWithoutAnEnd(string name)
    {
        using var writer = MediaFileWriter.Create(media.Path("running-" + name), s_options);
        Record(writer, 0, 300);
        // A killed process leaves what has reached the system: exactly what a copy sees now.
        File.Copy(media.Path("running-" + name), media.Path(name));
        var stream = Play.Open(media.Path(name));
        var seen = Play.All(stream, frame => frame.Pts.Seconds);
        Assert.Equal("", stream.Statistics.Cause);
        // At most a fragment of a second, and what the encoder looks ahead, may be missing of the 10 s.
        Assert.InRange(seen.Count, 210, 300);
        Assert.Equal(("aac", 2), Sound(name));
    }

    [Fact]
    public void BgraIsConverted()
    {
        using var frame = new OwnedVideoFrame(PixelLayout.Bgra32, 160, 90) { Color = ColorDescription.Canvas };
        for (var y = 0; y < 90; y++)
            for (var x = 0; x < 160; x++) new byte[] { 50, 100, 200, 255 }.CopyTo(frame[0].Row(y, 4)[(4 * x)..]);
        using (var writer = MediaFileWriter.Create(media.Path("bgra.mp4"), s_options with { HasAudio = false, Quality = 1 }))
        {
            for (var i = 0; i < 5; i++) writer.WriteVideo(frame, i);
            writer.Finish();
        }

        var rgb = Play.First(media.Path("bgra.mp4"), seen => YuvMatrix.For(seen.Color).ToRgb(seen[0].Row(40)[80], seen[1].Row(20)[40], seen[2].Row(20)[40]));
        Assert.InRange(rgb.Red, 196, 204);
        Assert.InRange(rgb.Green, 96, 104);
        Assert.InRange(rgb.Blue, 46, 54);
    }

    [Fact]
    public void AGapHoldsThePictureBefore()
    {
        using (var writer = MediaFileWriter.Create(media.Path("gap.mp4"), s_options with { HasAudio = false }))
        {
            foreach (var index in new long[] { 0, 1, 30, 31 }) Write(writer, index);
            writer.Finish();
        }

        Assert.Equal([0, 33, 1000, 1033], Play.All(Play.Open(media.Path("gap.mp4")), frame => Math.Round(frame.Pts.Milliseconds)));
    }

    [Fact]
    public void RefusalsNameTheFileAndTheRemedy()
    {
        Refused("no/such/folder/a.mp4", s_options, "does not exist: create it first");
        Refused("a.avi", s_options, "use .mp4 or .mkv");
        Refused("odd.mp4", s_options with { Width = 161 }, "H.264 needs an even width and height");
        Refused("rate.mp4", s_options with { FrameRate = 1000 }, "use 1 to 240");
        Directory.CreateDirectory(media.Path("folder.mp4"));
        Refused("folder.mp4", s_options, "is a directory");
    }

    [Fact]
    public void AFullDiskIsNoticedInMidRecording()
    {
        // /dev/full takes nothing: every write fails as on a full disk.
        File.CreateSymbolicLink(media.Path("full.mp4"), "/dev/full");
        var error = Assert.Throws<MediaException>(() =>
        {
            using var writer = MediaFileWriter.Create(media.Path("full.mp4"), s_options);
            Record(writer, 0, 600);
        });
        Assert.Contains("full.mp4: the disk is full: free some space or record elsewhere", error.Message);
    }

    [Fact]
    public void RecordingAllocatesNothing()
    {
        using var writer = MediaFileWriter.Create(media.Path("allocations.mp4"), s_options);
        using var frame = Picture(false);
        var beep = new float[1600 * 2];
        WriteBoth(0, 100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteBoth(100, 200);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void WriteBoth(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                writer.WriteVideo(frame, i);
                writer.WriteAudio(beep);
            }
        }
    }

    private static OwnedVideoFrame Picture(bool isBright)
    {
        var frame = new OwnedVideoFrame(PixelLayout.I420, 160, 90) { Color = ColorDescription.Canvas };
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < frame[plane].Height; y++) frame[plane].Row(y).Fill((byte)(plane > 0 ? 128 : isBright ? 235 : 16 + y));
        return frame;
    }

    private static void Write(MediaFileWriter writer, long index)
    {
        using var frame = Picture(index % Rate == 15);
        writer.WriteVideo(frame, index);
    }

    // Bright pictures at 0.5 s, 1.5 s, … and a 1 kHz beep of 33 ms with each.
    private static void Record(MediaFileWriter writer, int from, int to)
    {
        var samples = new float[1600 * 2];
        for (var index = from; index < to; index++)
        {
            Write(writer, index);
            for (var i = 0; i < 1600; i++)
                samples[2 * i] = samples[2 * i + 1] = index % Rate == 15 ? MathF.Sin(i * MathF.Tau / 48) * 0.5f : 0;
            writer.WriteAudio(samples);
        }
    }

    private void Refused(string name, RecordingOptions options, string message)
    {
        var error = Assert.Throws<MediaException>(() => MediaFileWriter.Create(media.Path(name), options));
        Assert.Contains(Path.GetFileName(name), error.Message);
        Assert.Contains(message, error.Message);
    }

    private (string, int) Sound(string name)
    {
        var log = new SoundLog();
        using var track = new AudioTrack("sound", media.Path(name), false, log);
        Play.Run(track);
        return (track.Statistics.Codec, log.Pcm[0].Channels);
    }

    private List<double> Flashes(string name)
    {
        var bright = Play.All(Play.Open(media.Path(name)), frame => (frame.Pts.Milliseconds, IsBright: frame[0].Row(4)[80] > 150));
        return [.. bright.Where(frame => frame.IsBright).Select(frame => frame.Milliseconds)];
    }

    private List<double> Beeps(string name)
    {
        var log = new SoundLog();
        using var track = new AudioTrack("sound", media.Path(name), false, log);
        Play.Run(track);
        var left = log.Left();
        var onsets = new List<double>();
        for (var i = 0; i < left.Length; i++)
        {
            if (Math.Abs(left[i]) < 0.2f) continue;
            onsets.Add(i / 48.0);
            i += 24_000;
        }

        return onsets;
    }
}
