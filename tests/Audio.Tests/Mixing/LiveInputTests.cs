using System.Runtime.CompilerServices;
using ConfEngine.Audio.Live;
using ConfEngine.Audio.Synthesis;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using Xunit;

namespace ConfEngine.Audio.Tests.Mixing;

public sealed class LiveInputTests
{
    private const double Hertz = 300;

    [Fact]
    public void Whoever_leaves_while_speaking_is_faded_out()
    {
        using var mixer = new Mixer();
        using var stream = new OpusStream(Hertz);
        var packets = stream.Take(100);
        var input = mixer.AddInput("leaving", new AudioInputOptions { Realtime = true });
        input.Start(default);
        var mix = Signals.MixAll(mixer, 1, block =>
        {
            if (block % 2 == 0 && block < 60) input.PushOpus(packets[block / 2], Signals.Samples(block / 2 * 960));
            if (block == 60) mixer.RemoveInput(input);
        });
        Assert.True(Signals.Rms(mix.AsSpan(59 * 480, 480)) > 0.15);
        Assert.True(Signals.Rms(mix.AsSpan(60 * 480, 480)) > 0.05);
        Assert.Equal(0, Signals.Peak(mix.AsSpan(61 * 480)));
        AssertSmooth(mix, 1);
        Assert.Equal(0, mixer.InputCount);
    }

    [Fact]
    public void Hundreds_come_and_go_without_a_click_or_a_trace()
    {
        using var mixer = new Mixer();
        using var stream = new OpusStream(Hertz);
        stream.Take(5);
        var packets = stream.Take(100);
        var present = new Queue<AudioInput>();
        var gone = new List<WeakReference>();
        var mix = Signals.MixAll(mixer, 30, block =>
        {
            // Twenty at a time, each for a second.
            if (block % 5 == 0) Join(mixer, present);
            if (present.Count > 20) Leave(mixer, present, gone);
            if (block % 2 != 0) return;
            foreach (var input in present) input.PushOpus(packets[block / 2 % 100], Signals.Samples(block / 2 * 960));
        });
        Assert.Equal(580, gone.Count);
        Assert.True(Signals.Rms(mix) > 0.2);
        AssertSmooth(mix, 20);
        while (present.Count > 0) Leave(mixer, present, gone);
        Signals.MixAll(mixer, 0.1, firstBlock: 3000);
        Join(mixer, present);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(1, mixer.InputCount);
        // What the test itself still has in its hands may be among them.
        Assert.InRange(gone.Count(reference => reference.IsAlive), 0, 2);
    }

    [Fact]
    public void Without_anybody_who_mixes_they_are_gone_all_the_same()
    {
        using var mixer = new Mixer();
        using var stream = new OpusStream(Hertz);
        var packets = stream.Take(20);
        for (var i = 0; i < 150; i++)
        {
            var inputs = Enumerable.Range(0, 10).Select(n => mixer.AddInput($"{n}", new AudioInputOptions { Realtime = true })).ToArray();
            foreach (var input in inputs)
            {
                input.Start(default);
                for (var p = 0; p < 5; p++) input.PushOpus(packets[p], Signals.Samples(p * 960));
            }

            if (i == 0) Signals.MixAll(mixer, 0.1);
            foreach (var input in inputs) mixer.RemoveInput(input);
        }

        Assert.Equal(0, mixer.InputCount);
        Assert.Null(mixer.ActiveSpeaker);
    }

    [Fact]
    public void What_the_sender_says_about_level_and_speech_is_what_the_mixer_finds()
    {
        using var mixer = new Mixer();
        var voices = new[] { new Voice(mixer, 0, 110), new Voice(mixer, 1, 190) };
        var agreed = 0;
        var compared = 0;
        for (var block = 0; block < 2400; block++)
        {
            foreach (var voice in voices) voice.Send(block);
            mixer.Mix(new float[960], Mixer.BlockLength * block);
            // The turn lasts 4 s; a new speaker is named after half a second at the latest.
            if (block % 400 < 120 || voices.Where(voice => voice.IsSpeech).ToArray() is not [var speaking]) continue;
            compared++;
            Assert.Same(speaking.Input, mixer.ActiveSpeaker);
            if (speaking.Input.IsSpeaking && voices.All(voice => voice == speaking || !voice.Input.IsSpeaking)) agreed++;
        }

        Assert.True(compared > 1000, $"{compared}");
        Assert.True(agreed > compared * 0.95, $"{agreed} of {compared}");
        // The meter rises faster than it falls, so that it shows a little more than the mean.
        foreach (var voice in voices) Assert.InRange(voice.HeardDecibels - voice.SentDecibels, 0, 4);
        foreach (var voice in voices) voice.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Join(Mixer mixer, Queue<AudioInput> present)
    {
        var input = mixer.AddInput("guest", new AudioInputOptions { Realtime = true, GainDecibels = -20 });
        input.Start(default);
        present.Enqueue(input);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Leave(Mixer mixer, Queue<AudioInput> present, List<WeakReference> gone)
    {
        var input = present.Dequeue();
        mixer.RemoveInput(input);
        gone.Add(new WeakReference(input));
    }

    // So many tones, at a tenth each when there are many.
    private static void AssertSmooth(float[] mix, int tones)
    {
        var step = 0.25 * 2 * Math.PI * Hertz / 48_000 * (tones == 1 ? 1 : tones * 0.1);
        for (var i = 1; i < mix.Length; i++) Assert.InRange(Math.Abs(mix[i] - mix[i - 1]), 0, step * 1.3);
    }

    private sealed class Voice : IDisposable
    {
        private readonly VoiceGenerator _voice;
        private readonly LiveOpusEncoder _encoder = new(1, 32_000);
        private readonly float[] _mono = new float[480];
        private readonly float[] _block = new float[960];
        private double _sent;
        private double _heard;

        public Voice(Mixer mixer, int index, double pitch)
        {
            _voice = new VoiceGenerator(new SyntheticVoiceOptions { PitchHertz = pitch, Talk = new TalkTurn(index, 2, 4) });
            Input = mixer.AddInput($"{index}", new AudioInputOptions { Realtime = true });
            Input.Start(default);
        }

        public AudioInput Input { get; }

        public bool IsSpeech { get; private set; }

        public double SentDecibels => 10 * Math.Log10(_sent);

        public double HeardDecibels => 10 * Math.Log10(_heard);

        public void Send(int block)
        {
            _voice.Read(_mono);
            for (var i = 0; i < 480; i++) _block[2 * i] = _block[2 * i + 1] = _mono[i];
            _encoder.Write(_block, Mixer.BlockLength * block, (packet, pts, level, isSpeech) =>
            {
                Input.PushOpus(packet, pts);
                IsSpeech = isSpeech;
                // Mean powers over the whole time: the input's meter is smoothed and lags.
                _sent += 2 * Math.Pow(10, AudioLevel.ToDecibels(level) / 10);
            });
            _heard += Math.Pow(10, Input.Level / 10);
        }

        public void Dispose() => _encoder.Dispose();
    }
}
