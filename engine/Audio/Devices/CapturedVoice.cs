using ConfEngine.Audio.Synthesis;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>A synthetic speaker who talks for three seconds and listens for three.</summary>
internal sealed class CapturedVoice : IBlockSource
{
    private const double TurnSeconds = 3;
    private readonly VoiceGenerator _voice = new(new SyntheticVoiceOptions { Talk = new TalkTurn(0, 2, TurnSeconds) });
    private readonly float[] _mono = new float[Mixer.BlockSamples];

    /// <inheritdoc/>
    public void Mix(Span<float> stereoBlock, MediaTime at)
    {
        _voice.Read(_mono);
        for (var i = 0; i < _mono.Length; i++) stereoBlock[2 * i] = stereoBlock[2 * i + 1] = _mono[i];
    }
}
