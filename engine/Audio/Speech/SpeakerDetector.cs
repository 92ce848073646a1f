namespace ConfEngine.Audio.Speech;

/// <summary>Names the active speaker, with hysteresis so that a cough does not move the picture: the speaker stays until somebody is
/// clearly louder for long enough, or somebody speaks into the speaker's silence, or nobody has spoken for a while.</summary>
public sealed class SpeakerDetector
{
    /// <summary>Blocks of speech that make a speaker when there is none.</summary>
    public const int FirstBlocks = 10;

    /// <summary>Blocks of speech that take over from a speaker who has fallen silent.</summary>
    public const int SilentTakeOverBlocks = 20;

    /// <summary>Blocks of louder speech that take over from a speaker who goes on.</summary>
    public const int LoudTakeOverBlocks = 50;

    /// <summary>Blocks without any speech after which there is no speaker.</summary>
    public const int HoldBlocks = 200;

    /// <summary>How much louder, in dB, one must be to take over from a speaker who goes on.</summary>
    public const float LouderBy = 3;

    private int _silentBlocks;

    /// <summary>The speaker now, or null.</summary>
    public SpeakerCandidate? Current { get; private set; }

    /// <summary>Takes in one block of 10 ms.</summary>
    /// <param name="candidates">Everybody present, with level and speech of this block.</param>
    /// <returns><see cref="Current"/>.</returns>
    public SpeakerCandidate? Update(ReadOnlySpan<SpeakerCandidate> candidates)
    {
        if (Current is not null && !candidates.Contains(Current)) Current = null;
        var claimant = FindClaimant(candidates);
        foreach (var candidate in candidates)
            candidate.Claim = ReferenceEquals(candidate, claimant) ? candidate.Claim + 1 : 0;
        _silentBlocks = Current is { IsSpeaking: true } ? 0 : _silentBlocks + 1;
        if (claimant is not null && claimant.Claim >= BlocksNeeded()) Appoint(claimant);
        else if (_silentBlocks >= HoldBlocks) Current = null;
        return Current;
    }

    private SpeakerCandidate? FindClaimant(ReadOnlySpan<SpeakerCandidate> candidates)
    {
        SpeakerCandidate? best = null;
        var least = Current is { IsSpeaking: true } ? Current.Level + LouderBy : float.MinValue;
        foreach (var candidate in candidates)
        {
            if (!candidate.IsSpeaking || ReferenceEquals(candidate, Current) || candidate.Level <= least) continue;
            best = candidate;
            least = candidate.Level;
        }

        return best;
    }

    private int BlocksNeeded() => Current switch
    {
        null => FirstBlocks,
        { IsSpeaking: true } => LoudTakeOverBlocks,
        _ => SilentTakeOverBlocks,
    };

    private void Appoint(SpeakerCandidate candidate)
    {
        Current = candidate;
        candidate.Claim = 0;
        _silentBlocks = 0;
    }
}
