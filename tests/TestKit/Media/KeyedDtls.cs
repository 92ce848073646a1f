using ConfEngine.Core.Time;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.TestKit.Media;

/// <summary>A DTLS session that has its keys from the beginning: OpenSSL reads the real clock, so it cannot take part in virtual time.</summary>
public sealed class KeyedDtls : IDtlsSession
{
    private readonly SrtpKeys _keys;
    private bool _isStarted;
    private bool _isClosed;

    private KeyedDtls(SrtpKeys keys) => _keys = keys;

    /// <inheritdoc/>
    public DtlsState State => _isClosed ? DtlsState.Closed : _isStarted ? DtlsState.Connected : DtlsState.Handshaking;

    /// <inheritdoc/>
    public string? Error => null;

    /// <inheritdoc/>
    public SrtpKeys? Keys => _isStarted ? _keys : null;

    /// <inheritdoc/>
    public Instant? NextDeadline => null;

    /// <summary>Both ends of one session.</summary>
    public static (KeyedDtls Client, KeyedDtls Server) MakePair(Random random, SrtpProfile profile = SrtpProfile.AeadAes128Gcm)
    {
        var material = new byte[SrtpKeys.MaterialSize(profile)];
        random.NextBytes(material);
        return (new KeyedDtls(SrtpKeys.FromExporter(profile, material, isClient: true)),
            new KeyedDtls(SrtpKeys.FromExporter(profile, material, isClient: false)));
    }

    /// <summary>One end of a handshake that is over before it began.</summary>
    public static KeyedDtls Over(SrtpKeys keys) => new(keys) { _isStarted = true };

    /// <inheritdoc/>
    public void Start(Instant now) => _isStarted = true;

    /// <inheritdoc/>
    public void OnDatagram(ReadOnlySpan<byte> datagram, Instant now)
    {
    }

    /// <inheritdoc/>
    public void OnTimer(Instant now)
    {
    }

    /// <inheritdoc/>
    public void Close() => _isClosed = true;

    /// <inheritdoc/>
    public bool TryGetTransmit(out ReadOnlySpan<byte> datagram)
    {
        datagram = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
