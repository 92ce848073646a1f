using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Sound;

public sealed class AudioTrackTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private const string Tone = "-f lavfi -i sine=frequency=1000:sample_rate=44100:duration=1";

    [Theory]
    [InlineData("-c:a pcm_s16le", "wav", "pcm_s16le", 1)]
    [InlineData("-c:a aac -ac 2", "mp4", "aac", 2)]
    [InlineData("-c:a libmp3lame -ac 1", "mp3", "mp3", 1)]
    [InlineData("-c:a flac -ar 96000", "flac", "flac", 1)]
    [InlineData("-c:a libvorbis -ac 2", "ogg", "vorbis", 2)]
    [InlineData("-c:a pcm_mulaw -ar 8000", "wav", "pcm_mulaw", 1)]
    [InlineData("-c:a ac3 -ac 6", "mkv", "ac3", 2)]
    public void EveryCodecBecomesPiecesOf48KilohertzSound(string encode, string container, string codec, int channels)
    {
        var log = new SoundLog();
        using var track = new AudioTrack("tone", media.Make($"{Tone} {encode} {codec}{channels}.{container}"), false, log);
        Play.Run(track);

        Assert.Equal((StreamState.Ended, "", codec), (track.State, track.Statistics.Cause, track.Statistics.Codec));
        Assert.Equal(1, log.Ends);
        Assert.All(log.Pcm, piece => Assert.Equal(channels, piece.Channels));
        Assert.All(log.Pcm, piece => Assert.InRange(piece.Samples.Length / channels, 1, 960));
        var left = log.Left();
        // Lossy codecs pad the end by up to a frame or two.
        Assert.InRange(left.Length, 47_500, 52_000);
        Assert.InRange(ZeroCrossings(left.AsSpan(9600, 24_000)), 995, 1005);
    }

    [Theory]
    [InlineData("ogg")]
    [InlineData("webm")]
    [InlineData("mkv")]
    [InlineData("mp4")]
    public void OpusGoesOnAsPackets(string container)
    {
        var log = new SoundLog();
        using var track = new AudioTrack("tone", media.Make($"{Tone} -c:a libopus -b:a 32k tone-opus.{container}"), false, log);
        Play.Run(track);
        Assert.Equal("opus", track.Statistics.Codec);
        Assert.Empty(log.Pcm);
        Assert.InRange(log.Opus.Count, 50, 52);
        // The 6.5 ms of libopus's run-in lie before 0, so that the first audible sample is at 0.
        Assert.InRange(log.Opus[0].Pts.Milliseconds, -7.1, -6.4);
        for (var i = 1; i < log.Opus.Count; i++)
            Assert.InRange((log.Opus[i].Pts - log.Opus[i - 1].Pts).Milliseconds, 18.9, 21.1);
    }

    [Theory]
    [InlineData("ogg")]
    [InlineData("webm")]
    public void OpusLoopsWithoutDrifting(string container)
    {
        var log = new SoundLog { Limit = MediaTime.FromSeconds(4.5) };
        using var track = new AudioTrack("loop", media.Make($"{Tone} -c:a libopus loop-opus.{container}"), true, log);
        Play.Run(track);
        var duration = track.Duration!.Value.Milliseconds;
        var first = log.Opus[1];
        var again = log.Opus.Where(item => item.Packet.AsSpan().SequenceEqual(first.Packet)).Select(item => item.Pts.Milliseconds).ToArray();
        Assert.InRange(again.Length, 4, 5);
        for (var round = 0; round < again.Length; round++)
            Assert.Equal(first.Pts.Milliseconds + round * duration, again[round], 1.5);
    }

    [Fact]
    public void SurroundOpusIsDecodedAndMixedDown()
    {
        var log = new SoundLog();
        using var track = new AudioTrack("tone", media.Make($"{Tone} -ac 6 -ar 48000 -c:a libopus -mapping_family 1 surround.mkv"), false, log);
        Play.Run(track);
        Assert.Empty(log.Opus);
        Assert.NotEmpty(log.Pcm);
        Assert.All(log.Pcm, piece => Assert.Equal(2, piece.Channels));
    }

    [Fact]
    public void APictureFileHasNoSoundAndNoFault()
    {
        using var track = new AudioTrack("silent", media.Make("-f lavfi -i testsrc2=size=64x64:rate=5:duration=1 -c:v mpeg4 silent.avi"), false, new SoundLog());
        Play.Run(track);
        Assert.Equal((StreamState.Ended, false, ""), (track.State, track.HasAudio, track.Statistics.Cause));
    }

    [Fact]
    public void AFilterGraphSounds()
    {
        var log = new SoundLog { Limit = MediaTime.FromSeconds(0.5) };
        using var track = new AudioTrack("graph", "lavfi:sine=frequency=500", false, log);
        Play.Run(track);
        Assert.Equal(StreamState.Running, track.State);
        Assert.InRange(log.Left().Length, 24_000, 24_000 + 961);
    }

    [Theory]
    [InlineData("pcm_s16le", "wav")]
    [InlineData("pcm_s16le -ar 44100", "wav")]
    [InlineData("flac", "mkv")]
    [InlineData("aac", "mp4")]
    [InlineData("libvorbis", "ogg")]
    public void ALoopIsAsLongAsItsRounds(string codec, string container)
    {
        var path = media.Make($"-f lavfi -i aevalsrc=if(between(t\\,0.2\\,0.25)\\,sin(2*PI*1000*t)\\,0):s=48000:d=1 -c:a {codec} click.{container}");
        var log = new SoundLog { Limit = MediaTime.FromSeconds(3.9) };
        using var track = new AudioTrack("loop", path, true, log);
        Play.Run(track);
        var left = log.Left();
        var errors = Enumerable.Range(0, 4).Select(round =>
            Array.FindIndex(left, round * 48_000, sample => Math.Abs(sample) > 0.2f) - round * 48_000 - 9_600);
        // Within 3 ms of where it was put in: no round adds to the one before.
        Assert.All(errors, error => Assert.InRange(error, -144, 144));
    }

    private static int ZeroCrossings(ReadOnlySpan<float> samples)
    {
        var crossings = 0;
        for (var i = 1; i < samples.Length; i++)
            if (samples[i - 1] < 0 != samples[i] < 0) crossings++;
        return crossings;
    }
}
