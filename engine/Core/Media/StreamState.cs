namespace ConfEngine.Core.Media;

/// <summary>What a stream is doing, in the words of the overlay.</summary>
public enum StreamState
{
    /// <summary>Not opened yet, or being opened.</summary>
    Opening,

    /// <summary>Delivering.</summary>
    Running,

    /// <summary>It came to its end as it should.</summary>
    Ended,

    /// <summary>It failed; the cause says why. Opened again after a back-off.</summary>
    Faulted,
}
