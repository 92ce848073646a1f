namespace ConfEngine.Rtp.Bandwidth;

/// <summary>What the packets' delays say of the path (draft-ietf-rmcat-gcc-02, 5.3).</summary>
public enum PathUsage
{
    /// <summary>Delay is steady.</summary>
    Normal,

    /// <summary>Delay falls: a queue is draining.</summary>
    Under,

    /// <summary>Delay rises: a queue is filling.</summary>
    Over,
}
