using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;

namespace ConfEngine.Transport.Tests;

/// <summary>A client and a server connection with real ICE, DTLS and SRTP on a virtual network.</summary>
internal sealed class Call : IDisposable
{
    private static readonly DtlsContext ClientContext = new(DtlsCertificate.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    private static readonly DtlsContext ServerContext = new(DtlsCertificate.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    public Call(VirtualNetwork network, int seed, Fingerprint? expectedByServer = null, IDtlsSession? clientDtls = null)
    {
        var random = new SeededRandomSource(seed);
        ClientHost = network.AddHost(new ConnectionRouter());
        ServerHost = network.AddHost(new ConnectionRouter());
        var clientCredentials = IceCredentials.Create(random);
        var serverCredentials = IceCredentials.Create(random);
        Server = Connection.Accept(
            serverCredentials, ServerContext.Open(isClient: false, expectedByServer ?? ClientContext.Certificate.Fingerprint));
        Client = Connection.Connect(
            clientCredentials, serverCredentials, [ClientHost.Address], [IceCandidate.Host(0, ServerHost.Address)],
            clientDtls ?? ClientContext.Open(isClient: true, ServerContext.Certificate.Fingerprint), random);
        ServerHost.Router.Add(Server);
        ClientHost.Router.Add(Client);
        Server.Start(network.Now);
        Client.Start(network.Now);
    }

    public Connection Client { get; }

    public Connection Server { get; }

    public NetworkHost ClientHost { get; }

    public NetworkHost ServerHost { get; }

    public bool IsUp => Client.State == ConnectionState.Connected && Server.State == ConnectionState.Connected;

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
