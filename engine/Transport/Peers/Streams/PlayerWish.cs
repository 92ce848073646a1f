namespace ConfEngine.Transport.Peers.Streams;

/// <summary>What was said about a stream and one who plays it, which may be before either is there.</summary>
internal sealed class PlayerWish
{
    /// <summary>The stream may pass.</summary>
    public bool IsOn { get; set; }

    /// <summary>Lines of picture that are of use; 0 for none.</summary>
    public int Height { get; set; } = int.MaxValue;

    /// <summary>How many tracks hold on to it.</summary>
    public int Users { get; set; }

    /// <summary>True when it says no more than what holds for everybody.</summary>
    public bool IsDefault => !IsOn && Height == int.MaxValue && Users == 0;
}
