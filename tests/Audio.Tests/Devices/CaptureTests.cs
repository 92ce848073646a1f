using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.TestKit.Media;
using Xunit;

namespace ConfEngine.Audio.Tests.Devices;

public sealed class CaptureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("capture").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_tone_comes_in_time_block_by_block()
    {
        var clock = new ManualClock();
        clock.Advance(MediaTime.FromSeconds(3));
        using var capture = (PacedCapture)AudioDevices.OpenCapture("tone", clock);
        var (left, times) = Capture(capture, clock, 100);
        Assert.Equal(100, times.Count);
        Assert.Equal(2990, (times[0] - default(Instant)).Milliseconds);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(10, (pair.Second - pair.First).Milliseconds));
        Assert.Equal(-20, Tone.Level(left, 440), 0.01);
        for (var i = 1; i < left.Length; i++) Assert.InRange(Math.Abs(left[i] - left[i - 1]), 0, 0.006);
    }

    [Fact]
    public void The_test_voice_talks_and_listens()
    {
        var clock = new ManualClock();
        using var capture = (PacedCapture)AudioDevices.OpenCapture("test", clock);
        var (left, _) = Capture(capture, clock, 600);
        Assert.True(Signals.Rms(left.AsSpan(0, 140_000)) > 0.01);
        Assert.True(Signals.Rms(left.AsSpan(160_000, 120_000)) < 0.0001);
    }

    [Fact]
    public void A_thread_that_comes_late_catches_up_and_loses_what_is_too_old()
    {
        var clock = new ManualClock();
        using var capture = (PacedCapture)AudioDevices.OpenCapture("tone", clock);
        var times = new List<Instant>();
        capture.Begin((_, at) => times.Add(at));
        clock.Advance(MediaTime.FromSeconds(2));
        capture.Loop.RenderDue(clock.Now);
        Assert.Equal(201, times.Count);
        Assert.Equal(200, capture.LostBlocks);
        Assert.Equal(1990, (times[^1] - default(Instant)).Milliseconds);
    }

    [Fact]
    public void Nothing_comes_after_the_end()
    {
        var blocks = 0;
        var capture = AudioDevices.OpenCapture("test", new ManualClock());
        using (var first = new ManualResetEventSlim())
        {
            capture.Start((_, _) =>
            {
                Interlocked.Increment(ref blocks);
                first.Set();
            });
            Assert.True(first.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
            capture.Dispose();
        }

        var before = Volatile.Read(ref blocks);
        Thread.SpinWait(1_000_000);
        Assert.Equal(before, Volatile.Read(ref blocks));
        Assert.Null(capture.Fault);
    }

    [Theory]
    [InlineData(WavFormat.Pcm16)]
    [InlineData(WavFormat.Float32)]
    public void A_file_comes_over_and_over(WavFormat format)
    {
        var path = Path.Combine(_folder, "a.wav");
        using (var writer = new WavWriter(path, format))
            writer.Write([.. Enumerable.Range(0, 700).SelectMany(i => new[] { i / 1000f, -i / 1000f })]);
        var clock = new ManualClock();
        using var capture = (PacedCapture)AudioDevices.OpenCapture(path, clock);
        var (left, _) = Capture(capture, clock, 5);
        for (var i = 0; i < left.Length; i++) Assert.Equal(i % 700 / 1000f, left[i], 0.0001);
    }

    [Theory]
    [InlineData(1, 16, 1, 44_100)]
    [InlineData(1, 24, 2, 48_000)]
    [InlineData(1, 32, 1, 8000)]
    [InlineData(3, 32, 6, 96_000)]
    public void Files_of_other_rates_and_kinds_sound_the_same(int kind, int bits, int channels, int rate)
    {
        var path = Path.Combine(_folder, "b.wav");
        File.WriteAllBytes(path, MakeWav(kind, bits, channels, rate, rate));
        var stereo = WavReader.ReadStereo(path);
        Assert.InRange(stereo.Length / 2, 47_900, 48_001);
        Assert.Equal(-12.04, Tone.Level(stereo.AsSpan(2 * 4800, 2 * 38_400), 500, 2), 0.2);
        Assert.Equal(channels == 1 ? -12.04 : -18.06, Tone.Level(stereo.AsSpan(2 * 4800 + 1, 2 * 38_400 - 1), 500, 2), 0.2);
    }

    [Fact]
    public void What_is_no_sound_is_refused_with_the_name_of_the_file()
    {
        var random = new Random(3);
        var whole = MakeWav(1, 16, 2, 48_000, 100);
        for (var i = 0; i < 2000; i++)
        {
            var path = Path.Combine(_folder, $"{i % 3}.wav");
            var bytes = whole.ToArray();
            for (var change = random.Next(4); change >= 0; change--) bytes[random.Next(48)] = (byte)random.Next(256);
            File.WriteAllBytes(path, bytes[..random.Next(bytes.Length + 1)]);
            try
            {
                Assert.NotEmpty(WavReader.ReadStereo(path));
            }
            catch (MediaException failure)
            {
                Assert.StartsWith(path, failure.Message);
                Assert.DoesNotContain('\n', failure.Message);
            }
        }
    }

    [Theory]
    [InlineData("speaker")]
    [InlineData("")]
    public void A_word_that_is_no_device_is_refused(string spec)
    {
        Assert.False(AudioDevices.IsCaptureSpec(spec));
        var failure = Assert.Throws<MediaException>(() => AudioDevices.OpenCapture(spec, new ManualClock()));
        Assert.Contains("use one of", failure.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        var path = Path.Combine(_folder, "none.wav");
        Assert.Contains(path, Assert.Throws<MediaException>(() => AudioDevices.OpenCapture(path, new ManualClock())).Message);
    }

    [Fact]
    public void Null_is_no_microphone()
    {
        using var capture = AudioDevices.OpenCapture("null", new ManualClock());
        capture.Start((_, _) => Assert.Fail("nothing can come"));
        Assert.Equal("null (no microphone)", capture.Description);
        Assert.Null(capture.Fault);
    }

    [Fact]
    public void Auto_always_gives_something_and_the_list_says_what_there_is()
    {
        using var capture = AudioDevices.OpenCapture("auto", new ManualClock());
        var openal = AudioDevices.ListCapture().First(device => device.Spec == "openal");
        Assert.Equal(openal.IsUsable, capture is OpenAlCapture);
        if (!openal.IsUsable) Assert.Contains(openal.Remedy, capture.Description);
    }

    [Fact]
    public void The_capture_clock_smooths_what_the_device_tells_and_follows_a_break()
    {
        var clock = new CaptureClock();
        var random = new Random(4);
        Instant last = default;
        for (var i = 0; i < 3000; i++)
        {
            // 100 ppm fast, told in steps of up to 8 ms.
            var told = new Instant((long)(i * 10e6 * 0.9999) - random.Next(8_000_000));
            var at = clock.Next(told);
            if (i > 0) Assert.InRange((at - last).Milliseconds, 9.8, 10.2);
            last = at;
        }

        Assert.Equal(3000 * 10 * 0.9999 - 4, (last - default(Instant)).Milliseconds + 10, 2.0);
        var later = last + MediaTime.FromSeconds(5);
        Assert.Equal(later, clock.Next(later));
    }

    private static (float[] Left, List<Instant> Times) Capture(PacedCapture capture, ManualClock clock, int blocks)
    {
        var left = new List<float>();
        var times = new List<Instant>();
        capture.Begin((block, at) =>
        {
            for (var i = 0; i < block.Length; i += 2) left.Add(block[i]);
            times.Add(at);
        });
        for (var i = 0; i < blocks; i++)
        {
            capture.Loop.RenderDue(clock.Now);
            clock.Advance(Mixer.BlockLength);
        }

        return ([.. left], times);
    }

    // A tone of 500 Hz: -12 dBFS in the first channel, half as much in the others.
    private static byte[] MakeWav(int kind, int bits, int channels, int rate, int samples)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var bytes = samples * channels * bits / 8;
        writer.Write("RIFF"u8);
        writer.Write(bytes + 48);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)kind);
        writer.Write((short)channels);
        writer.Write(rate);
        writer.Write(rate * channels * bits / 8);
        writer.Write((short)(channels * bits / 8));
        writer.Write((short)bits);
        writer.Write("odd "u8);
        writer.Write(3);
        writer.Write("abc\0"u8);
        writer.Write("data"u8);
        writer.Write(bytes);
        for (var i = 0; i < samples * channels; i++)
        {
            var value = (i % channels == 0 ? 0.25 : 0.125) * Math.Sin(Math.Tau * 500 * (i / channels) / rate);
            if (kind == 3) writer.Write((float)value);
            else writer.Write(BitConverter.GetBytes((int)(value * int.MaxValue)).AsSpan(4 - bits / 8));
        }

        return stream.ToArray();
    }
}
