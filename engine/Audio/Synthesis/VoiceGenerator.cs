using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Synthesis;

/// <summary>Makes a voice-like sound without words: a pulse train through three formant resonators whose vowel changes from syllable to
/// syllable, and a beep on every whole second. The same options always give the same samples.</summary>
internal sealed class VoiceGenerator
{
    private const int SyllableSamples = Mixer.SampleRate / 5;
    private const int BeepSamples = Mixer.SampleRate * 30 / 1000;
    private const int BeepFadeSamples = 24;
    private const double BeepHertz = 1000;
    private const double BeepAmplitude = 0.25;
    private const double VoiceAmplitude = 0.015;

    // First three formants of five vowels in Hz (G. Peterson and H. Barney, 1952, men's averages).
    private static readonly double[][] s_vowels =
        [[730, 1090, 2440], [530, 1840, 2480], [270, 2290, 3010], [570, 840, 2410], [300, 870, 2240]];

    private static readonly double[] s_formantGains = [1, 0.5, 0.25];
    private readonly SyntheticVoiceOptions _options;
    private readonly Resonator[] _formants = [new(), new(), new()];
    private double _phase;
    private long _position;

    public VoiceGenerator(SyntheticVoiceOptions options) => _options = options;

    /// <summary>The samples that follow, mono.</summary>
    public void Read(Span<float> output)
    {
        for (var i = 0; i < output.Length; i++) output[i] = (float)Next();
    }

    private double Next()
    {
        var sample = NextVoice();
        if (_options.Beep) sample += Beep(_position % Mixer.SampleRate);
        _position++;
        return sample;
    }

    private double NextVoice()
    {
        var syllable = _position / SyllableSamples;
        var into = (double)(_position % SyllableSamples) / SyllableSamples;
        if (_position % SyllableSamples == 0) Tune(s_vowels[(int)((syllable * 7 + _options.Talk.Index * 3) % s_vowels.Length)]);
        var isTalking = _options.Talk.IsTalking(SampleTime.FromSamples(_position));
        // Pitch falls a little over a syllable, as a speaker's does.
        _phase += _options.PitchHertz * (1.06 - 0.12 * into) / Mixer.SampleRate;
        var pulse = 0.0;
        if (_phase >= 1)
        {
            _phase -= 1;
            pulse = isTalking ? Envelope(into) : 0;
        }

        var sum = 0.0;
        for (var i = 0; i < _formants.Length; i++) sum += s_formantGains[i] * _formants[i].Filter(pulse);
        return sum * VoiceAmplitude;
    }

    // Opens fast, closes slowly, with a gap between syllables.
    private static double Envelope(double into) => into switch
    {
        < 0.15 => into / 0.15,
        < 0.55 => 1,
        < 0.85 => (0.85 - into) / 0.3,
        _ => 0,
    };

    private static double Beep(long intoSecond)
    {
        if (intoSecond >= BeepSamples) return 0;
        var fade = Math.Min(1, Math.Min(intoSecond + 1, BeepSamples - intoSecond) / (double)BeepFadeSamples);
        // A cosine: the very first sample is already sound.
        return BeepAmplitude * fade * Math.Cos(2 * Math.PI * BeepHertz * intoSecond / Mixer.SampleRate);
    }

    private void Tune(double[] vowel)
    {
        for (var i = 0; i < _formants.Length; i++) _formants[i].Tune(vowel[i], 60 + 40 * i);
    }

    // Two poles.
    private sealed class Resonator
    {
        private double _a1;
        private double _a2;
        private double _y1;
        private double _y2;

        public void Tune(double hertz, double bandwidth)
        {
            var radius = Math.Exp(-Math.PI * bandwidth / Mixer.SampleRate);
            _a1 = 2 * radius * Math.Cos(2 * Math.PI * hertz / Mixer.SampleRate);
            _a2 = -radius * radius;
        }

        public double Filter(double input)
        {
            var output = input + _a1 * _y1 + _a2 * _y2;
            // Far below hearing; kept from becoming denormal, which costs time.
            if (Math.Abs(output) < 1e-12) output = 0;
            _y2 = _y1;
            _y1 = output;
            return output;
        }
    }
}
