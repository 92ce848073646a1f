using ConfEngine.Core.Time;
using ConfEngine.Transport.Dtls;

namespace ConfEngine.Transport.Tests.Dtls;

/// <summary>A client and a server session that talk over a network which may lose datagrams, in virtual time.</summary>
internal sealed class DtlsPair : IDisposable
{
    private static readonly DtlsCertificate ClientCertificate = DtlsCertificate.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly DtlsCertificate ServerCertificate = DtlsCertificate.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DtlsContext _clientContext;
    private readonly DtlsContext _serverContext;

    public DtlsPair(Fingerprint? expectedByServer = null, string? clientProfiles = null, string? serverProfiles = null)
    {
        _clientContext = clientProfiles is null ? new DtlsContext(ClientCertificate) : new DtlsContext(ClientCertificate, clientProfiles);
        _serverContext = serverProfiles is null ? new DtlsContext(ServerCertificate) : new DtlsContext(ServerCertificate, serverProfiles);
        Client = _clientContext.Open(isClient: true, ServerCertificate.Fingerprint);
        Server = _serverContext.Open(isClient: false, expectedByServer ?? ClientCertificate.Fingerprint);
    }

    public IDtlsSession Client { get; }

    public IDtlsSession Server { get; }

    public Instant Now { get; private set; }

    public List<int> Sizes { get; } = [];

    /// <summary>Runs until nothing moves or both have left the handshake.</summary>
    /// <param name="isLost">Asked for every datagram: direction (true = to the server) and its number in that direction.</param>
    /// <param name="clock">Real time to keep to, where OpenSSL's own timer runs too; null for virtual time.</param>
    public void Run(Func<bool, int, bool>? isLost = null, IClock? clock = null)
    {
        if (clock is not null) Now = clock.Now;
        Client.Start(Now);
        Server.Start(Now);
        int toServer = 0, toClient = 0;
        for (var turn = 0; turn < 10_000; turn++)
        {
            var moved = false;
            while (Client.TryGetTransmit(out var datagram))
            {
                moved = true;
                Sizes.Add(datagram.Length);
                if (isLost?.Invoke(true, toServer++) != true) Server.OnDatagram(datagram.ToArray(), Now);
            }

            while (Server.TryGetTransmit(out var datagram))
            {
                moved = true;
                Sizes.Add(datagram.Length);
                if (isLost?.Invoke(false, toClient++) != true) Client.OnDatagram(datagram.ToArray(), Now);
            }

            if (moved) continue;
            if (Client.State != DtlsState.Handshaking && Server.State != DtlsState.Handshaking) return;
            var deadlines = new[] { Client.NextDeadline, Server.NextDeadline }.Where(deadline => deadline is not null).ToList();
            if (deadlines.Count == 0) return;
            Now = deadlines.Min()!.Value;
            clock?.WaitUntil(Now);
            Client.OnTimer(Now);
            Server.OnTimer(Now);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
        _clientContext.Dispose();
        _serverContext.Dispose();
    }
}
