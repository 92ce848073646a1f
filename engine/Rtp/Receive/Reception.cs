namespace ConfEngine.Rtp.Receive;

/// <summary>What became of a packet that came in.</summary>
public enum ReceptionKind
{
    /// <summary>New: use it.</summary>
    Accepted,

    /// <summary>New, and the stream has started anew with it: what was kept of it before is worth nothing.</summary>
    Restarted,

    /// <summary>It was here before.</summary>
    Duplicate,

    /// <summary>Too far behind the newest to be of use.</summary>
    Late,

    /// <summary>A long jump ahead or back; believed when the next packet follows on it (RFC 3550, A.1).</summary>
    Suspicious,
}

/// <summary>The verdict on a packet.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Sequence">Its number, counted on past wraps; meaningless for <see cref="ReceptionKind.Suspicious"/>.</param>
public readonly record struct Reception(ReceptionKind Kind, long Sequence)
{
    /// <summary>True when the packet is to be used.</summary>
    public bool IsAccepted => Kind is ReceptionKind.Accepted or ReceptionKind.Restarted;
}
