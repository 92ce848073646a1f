using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Ice;

/// <summary>How far ICE is.</summary>
public enum IceState
{
    /// <summary>No pair has been nominated yet.</summary>
    Checking,

    /// <summary>A path is chosen and alive.</summary>
    Connected,

    /// <summary>The peer has been silent for some seconds; it may come back.</summary>
    Disconnected,

    /// <summary>No path was found, or the peer has been silent too long (RFC 7675: consent is gone).</summary>
    Failed,
}

/// <summary>Counts of one agent.</summary>
/// <param name="Requests">Authentic checks received.</param>
/// <param name="Refused">STUN messages that were malformed, not authentic, or not for this session.</param>
public readonly record struct IceCounters(long Requests, long Refused);

/// <summary>One side of ICE without a socket: STUN datagrams in, STUN datagrams into a <see cref="DatagramQueue"/>, time passed in.</summary>
public interface IIceAgent
{
    /// <summary>How far it is.</summary>
    IceState State { get; }

    /// <summary>The path to send on; null before the first nomination. Stays the last one when the state gets worse.</summary>
    NetworkPath? Selected { get; }

    /// <summary>When <see cref="OnTimer"/> wants to be called; null when nothing waits for time to pass.</summary>
    Instant? NextDeadline { get; }

    /// <summary>Figures for the overlay.</summary>
    IceCounters Counters { get; }

    /// <summary>Begins checking, or waiting for checks.</summary>
    void Start(Instant now);

    /// <summary>Takes one datagram that looks like STUN.</summary>
    void OnStun(ReadOnlySpan<byte> datagram, in NetworkPath path, Instant now);

    /// <summary>Hears that something only the peer can make came in on this path: a sign of life that counts like a check.</summary>
    void OnAuthentic(in NetworkPath path, Instant now);

    /// <summary>True when the peer has proved that it receives, or sends with the right password, on this path.</summary>
    bool IsValidated(in NetworkPath path);

    /// <summary>Does what is due.</summary>
    void OnTimer(Instant now);
}
