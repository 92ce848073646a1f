using ConfEngine.Core.Time;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Simulation.Kit;

/// <summary>A handshake of one datagram each way with keys that both sides know, in virtual time: OpenSSL reads the real clock.</summary>
internal sealed class QuickDtls(bool isClient) : IDtlsSession
{
    private const byte Handshake = 22;
    private const byte Alert = 21;
    private static readonly MediaTime s_patience = MediaTime.FromMilliseconds(100);
    private static readonly byte[] s_material = [.. Enumerable.Range(0, SrtpKeys.MaterialSize(SrtpProfile.AeadAes128Gcm)).Select(i => (byte)(i * 7))];

    private readonly Queue<byte[]> _outgoing = [];
    private bool _isStarted;

    public DtlsState State { get; private set; } = DtlsState.Handshaking;

    public string? Error => null;

    public SrtpKeys? Keys { get; private set; }

    public Instant? NextDeadline { get; private set; }

    public void Start(Instant now)
    {
        if (_isStarted) return;
        _isStarted = true;
        if (isClient) Hello(now);
    }

    public void OnDatagram(ReadOnlySpan<byte> datagram, Instant now)
    {
        if (datagram[0] == Alert)
        {
            State = DtlsState.Closed;
            return;
        }

        NextDeadline = null;
        Keys ??= SrtpKeys.FromExporter(SrtpProfile.AeadAes128Gcm, s_material, isClient);
        State = DtlsState.Connected;
        // A client that asks again has missed the answer.
        if (!isClient) _outgoing.Enqueue([Handshake]);
    }

    public void OnTimer(Instant now)
    {
        if (NextDeadline is { } deadline && deadline <= now) Hello(now);
    }

    public void Close()
    {
        if (State == DtlsState.Connected) _outgoing.Enqueue([Alert]);
    }

    public bool TryGetTransmit(out ReadOnlySpan<byte> datagram)
    {
        var any = _outgoing.TryDequeue(out var bytes);
        datagram = bytes;
        return any;
    }

    public void Dispose()
    {
    }

    private void Hello(Instant now)
    {
        _outgoing.Enqueue([Handshake]);
        NextDeadline = now + s_patience;
    }
}
