using ConfEngine.Core.Time;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport.Dtls;

/// <summary>How far a DTLS session is.</summary>
public enum DtlsState
{
    /// <summary>Not started, or flights are still being exchanged.</summary>
    Handshaking,

    /// <summary>The peer proved to be the one its fingerprint names; <see cref="IDtlsSession.Keys"/> are there.</summary>
    Connected,

    /// <summary>The handshake failed; <see cref="IDtlsSession.Error"/> says why. Nothing can come of this session any more.</summary>
    Failed,

    /// <summary>The peer, or we, said close_notify.</summary>
    Closed,
}

/// <summary>One DTLS 1.2 session that agrees on SRTP keys (RFC 5764), without a socket: datagrams in, datagrams out, time passed in.</summary>
public interface IDtlsSession : IDisposable
{
    /// <summary>How far it is.</summary>
    DtlsState State { get; }

    /// <summary>Why it failed, in one line; null unless <see cref="State"/> is <see cref="DtlsState.Failed"/>.</summary>
    string? Error { get; }

    /// <summary>The SRTP keys; null until <see cref="DtlsState.Connected"/>.</summary>
    SrtpKeys? Keys { get; }

    /// <summary>When <see cref="OnTimer"/> wants to be called; null when nothing waits for time to pass.</summary>
    Instant? NextDeadline { get; }

    /// <summary>Begins: a client sends its first flight, a server waits for one. Later calls do nothing.</summary>
    void Start(Instant now);

    /// <summary>Takes one received datagram.</summary>
    void OnDatagram(ReadOnlySpan<byte> datagram, Instant now);

    /// <summary>Repeats the last flight when its time has come.</summary>
    void OnTimer(Instant now);

    /// <summary>Says close_notify, once.</summary>
    void Close();

    /// <summary>Takes the next datagram to send. Its bytes stay valid until the next call on this session.</summary>
    bool TryGetTransmit(out ReadOnlySpan<byte> datagram);
}
