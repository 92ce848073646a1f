using System.Buffers.Binary;
using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Audio.Tests.Devices;

public sealed class WavWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder["mix.wav"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(WavFormat.Pcm16, 1, 2)]
    [InlineData(WavFormat.Float32, 3, 4)]
    public void Writes_what_a_player_reads(WavFormat format, int tag, int sampleBytes)
    {
        var samples = Signals.Tone(440, 0.5, 96_000);
        using (var writer = new WavWriter(Path, format))
        {
            for (var i = 0; i < 100; i++) writer.Write(samples.AsSpan(i * 960, 960));
            Assert.Equal(48_000, writer.SamplesWritten);
        }

        var file = File.ReadAllBytes(Path);
        CheckHeader(file, tag, sampleBytes);
        Assert.Equal(44 + 96_000 * sampleBytes, file.Length);
        Assert.Equal(96_000 * sampleBytes, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)));
        for (var i = 0; i < samples.Length; i += 997)
        {
            var at = file.AsSpan(44 + i * sampleBytes);
            var value = format == WavFormat.Pcm16
                ? BinaryPrimitives.ReadInt16LittleEndian(at) / 32768f : BinaryPrimitives.ReadSingleLittleEndian(at);
            Assert.Equal(samples[i], value, 1 / 32768.0);
        }
    }

    [Fact]
    public void The_header_is_right_at_any_moment()
    {
        using var writer = new WavWriter(Path);
        for (var i = 0; i < 300; i++)
        {
            var file = File.ReadAllBytes(Path);
            CheckHeader(file, 1, 2);
            var said = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40));
            Assert.InRange(file.Length - 44 - said, 0, 0);
            // No more than 0.4 s may be missing.
            Assert.InRange(i * 1920 - said, 0, 76_800);
            writer.Write(new float[960]);
        }
    }

    [Fact]
    public void Loud_samples_are_clipped_and_do_not_wrap()
    {
        using (var writer = new WavWriter(Path)) writer.Write([2, -2, 1, -1]);
        var file = File.ReadAllBytes(Path).AsSpan(44);
        Assert.Equal(short.MaxValue, BinaryPrimitives.ReadInt16LittleEndian(file));
        Assert.Equal(short.MinValue, BinaryPrimitives.ReadInt16LittleEndian(file[2..]));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named_in_one_line()
    {
        foreach (var path in new[] { _folder["none/x.wav"], _folder.FullName })
        {
            var failure = Assert.Throws<MediaException>(() => new WavWriter(path));
            Assert.Contains(path, failure.Message);
            Assert.DoesNotContain('\n', failure.Message);
        }
    }

    [Fact]
    public void A_full_disk_is_said_and_the_device_keeps_time()
    {
        var clock = new ManualClock();
        // Whatever is written to this device of the kernel fails as on a full disk.
        var full = new WavWriter(Path, WavFormat.Pcm16, File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write));
        var source = new CountingSource();
        using var device = new WavFileDevice(Path, clock, full);
        device.Loop.Begin(source, MediaTime.Zero);
        Assert.Contains("file", device.Description);
        for (var i = 0; i < 10; i++)
        {
            clock.Advance(MediaTime.FromMilliseconds(100));
            device.Loop.RenderDue(clock.Now);
        }

        Assert.Equal($"{Path}: recording stopped (no space left on the disk); free some disk space", device.Fault);
        Assert.Contains("null", device.Description);
        Assert.Equal(1, device.PlayedPosition.Seconds);
        Assert.Equal(101, source.Asked.Count);
    }

    [Fact]
    public void A_disk_that_is_full_from_the_start_is_said_at_once() =>
        Assert.Contains("/dev/full", Assert.Throws<MediaException>(() => new WavWriter("/dev/full")).Message);

    private static void CheckHeader(byte[] file, int tag, int sampleBytes)
    {
        Assert.Equal("RIFF"u8.ToArray(), file[..4]);
        Assert.Equal("WAVEfmt "u8.ToArray(), file[8..16]);
        Assert.Equal("data"u8.ToArray(), file[36..40]);
        Assert.Equal(tag, BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(20)));
        Assert.Equal(48_000, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)));
        Assert.Equal(48_000 * 2 * sampleBytes, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(28)));
        Assert.Equal(2 * sampleBytes, BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(32)));
        Assert.Equal(BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)) + 36, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
    }
}
