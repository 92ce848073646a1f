using ConfEngine.Transport.Native;

namespace ConfEngine.Transport.Dtls;

/// <summary>What all sessions share: certificate, ciphers, profiles (an SSL_CTX). One per process is enough.</summary>
public sealed unsafe class DtlsContext : IDisposable
{
    // What browsers choose first comes first; all have forward secrecy and an AEAD (RFC 8827, section 6.5).
    private const string Ciphers = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305";
    private const string Groups = "X25519:P-256:P-384";
    // The server's order decides in OpenSSL, and GCM costs less than half of counter mode with HMAC.
    private const string Profiles = "SRTP_AEAD_AES_128_GCM:SRTP_AES128_CM_SHA1_80";

    private readonly nint _handle;
    private bool _disposed;

    /// <summary>A context that shows <paramref name="certificate"/> and speaks both SRTP profiles, GCM first.</summary>
    public DtlsContext(DtlsCertificate certificate) : this(certificate, Profiles)
    {
    }

    /// <summary>With other profiles, in OpenSSL's names: for tests of what peers do.</summary>
    internal DtlsContext(DtlsCertificate certificate, string profiles)
    {
        Certificate = certificate;
        LibCrypto.ClearErrors();
        _handle = LibSsl.ContextNew(LibSsl.DtlsMethod());
        Check(_handle != 0, "make a context");
        LibSsl.ContextSetOptions(_handle, LibSsl.OptionNoQueryMtu | LibSsl.OptionNoTicket | LibSsl.OptionNoRenegotiation);
        // Nobody resumes a call's DTLS; without this the server would keep 20,000 sessions for nothing.
        LibSsl.ContextControl(_handle, LibSsl.ControlSetSessionCacheMode, LibSsl.SessionCacheOff, 0);
        Check(LibSsl.ContextControl(_handle, LibSsl.ControlSetMinVersion, LibSsl.Dtls12, 0) == 1, "set DTLS 1.2");
        Check(LibSsl.ContextControl(_handle, LibSsl.ControlSetMaxVersion, LibSsl.Dtls12, 0) == 1, "set DTLS 1.2");
        Check(LibSsl.ContextSetCipherList(_handle, Ciphers) == 1, "take the cipher list");
        Check(LibSsl.ContextControlText(_handle, LibSsl.ControlSetGroupsList, 0, Groups) == 1, "take the group list");
        Check(LibSsl.ContextSetSrtpProfiles(_handle, profiles) == 0, "take the SRTP profiles");
        LibSsl.ContextSetVerify(
            _handle, LibSsl.VerifyPeer | LibSsl.FailIfNoPeerCertificate, &DtlsCallbacks.AcceptAnyCertificate);
        fixed (byte* der = certificate.Certificate)
            Check(LibSsl.ContextUseCertificate(_handle, certificate.Certificate.Length, der) == 1, "take the certificate");
        fixed (byte* der = certificate.PrivateKey)
            Check(LibSsl.ContextUsePrivateKey(LibSsl.KeyTypeEc, _handle, der, certificate.PrivateKey.Length) == 1, "take the private key");
    }

    /// <summary>What our sessions show.</summary>
    public DtlsCertificate Certificate { get; }

    /// <summary>A session with one peer.</summary>
    /// <param name="isClient">True to send the first flight: the side whose SDP says `setup:active`.</param>
    /// <param name="expected">The fingerprint from the peer's SDP.</param>
    public IDtlsSession Open(bool isClient, Fingerprint expected)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new DtlsSession(_handle, isClient, expected);
    }

    /// <summary>Sessions that are open keep what they need.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        LibSsl.ContextFree(_handle);
    }

    private static void Check(bool worked, string what)
    {
        if (!worked) throw new InvalidOperationException($"OpenSSL refused to {what}: {OpenSslError.Describe()}");
    }
}
