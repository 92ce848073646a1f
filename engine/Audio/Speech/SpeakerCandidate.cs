namespace ConfEngine.Audio.Speech;

/// <summary>One who may become the active speaker.</summary>
public sealed class SpeakerCandidate
{
    /// <summary>Smoothed level in dBFS.</summary>
    public float Level { get; set; } = DecibelMath.Silence;

    /// <summary>True while there is speech.</summary>
    public bool IsSpeaking { get; set; }

    /// <summary>For how many blocks in a row this one has been the best claimant to the title.</summary>
    internal int Claim { get; set; }
}
