using ConfEngine.Core.Time;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport.Tests;

/// <summary>A peer that never begins its handshake.</summary>
internal sealed class SilentDtls : IDtlsSession
{
    public DtlsState State => DtlsState.Handshaking;

    public string? Error => null;

    public SrtpKeys? Keys => null;

    public Instant? NextDeadline => null;

    public void Start(Instant now)
    {
    }

    public void OnDatagram(ReadOnlySpan<byte> datagram, Instant now)
    {
    }

    public void OnTimer(Instant now)
    {
    }

    public void Close()
    {
    }

    public bool TryGetTransmit(out ReadOnlySpan<byte> datagram)
    {
        datagram = default;
        return false;
    }

    public void Dispose()
    {
    }
}
