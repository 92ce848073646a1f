namespace ConfEngine.Audio.Live;

/// <summary>How live sound is encoded.</summary>
public sealed record LiveOpusOptions
{
    /// <summary>Loss in percent that packets are made to bear, 0..100. Above 0 each packet carries a coarse copy of the one before (RFC
    /// 6716 section 2.1.7), which costs quality at the same rate.</summary>
    public int ExpectedLossPercent { get; init; }

    /// <summary>True to send next to nothing in silence (RFC 6716 section 2.1.9): a packet of at most 2 bytes begins the pause, the
    /// others of its kind are left out, and every 400 ms one describes the noise of the room.</summary>
    public bool Dtx { get; init; }

    /// <summary>Effort, 0..10. From 7 on the encoder tells speech from music by itself.</summary>
    public int Complexity { get; init; } = 5;
}
