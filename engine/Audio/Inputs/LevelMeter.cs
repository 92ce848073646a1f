using ConfEngine.Audio.Speech;

namespace ConfEngine.Audio.Inputs;

/// <summary>Follows how loud an input is and whether somebody speaks there, block by block. Audio thread only.</summary>
internal sealed class LevelMeter
{
    private const double Attack = 0.3;
    private const double Release = 0.04;
    private readonly VoiceActivity _activity = new();
    private double _power;

    /// <summary>The result.</summary>
    public SpeakerCandidate Candidate { get; } = new();

    /// <summary>Takes in the mean square of one block.</summary>
    public void Update(double power)
    {
        _power += (power - _power) * (power > _power ? Attack : Release);
        Candidate.Level = DecibelMath.FromPower(_power);
        Candidate.IsSpeaking = _activity.Update(DecibelMath.FromPower(power));
    }
}
