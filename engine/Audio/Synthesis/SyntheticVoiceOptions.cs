using ConfEngine.Core.Media;

namespace ConfEngine.Audio.Synthesis;

/// <summary>What a synthetic participant sounds like.</summary>
public sealed record SyntheticVoiceOptions
{
    /// <summary>When it speaks.</summary>
    public TalkTurn Talk { get; init; } = TalkTurn.Silent;

    /// <summary>Pitch of the voice in Hz, 60..400.</summary>
    public double PitchHertz { get; init; } = 120;

    /// <summary>True for a beep of 30 ms at 1 kHz, -12 dBFS, beginning exactly on every whole second.</summary>
    public bool Beep { get; init; }

    /// <summary>True to deliver Opus packets of 20 ms, false for plain samples.</summary>
    public bool Opus { get; init; } = true;

    /// <summary>A pitch for participant <paramref name="index"/>, different from its neighbours'.</summary>
    public static double PitchOf(int index) => 95 + index * 37 % 140;
}
