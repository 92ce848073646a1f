using ConfEngine.Core.Time;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport;

/// <summary>One peer's transport without a socket, thread or clock: ICE finds the path, DTLS agrees on keys, SRTP protects the packets.
/// After every call, take what is to be sent (<see cref="TryGetTransmit"/>) and call <see cref="OnTimer"/> at <see cref="NextDeadline"/>.
/// One thread owns a connection.</summary>
public sealed class Connection : IDisposable
{
    /// <summary>How many datagrams may wait to be sent: a key frame of 300 kB in one burst.</summary>
    public const int QueueCapacity = 256;

    private readonly IIceAgent _ice;
    private readonly IDtlsSession _dtls;
    private readonly DatagramQueue _outgoing;
    private ISrtpContext? _srtp;
    private NetworkPath? _dtlsPath;
    private ConnectionCounters _counters;
    private ConnectionState _reported = ConnectionState.Connecting;
    private bool _isClosed;

    private Connection(string ufrag, bool isClient, IIceAgent ice, IDtlsSession dtls, DatagramQueue outgoing)
    {
        Ufrag = ufrag;
        IsClient = isClient;
        _ice = ice;
        _dtls = dtls;
        _outgoing = outgoing;
    }

    /// <summary>Our ufrag, which the peer's checks name.</summary>
    public string Ufrag { get; }

    /// <summary>True for the side that looks for a path and controls, false for the lite server.</summary>
    public bool IsClient { get; }

    /// <summary>The path media takes; null until one is nominated.</summary>
    public NetworkPath? Path => _ice.Selected;

    /// <summary>How it is doing.</summary>
    public ConnectionState State
    {
        get
        {
            if (_isClosed || _dtls.State == DtlsState.Closed) return ConnectionState.Closed;
            if (_dtls.State == DtlsState.Failed || _ice.State == IceState.Failed) return ConnectionState.Failed;
            if (_ice.State == IceState.Disconnected) return ConnectionState.Disconnected;
            return _srtp is not null && _ice.State == IceState.Connected ? ConnectionState.Connected : ConnectionState.Connecting;
        }
    }

    /// <summary>Why it failed, in one line; null unless it did.</summary>
    public string? Error => _dtls.Error ?? (_ice.State != IceState.Failed ? null : _ice.Selected is { } path
        ? $"{path.Remote} has been silent for 30 s"
        : "no check got through within 30 s: the peer cannot reach, or be reached at, any of the addresses in the SDP");

    /// <summary>The SRTP profile in use; null before there are keys.</summary>
    public SrtpProfile? Profile => _dtls.Keys?.Profile;

    /// <summary>What was received, sent and dropped.</summary>
    public ConnectionCounters Counters => _counters;

    /// <summary>Checks received and refused.</summary>
    public IceCounters IceCounters => _ice.Counters;

    /// <summary>When <see cref="OnTimer"/> wants to be called; null when nothing waits for time to pass.</summary>
    public Instant? NextDeadline
    {
        get
        {
            if (State is ConnectionState.Failed or ConnectionState.Closed) return null;
            var (ice, dtls) = (_ice.NextDeadline, _dtls.NextDeadline);
            return ice is null || dtls < ice ? dtls ?? ice : ice;
        }
    }

    /// <summary>The server's end: ICE-lite, which waits for the peer's checks.</summary>
    /// <param name="local">The credentials in our answer.</param>
    /// <param name="dtls">A session that expects the offer's fingerprint.</param>
    public static Connection Accept(IceCredentials local, IDtlsSession dtls)
    {
        var outgoing = new DatagramQueue(QueueCapacity);
        return new Connection(local.Ufrag, isClient: false, new IceLite(local, outgoing), dtls, outgoing);
    }

    /// <summary>The client's end: full ICE, which checks and nominates.</summary>
    /// <param name="local">The credentials in our offer.</param>
    /// <param name="remote">Those in the answer.</param>
    /// <param name="sockets">Where our sockets are bound.</param>
    /// <param name="candidates">The peer's addresses.</param>
    /// <param name="dtls">A session that expects the answer's fingerprint.</param>
    /// <param name="random">For transaction ids and the tie-breaker.</param>
    /// <param name="firstSocket">The index of the first of the sockets; the others follow.</param>
    public static Connection Connect(
        IceCredentials local, IceCredentials remote, IReadOnlyList<UdpAddress> sockets, IEnumerable<IceCandidate> candidates,
        IDtlsSession dtls, IRandomSource random, int firstSocket = 0)
    {
        var outgoing = new DatagramQueue(QueueCapacity);
        var ice = new IceClient(local, remote, sockets, random, outgoing, firstSocket);
        foreach (var candidate in candidates)
            if (!ice.AddRemote(candidate))
                break;
        return new Connection(local.Ufrag, isClient: true, ice, dtls, outgoing);
    }

    /// <summary>Begins. A client sends its first check, a server starts to count the time it waits.</summary>
    public void Start(Instant now) => _ice.Start(now);

    /// <summary>True when the peer has authenticated itself on this path.</summary>
    public bool IsValidated(in NetworkPath path) => _ice.IsValidated(path);

    /// <summary>Takes one datagram. Protected packets are decrypted in place.</summary>
    public ReceivedPacket OnDatagram(Span<byte> datagram, in NetworkPath path, Instant now)
    {
        if (datagram.IsEmpty || State is ConnectionState.Failed or ConnectionState.Closed) return default;
        // RFC 7983, section 7.
        switch (datagram[0])
        {
            case <= 3:
                _ice.OnStun(datagram, path, now);
                AdvanceDtls(now);
                return default;
            case >= 20 and <= 63:
                OnDtls(datagram, path, now);
                return default;
            case >= 128 and <= 191:
                return OnMedia(datagram, path, now);
            default:
                _counters.Unknown++;
                return default;
        }
    }

    /// <summary>Does what is due.</summary>
    public void OnTimer(Instant now)
    {
        if (State is ConnectionState.Failed or ConnectionState.Closed) return;
        if (_ice.NextDeadline <= now) _ice.OnTimer(now);
        if (_dtls.NextDeadline <= now) _dtls.OnTimer(now);
        AdvanceDtls(now);
    }

    /// <summary>Encrypts an RTP packet and queues it. False, and counted, when it cannot be sent now.</summary>
    public bool TrySendRtp(ReadOnlySpan<byte> packet)
    {
        var sent = TrySend(packet, isRtcp: false);
        if (sent) _counters.RtpSent++;
        return sent;
    }

    /// <summary>Encrypts a compound RTCP packet and queues it. False, and counted, when it cannot be sent now.</summary>
    public bool TrySendRtcp(ReadOnlySpan<byte> packet)
    {
        var sent = TrySend(packet, isRtcp: true);
        if (sent) _counters.RtcpSent++;
        return sent;
    }

    /// <summary>Takes the next datagram to send. Its bytes stay valid until the next call on this connection.</summary>
    public bool TryGetTransmit(out ReadOnlySpan<byte> datagram, out NetworkPath path) => _outgoing.TryDequeue(out datagram, out path);

    /// <summary>Reports a change of <see cref="State"/> once.</summary>
    public bool TryGetStateChange(out ConnectionState state)
    {
        state = State;
        if (state == _reported) return false;
        _reported = state;
        return true;
    }

    /// <summary>Says good-bye by close_notify, which is then to be sent, and takes nothing any more. Browsers notice it late: end a call by
    /// signalling first.</summary>
    public void Close()
    {
        if (_isClosed) return;
        _dtls.Close();
        FlushDtls();
        _isClosed = true;
    }

    /// <summary>Frees keys and native sessions.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _srtp?.Dispose();
        _dtls.Dispose();
    }

    private void OnDtls(ReadOnlySpan<byte> datagram, in NetworkPath path, Instant now)
    {
        if (!_ice.IsValidated(path))
        {
            _counters.Unvalidated++;
            return;
        }

        _dtlsPath = path;
        _dtls.OnDatagram(datagram, now);
        AdvanceDtls(now);
    }

    private ReceivedPacket OnMedia(Span<byte> datagram, in NetworkPath path, Instant now)
    {
        if (!_ice.IsValidated(path))
        {
            _counters.Unvalidated++;
            return default;
        }

        if (_srtp is null || datagram.Length < 2)
        {
            _counters.Early++;
            return default;
        }

        // RTCP packet types 192 to 223 take the place of payload types 64 to 95 (RFC 5761, section 4).
        var isRtcp = (datagram[1] & 0x7F) is >= 64 and <= 95;
        var status = isRtcp ? _srtp.UnprotectRtcp(datagram, out var length) : _srtp.UnprotectRtp(datagram, out length);
        if (status != SrtpStatus.Ok)
        {
            Count(status);
            return default;
        }

        _ice.OnAuthentic(path, now);
        if (isRtcp) _counters.RtcpReceived++;
        else _counters.RtpReceived++;
        return new ReceivedPacket(isRtcp ? PacketKind.Rtcp : PacketKind.Rtp, datagram[..length]);
    }

    private void Count(SrtpStatus status)
    {
        switch (status)
        {
            case SrtpStatus.Forged:
                _counters.Forged++;
                break;
            case SrtpStatus.Replayed:
                _counters.Replayed++;
                break;
            default:
                _counters.Refused++;
                break;
        }
    }

    private bool TrySend(ReadOnlySpan<byte> packet, bool isRtcp)
    {
        if (TryProtect(packet, isRtcp)) return true;
        _counters.Unsent++;
        return false;
    }

    private bool TryProtect(ReadOnlySpan<byte> packet, bool isRtcp)
    {
        if (_srtp is null || _ice.Selected is not { } path) return false;
        if (State is not (ConnectionState.Connected or ConnectionState.Disconnected)) return false;
        if (packet.Length > DatagramQueue.SlotSize - SrtpContext.MaxOverhead || !_outgoing.TryReserve(out var slot)) return false;
        packet.CopyTo(slot);
        var length = packet.Length;
        var status = isRtcp ? _srtp.ProtectRtcp(slot, ref length) : _srtp.ProtectRtp(slot, ref length);
        if (status != SrtpStatus.Ok) return false;
        _outgoing.Commit(length, path);
        return true;
    }

    private void AdvanceDtls(Instant now)
    {
        // A client sends its first flight now; for a server the time that the peer may take for the handshake begins.
        if (_ice.Selected is not null) _dtls.Start(now);
        FlushDtls();
        if (_srtp is null && _dtls.Keys is { } keys) _srtp = new SrtpContext(keys);
    }

    private void FlushDtls()
    {
        if ((_ice.Selected ?? _dtlsPath) is not { } path) return;
        while (_dtls.TryGetTransmit(out var datagram)) _outgoing.TryEnqueue(datagram, path);
    }
}
