using System.Security.Cryptography;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Native;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport.Dtls;

/// <summary>DTLS 1.2 by OpenSSL. OpenSSL keeps a private timer on the real clock; here our own clock leads. When our deadline comes, OpenSSL is
/// asked to repeat its flight, with fresh record numbers; when its clock is behind ours (a virtual clock runs ahead of the real one) it
/// declines, and the stored datagrams go out again as they were, which a peer that missed them takes just as well.</summary>
internal sealed unsafe class DtlsSession : IDtlsSession
{
    private const byte ChangeCipherSpecRecord = 20;
    private const byte HandshakeRecord = 22;
    private static readonly MediaTime HandshakeLimit = MediaTime.FromSeconds(30);
    private static readonly MediaTime RepeatSpacing = MediaTime.FromMilliseconds(50);

    private readonly DatagramBio _bio = new();
    private readonly Fingerprint _expected;
    private readonly bool _isClient;
    private nint _ssl;
    private bool _started;
    private uint _timeout;
    private Instant? _repeatAt;
    private Instant _giveUpAt;
    private Instant _lastRepeat;

    public DtlsSession(nint context, bool isClient, Fingerprint expected)
    {
        _isClient = isClient;
        _expected = expected;
        LibCrypto.ClearErrors();
        _ssl = LibSsl.New(context);
        if (_ssl == 0) throw new InvalidOperationException($"OpenSSL could not make a session: {OpenSslError.Describe()}");
        LibSsl.SetBio(_ssl, _bio.Handle, _bio.Handle);
        LibSsl.Control(_ssl, LibSsl.ControlSetMtu, DatagramBio.Mtu, 0);
        LibSsl.SetTimerCallback(_ssl, &DtlsCallbacks.NextTimeout);
        if (isClient) LibSsl.SetConnectState(_ssl);
        else LibSsl.SetAcceptState(_ssl);
    }

    public DtlsState State { get; private set; }

    public string? Error { get; private set; }

    public SrtpKeys? Keys { get; private set; }

    public Instant? NextDeadline => !_started || State != DtlsState.Handshaking ? null
        : _repeatAt is { } repeat && repeat < _giveUpAt ? repeat : _giveUpAt;

    public void Start(Instant now)
    {
        if (_started || _ssl == 0) return;
        _started = true;
        _giveUpAt = now + HandshakeLimit;
        Advance(now);
    }

    public void OnDatagram(ReadOnlySpan<byte> datagram, Instant now)
    {
        if (_ssl == 0 || State is DtlsState.Failed or DtlsState.Closed || datagram.IsEmpty) return;
        Start(now);
        if (!_bio.TryFeed(datagram)) return;
        var written = _bio.Written;
        if (State == DtlsState.Handshaking) Advance(now);
        else Drain();
        // A peer that repeats its last flight lost ours. OpenSSL answers new records itself and drops records it has seen.
        var isHandshake = datagram[0] is HandshakeRecord or ChangeCipherSpecRecord;
        if (State != DtlsState.Connected || !isHandshake || _bio.Written != written || now - _lastRepeat < RepeatSpacing) return;
        _lastRepeat = now;
        _bio.RepeatFlight();
    }

    public void OnTimer(Instant now)
    {
        if (_ssl == 0 || !_started || State != DtlsState.Handshaking) return;
        if (now >= _giveUpAt)
        {
            Fail($"no DTLS handshake within {HandshakeLimit.Seconds} s: the peer does not answer on the path ICE chose");
            return;
        }

        if (_repeatAt is not { } repeatAt || now < repeatAt) return;
        var written = _bio.Written;
        _bio.BeginFlight();
        LibCrypto.ClearErrors();
        LibSsl.Control(_ssl, LibSsl.ControlHandleTimeout, 0, 0);
        if (_bio.Written == written) _bio.RepeatFlight();
        ArmTimer(now, DtlsCallbacks.Next(_timeout));
    }

    public void Close()
    {
        if (_ssl == 0 || State != DtlsState.Connected) return;
        _bio.BeginFlight();
        LibCrypto.ClearErrors();
        LibSsl.Shutdown(_ssl);
        State = DtlsState.Closed;
    }

    public bool TryGetTransmit(out ReadOnlySpan<byte> datagram) => _bio.TryTake(out datagram);

    public void Dispose()
    {
        if (_ssl == 0) return;
        LibSsl.Free(_ssl);
        _ssl = 0;
        _bio.Dispose();
    }

    private void Advance(Instant now)
    {
        var written = _bio.Written;
        LibCrypto.ClearErrors();
        var result = LibSsl.Handshake(_ssl);
        if (result == 1) Finish();
        else if (LibSsl.GetError(_ssl, result) != LibSsl.ErrorWantRead) Fail($"DTLS handshake failed: {OpenSslError.Describe()}");
        if (State == DtlsState.Handshaking && _bio.Written != written) ArmTimer(now, DtlsCallbacks.Next(0));
    }

    private void ArmTimer(Instant now, uint timeout)
    {
        _timeout = timeout;
        _repeatAt = now + new MediaTime(timeout * 1000L);
    }

    private void Finish()
    {
        var shown = ReadPeerFingerprint();
        var profile = LibSsl.GetSelectedSrtpProfile(_ssl);
        if (shown is null || !shown.Matches(_expected))
            Fail($"the DTLS certificate's fingerprint is {shown?.ToString() ?? "missing"}, the SDP announced {_expected}: "
                + "somebody else answers on this path, or the SDP is not the peer's current one");
        else if (profile is null || !Enum.IsDefined((SrtpProfile)(ushort)profile->Id))
            Fail("no SRTP profile in common: the peer must offer SRTP_AEAD_AES_128_GCM or SRTP_AES128_CM_SHA1_80");
        else
            Connect((SrtpProfile)(ushort)profile->Id);
    }

    private void Connect(SrtpProfile profile)
    {
        // RFC 5764, section 4.2.
        var label = "EXTRACTOR-dtls_srtp"u8;
        Span<byte> material = stackalloc byte[SrtpKeys.MaterialSize(profile)];
        fixed (byte* labelBytes = label, materialBytes = material)
        {
            var exported = LibSsl.ExportKeyingMaterial(
                _ssl, materialBytes, (nuint)material.Length, labelBytes, (nuint)label.Length, null, 0, 0);
            if (exported != 1)
            {
                Fail($"DTLS gave no SRTP keys: {OpenSslError.Describe()}");
                return;
            }
        }

        Keys = SrtpKeys.FromExporter(profile, material, _isClient);
        CryptographicOperations.ZeroMemory(material);
        State = DtlsState.Connected;
        _repeatAt = null;
    }

    private Fingerprint? ReadPeerFingerprint()
    {
        var certificate = LibSsl.GetPeerCertificate(_ssl);
        if (certificate == 0) return null;
        Span<byte> hash = stackalloc byte[64];
        var length = (uint)hash.Length;
        int worked;
        fixed (byte* bytes = hash) worked = LibCrypto.CertificateDigest(certificate, LibCrypto.Sha256(), bytes, ref length);
        LibCrypto.CertificateFree(certificate);
        return worked == 1 && length == 32 ? Fingerprint.FromHash(hash[..32]) : null;
    }

    // Application data has no use here (there are no data channels); reading it is how alerts and repeated flights get handled.
    private void Drain()
    {
        var buffer = stackalloc byte[2048];
        int read;
        do
        {
            LibCrypto.ClearErrors();
            read = LibSsl.Read(_ssl, buffer, 2048);
        }
        while (read > 0);
        if (LibSsl.GetError(_ssl, read) == LibSsl.ErrorZeroReturn) State = DtlsState.Closed;
    }

    private void Fail(string error)
    {
        State = DtlsState.Failed;
        Error = error;
        _repeatAt = null;
    }
}
