using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Web;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Runtime.Tests.Web;

/// <summary>A server with the handlers of senders and players, and a client for it.</summary>
internal sealed class WebFixture : IAsyncDisposable, IPlainSockets
{
    private readonly UdpPort _port = UdpPort.Open([IPAddress.Loopback], 0, new Nobody(), new SystemClock());
    private readonly HttpClient _client = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private ControlServer _server = null!;

    private WebFixture() => Sessions = new HttpMediaSessions(Door, new SecureRandomSource());

    public FakeDoor Door { get; } = new();

    public HttpMediaSessions Sessions { get; }

    public bool HasPorts { get; set; } = true;

    public int OpenPorts { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WebFixture> StartAsync()
    {
        var made = new WebFixture();
        var routes = new HttpRoutes();
        new WhipRoutes(made.Sessions).AddTo(routes);
        new WhepRoutes(made.Sessions).AddTo(routes);
        new PlainRtpRoutes(made.Sessions, made, new SecureRandomSource()).AddTo(routes);
        var dispatcher = new RpcDispatcher(new MethodTable(), new RpcLimits(), new RpcStatistics(), (what, fault) => made._faults.Enqueue($"{what}: {fault}"));
        var options = new ControlOptions { Listen = [new ListenAddress(new IPEndPoint(IPAddress.Loopback, 0), false)] };
        made._server = await ControlServer.StartAsync(options, routes, dispatcher, Cancel);
        return made;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string sdp, string type = "application/sdp") =>
        SendAsync(HttpMethod.Post, path, sdp, type);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body = "", string type = "", string ifMatch = "")
    {
        using var request = new HttpRequestMessage(method, new Uri(_server.Addresses[0], path));
        if (body.Length > 0) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type.Length > 0) request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (ifMatch.Length > 0) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await _client.SendAsync(request, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        _port.Dispose();
        Assert.Empty(_faults);
    }

    public Task<PlainRtpPorts> OpenAsync(IPAddress address, int count)
    {
        if (!HasPorts || !PlainRtpPorts.TryOpen(_port, address, count, out var ports))
            return Task.FromException<PlainRtpPorts>(RpcException.Refused("no-ports", "no free pair of UDP ports"));
        OpenPorts++;
        return Task.FromResult(ports);
    }

    public void Close(PlainRtpPorts ports)
    {
        ports.Close();
        OpenPorts--;
    }

    private sealed class Nobody : IDatagramHandler
    {
        public void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival)
        {
        }

        public Instant? OnTurn(Instant now, IDatagramSender sender) => null;
    }
}
