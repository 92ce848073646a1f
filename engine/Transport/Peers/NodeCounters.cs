namespace ConfEngine.Transport.Peers;

/// <summary>What a <see cref="MediaNode"/> has done and refused. Written by the network thread; others may read and be a little behind.</summary>
public sealed class NodeCounters
{
    /// <summary>RTP packets taken in, retransmissions included.</summary>
    public long Received { get; internal set; }

    /// <summary>RTP packets handed to players, one for each.</summary>
    public long Forwarded { get; internal set; }

    /// <summary>RTP packets sent again on request.</summary>
    public long Resent { get; internal set; }

    /// <summary>Requests for a packet that was not kept any more, was under way, or exceeded what a path carries.</summary>
    public long ResendRefused { get; internal set; }

    /// <summary>Packets of padding sent to find out what a path carries.</summary>
    public long Probes { get; internal set; }

    /// <summary>Key frames asked for.</summary>
    public long KeyFrameRequests { get; internal set; }

    /// <summary>Dropped: malformed RTP.</summary>
    public long MalformedRtp { get; internal set; }

    /// <summary>Dropped: malformed RTCP, as a datagram or as one packet in it.</summary>
    public long MalformedRtcp { get; internal set; }

    /// <summary>Dropped: RTP of an SSRC that belongs to no track.</summary>
    public long UnknownSsrc { get; internal set; }

    /// <summary>Dropped: RTP of an SSRC beyond the number that a peer may use.</summary>
    public long TooManySsrcs { get; internal set; }

    /// <summary>Dropped: RTP of a payload type that was not agreed on.</summary>
    public long UnknownPayloadType { get; internal set; }

    /// <summary>Dropped: RTP that was here before, too late, or far off.</summary>
    public long Duplicates { get; internal set; }

    /// <summary>Players that asked for a stream in a codec that they did not offer, each time it began.</summary>
    public long NoCodec { get; internal set; }

    /// <summary>Frames and packets of local streams that were dropped because the node was behind.</summary>
    public long LocalDropped { get; internal set; }

    /// <summary>Dropped: plain RTP from an address other than the first.</summary>
    public long PlainRefused { get; internal set; }

    /// <summary>Work that was refused because too much was waiting.</summary>
    public long PostsRefused { get; internal set; }

    /// <summary>Datagrams of nobody.</summary>
    public long Unmatched { get; internal set; }
}
