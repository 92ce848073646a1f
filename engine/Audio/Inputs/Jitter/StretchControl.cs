namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Decides when sound is lengthened or shortened by a pitch period, and how like itself it has to be for that. Lengthening is urgent,
/// because packets come too late meanwhile; shortening is not. Audio thread only.</summary>
internal sealed class StretchControl
{
    // Nearer to the target a change of speed does it.
    private const long ExcessNanoseconds = 10_000_000;
    private const long LackNanoseconds = -5_000_000;
    private const long FarOffNanoseconds = 40_000_000;

    // Below -50 dBFS nobody hears what is crossed over with what.
    private const double QuietPower = 1e-5;
    private const double GoodLikeness = 0.9;
    private const int PatienceBlocks = 100;
    private int _restBlocks;
    private int _waitedBlocks;

    /// <summary>Takes in one block's time.</summary>
    /// <param name="excess">Delay above the target in nanoseconds.</param>
    /// <returns>1 to shorten, -1 to lengthen, 0 to leave it.</returns>
    public int Decide(long excess)
    {
        var wanted = excess > ExcessNanoseconds ? 1 : excess < LackNanoseconds ? -1 : 0;
        if (wanted == 0) _waitedBlocks = 0;
        else _waitedBlocks++;
        if (_restBlocks > 0)
        {
            _restBlocks--;
            return 0;
        }

        return wanted;
    }

    /// <summary>True when a step to a place of this likeness will not be heard, or not be heard more than what it prevents.</summary>
    public bool IsGoodEnough(int direction, double likeness, double power)
    {
        if (power < QuietPower) return true;
        var patience = Math.Max(0, 1 - _waitedBlocks / (double)PatienceBlocks);
        return likeness > (direction < 0 ? GoodLikeness * patience : GoodLikeness);
    }

    /// <summary>Takes in that a step was made, or tried in vain.</summary>
    public void Rest(int direction, long excess, bool done)
    {
        if (done) _waitedBlocks = 0;
        var isFarOff = Math.Abs(excess) > FarOffNanoseconds;
        _restBlocks = !done ? 2 : direction < 0 ? (isFarOff ? 1 : 4) : (isFarOff ? 3 : 10);
    }
}
