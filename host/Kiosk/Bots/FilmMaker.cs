using ConfEngine.Audio;
using ConfEngine.Audio.Live;
using ConfEngine.Audio.Synthesis;
using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Time;
using ConfEngine.Video;
using ConfEngine.Video.Live;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Kiosk.Bots;

/// <summary>Draws and encodes the films of the bots.</summary>
/// <param name="codec">Of the pictures.</param>
/// <param name="heights">Lines of each layer, the smallest first; empty for sound only.</param>
/// <param name="clock">The system's.</param>
internal sealed class FilmMaker(BotCodec codec, IReadOnlyList<int> heights, IClock clock)
{
    /// <summary>How many films there are: neighbours on the wall look different, and each is encoded only once.</summary>
    public const int Films = 4;

    private const int FilmSeconds = 4;
    private const int TurnSeconds = 4;
    private const int SoundBitsPerSecond = 32_000;

    // What a browser's camera sends at this size: 1.5 Mbit/s at 720 lines.
    private const double BitsPerPixel = 1_500_000.0 / (1280 * 720);

    /// <summary>The sizes of the layers for pictures of <paramref name="lines"/>.</summary>
    public static int[] Heights(int lines, bool isSimulcast) => lines == 0 ? [] : isSimulcast ? [Even(lines / 4), Even(lines / 2), lines] : [lines];

    /// <summary>Makes film number <paramref name="index"/>.</summary>
    public Film Make(int index)
    {
        var turn = new TalkTurn(index, Films, TurnSeconds);
        return new Film(heights.Count == 0 ? [] : Draw(index, turn), Speak(index, turn));
    }

    /// <summary>Makes several, as many at a time as there are processors.</summary>
    public Film[] MakeAll(int count)
    {
        var films = new Film[count];
        Parallel.For(0, count, i => films[i] = Make(i));
        return films;
    }

    private static int Even(int value) => value & ~1;

    private static int WidthOf(int height) => Even(height * 16 / 9);

    private FilmFrame[][] Draw(int index, TalkTurn turn)
    {
        var count = FilmSeconds * Film.FrameRate;
        var layers = heights.Select(_ => new FilmFrame[count]).ToArray();
        var encoders = new List<LiveVideoEncoder>();
        using var pictures = new VideoStream($"film {index + 1}", Drawing(index, turn));
        try
        {
            foreach (var height in heights) encoders.Add(Encoder(height));
            for (var i = 0; i < count; i++)
            {
                using var picture = Next(pictures, Film.FrameTime(i));
                for (var layer = 0; layer < layers.Length; layer++)
                {
                    var (frames, number) = (layers[layer], i);
                    encoders[layer].Encode(picture.Value, Film.FrameTime(i), i == 0, (data, isKeyFrame, _) => frames[number] = new FilmFrame(data.ToArray(), isKeyFrame));
                }
            }
        }
        finally
        {
            encoders.ForEach(encoder => encoder.Dispose());
        }

        return layers;
    }

    private VideoStreamOptions Drawing(int index, TalkTurn turn) => new()
    {
        Uri = "test:",
        DropWhenLate = false,
        Clock = clock,
        Test = new TestPicture
        {
            Width = WidthOf(heights[^1]),
            Height = heights[^1],
            FrameRate = Film.FrameRate,
            Hue = 360.0 * index / Films + 30,
            Talk = turn,
        },
    };

    private Lease<VideoFrame> Next(VideoStream pictures, MediaTime due)
    {
        while (!pictures.IsReadyFor(due)) pictures.Step(clock.Now);
        if (pictures.TryTakeDue(due, out var picture)) return picture;
        throw new MediaException($"bots: no picture could be drawn: {pictures.Statistics.Cause}");
    }

    private LiveVideoEncoder Encoder(int height)
    {
        var width = WidthOf(height);
        return new LiveVideoEncoder(
            codec == BotCodec.H264 ? LiveCodec.H264 : LiveCodec.Vp8, width, height, Film.FrameRate, Math.Max(60_000, (long)(BitsPerPixel * width * height)), clock);
    }

    private FilmSound[] Speak(int index, TalkTurn turn)
    {
        var sounds = new List<FilmSound>();
        using var encoder = new LiveOpusEncoder(1, SoundBitsPerSecond);
        var sink = new VoiceSink(encoder, sounds);
        using var voice = new SyntheticVoice(new SyntheticVoiceOptions { Talk = turn, PitchHertz = SyntheticVoiceOptions.PitchOf(index), Opus = false }, sink);
        // A whole round of turns, or the same bot would speak all the time.
        while (sounds.Count < Films * TurnSeconds * Film.SoundRate) voice.Step(clock.Now);
        return [.. sounds];
    }

    /// <summary>Brings the voice into the encoder's blocks.</summary>
    private sealed class VoiceSink(LiveOpusEncoder encoder, List<FilmSound> sounds) : IAudioSink
    {
        private readonly float[] _block = new float[Mixer.BlockSamples * Mixer.Channels];
        private long _blocks;

        public bool WantsMore => true;

        public bool PushOpus(ReadOnlySpan<byte> packet, MediaTime pts) => throw new InvalidOperationException("plain samples were asked for");

        public bool PushPcm(ReadOnlySpan<float> interleaved, int channels, MediaTime pts)
        {
            for (var at = 0; at < interleaved.Length; at += Mixer.BlockSamples)
            {
                for (var i = 0; i < Mixer.BlockSamples; i++) _block[2 * i] = _block[2 * i + 1] = interleaved[at + i];
                encoder.Write(_block, Mixer.BlockLength * _blocks++, (data, _, level, isSpeech) => sounds.Add(new FilmSound(data.ToArray(), level, isSpeech)));
            }

            return true;
        }

        public void PushEnd()
        {
        }
    }
}
