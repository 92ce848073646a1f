namespace ConfEngine.Audio.Speech;

/// <summary>Tells speech from a room's noise by its level, block by block of 10 ms: louder than the noise floor for long enough is speech,
/// and it lasts until it has been quiet for long enough.</summary>
public sealed class VoiceActivity
{
    private const float MinimumLevel = -50;
    private const float AboveFloor = 10;
    private const float LowestFloor = -90;
    private const float HighestFloor = -35;

    // The floor falls at once and rises by 3 dB a second: pauses between words pull it down, a fan pushes it up.
    private const float FloorRise = 0.03f;
    private const int OnsetBlocks = 5;
    private const int HoldBlocks = 40;
    private float _floor = -60;
    private int _loud;
    private int _quiet = HoldBlocks;

    /// <summary>True while somebody speaks.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>Takes in one block.</summary>
    /// <param name="levelDecibels">The block's RMS level in dBFS.</param>
    /// <returns><see cref="IsSpeaking"/>.</returns>
    public bool Update(float levelDecibels)
    {
        var isLoud = levelDecibels > Math.Max(MinimumLevel, _floor + AboveFloor);
        _floor = Math.Clamp(Math.Min(levelDecibels, _floor + FloorRise), LowestFloor, HighestFloor);
        if (isLoud)
        {
            _loud = Math.Min(_loud + 1, OnsetBlocks);
            _quiet = 0;
        }
        else
        {
            _loud = Math.Max(_loud - 1, 0);
            _quiet = Math.Min(_quiet + 1, HoldBlocks);
        }

        IsSpeaking = IsSpeaking ? _quiet < HoldBlocks : _loud >= OnsetBlocks;
        return IsSpeaking;
    }
}
