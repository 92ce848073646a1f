using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Control.Tests.JsonRpc;
using ConfEngine.Core.Media;

namespace ConfEngine.Control.Tests.Http;

public sealed class ControlServerTests
{
    private static readonly IReadOnlyList<ListenAddress> s_loopback = [new(new IPEndPoint(IPAddress.Loopback, 0), false)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_WebSocket_calls_methods_and_the_server_says_goodbye_when_it_stops()
    {
        var server = await StartAsync(new ControlOptions { Listen = s_loopback });
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(Rpc(server), Cancel);
        Assert.Equal("""{"jsonrpc":"2.0","result":6,"id":1}""", await AskAsync(socket, """{"jsonrpc":"2.0","method":"sum","params":[1,2,3],"id":1}"""));
        Assert.Equal(1, server.Clients);
        var stopping = server.DisposeAsync();
        var end = await socket.ReceiveAsync(new byte[100], Cancel);
        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.EndpointUnavailable), (end.MessageType, socket.CloseStatus));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        await stopping;
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(server.Addresses[0], Cancel));
    }

    [Theory]
    [InlineData(WebSocketMessageType.Text, 70_000, WebSocketCloseStatus.MessageTooBig, RpcCloseCause.TooLarge)]
    [InlineData(WebSocketMessageType.Binary, 10, WebSocketCloseStatus.InvalidMessageType, RpcCloseCause.NotText)]
    public async Task A_message_of_the_wrong_size_or_kind_ends_its_own_connection_only(WebSocketMessageType kind, int bytes, WebSocketCloseStatus status, RpcCloseCause cause)
    {
        var dispatcher = Methods.Dispatcher(new RpcLimits { MessageBytes = 65_536 });
        await using var server = await ControlServer.StartAsync(new ControlOptions { Listen = s_loopback }, new HttpRoutes(), dispatcher, Cancel);
        using var other = new ClientWebSocket();
        await other.ConnectAsync(Rpc(server), Cancel);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(Rpc(server), Cancel);
        await socket.SendAsync(Enumerable.Repeat((byte)' ', bytes).ToArray(), kind, true, Cancel);
        await socket.ReceiveAsync(new byte[100], Cancel);
        Assert.Equal(status, socket.CloseStatus);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        Assert.Contains("-32700", await AskAsync(other, "{"));
        Assert.Equal(1, dispatcher.Statistics.Closed(cause));
        await other.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
    }

    [Fact]
    public async Task A_token_is_asked_for_and_comes_as_header_or_subprotocol()
    {
        var options = new ControlOptions { Listen = s_loopback, Check = (token, _) => token == "s3cret" ? "controller" : null };
        await using var server = await StartAsync(options);
        using var stranger = new ClientWebSocket();
        stranger.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => stranger.ConnectAsync(Rpc(server), Cancel));
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.HttpStatusCode);
        using var page = new ClientWebSocket();
        page.Options.AddSubProtocol("confengine.rpc");
        page.Options.AddSubProtocol("bearer.s3cret");
        await page.ConnectAsync(Rpc(server), Cancel);
        Assert.Equal("confengine.rpc", page.SubProtocol);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri(server.Addresses[0], "/who"), Cancel)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "s3cret");
        Assert.Equal("controller", await client.GetStringAsync(new Uri(server.Addresses[0], "/who"), Cancel));
        await page.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
    }

    [Theory]
    [InlineData("GET", "/", "", "", 200, "<p>会议室</p>")]
    [InlineData("HEAD", "/", "", "", 200, "")]
    [InlineData("GET", "/join/lobby%20a", "", "", 200, "lobby a")]
    [InlineData("GET", "/join/", "", "", 404, "not-found")]
    [InlineData("GET", "/nothing", "", "", 404, "not-found")]
    [InlineData("DELETE", "/", "", "", 405, "method")]
    [InlineData("POST", "/echo", "", "hello", 201, "hello")]
    [InlineData("POST", "/echo", "", "hello, this is more than sixteen bytes", 413, "too-large")]
    [InlineData("GET", "/break", "", "", 500, "internal")]
    [InlineData("GET", "/rpc", "", "", 426, "upgrade")]
    [InlineData("GET", "/", "Origin: http://evil.example", "", 403, "origin")]
    [InlineData("GET", "/", "Origin: https://controller.example", "", 200, "会")]
    [InlineData("GET", "/", "Host: evil.example", "", 403, "host")]
    [InlineData("GET", "/", "Host: kiosk.local", "", 200, "会")]
    public async Task Requests_get_their_answer(string method, string path, string header, string body, int status, string expected)
    {
        var options = new ControlOptions { Listen = s_loopback, BodyBytes = 16, HostNames = ["kiosk.local"], Origins = ["https://controller.example"] };
        await using var server = await StartAsync(options);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server.Addresses[0], path));
        if (body.Length > 0) request.Content = new StringContent(body);
        if (header.Length > 0) request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        using var reply = await client.SendAsync(request, Cancel);
        Assert.Equal(status, (int)reply.StatusCode);
        var text = await reply.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(expected, text);
        Assert.DoesNotContain("hunter2", text);
    }

    [Fact]
    public async Task A_client_that_never_reads_loses_its_connection_and_nobody_else_notices()
    {
        var peers = new TaskCompletionSource<IRpcPeer>();
        var table = Methods.Table();
        table.Add("room.flood", [], (peer, _, _) =>
        {
            var text = new string('x', 60_000);
            while (peer.Notify("room.chat", writer => { writer.WriteStartArray(); writer.WriteStringValue(text); writer.WriteEndArray(); })) { }
            peers.SetResult(peer);
            return default;
        });
        await using var server = await ControlServer.StartAsync(new ControlOptions { Listen = s_loopback }, new HttpRoutes(), Methods.Dispatcher(table: table), Cancel);
        using var other = new ClientWebSocket();
        await other.ConnectAsync(Rpc(server), Cancel);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(Rpc(server), Cancel);
        await socket.SendAsync("""{"jsonrpc":"2.0","method":"room.flood"}"""u8.ToArray(), WebSocketMessageType.Text, true, Cancel);
        Assert.Equal(RpcCloseCause.SlowReader, await (await peers.Task.WaitAsync(Cancel)).Closed.WaitAsync(Cancel));
        Assert.EndsWith("\"id\":1}", await AskAsync(other, """{"jsonrpc":"2.0","method":"getData","id":1}"""));
        await other.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_no_WebSocket()
    {
        await using var server = await StartAsync(new ControlOptions { Listen = s_loopback });
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Rpc(server), Cancel));
        Assert.Equal(0, server.Clients);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_the_remedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = (IPEndPoint)other.LocalEndpoint;
        var error = await Assert.ThrowsAsync<MediaException>(() => StartAsync(new ControlOptions { Listen = [.. s_loopback, new(taken, false)] }));
        Assert.Contains($"port {taken.Port} of 127.0.0.1 is taken", error.Message);
        Assert.Contains("--listen HOST:PORT", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Plain_and_TLS_addresses_stand_side_by_side()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asking = new CertificateRequest("CN=kiosk", key, HashAlgorithmName.SHA256);
        using var certificate = asking.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, default), new DateTimeOffset(2049, 1, 1, 0, 0, 0, default));
        var secure = new ListenAddress(new IPEndPoint(IPAddress.Loopback, 0), true);
        await Assert.ThrowsAsync<MediaException>(() => StartAsync(new ControlOptions { Listen = [secure] }));
        await using var server = await StartAsync(new ControlOptions { Listen = [.. s_loopback, secure], Certificate = certificate });
        Assert.Equal(["http", "https"], server.Addresses.Select(address => address.Scheme).Order());
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == certificate.Thumbprint };
        using var client = new HttpClient(handler);
        foreach (var address in server.Addresses) Assert.Equal("<p>会议室</p>", await client.GetStringAsync(address, Cancel));
    }

    private static Task<ControlServer> StartAsync(ControlOptions options)
    {
        var routes = new HttpRoutes();
        routes.AddPage("/", "text/html; charset=utf-8", Encoding.UTF8.GetBytes("<p>会议室</p>"));
        routes.Add("GET", "/who", false, (request, _) => new(Text(200, request.Principal)));
        routes.Add("GET", "/join/*", true, (request, _) => new(Text(200, request.Rest)));
        routes.Add("POST", "/echo", true, (request, _) => new(new ControlReply(201, request.ContentType, request.Body)));
        routes.Add("GET", "/break", true, (_, _) => throw new InvalidOperationException("secret=hunter2"));
        return ControlServer.StartAsync(options, routes, Methods.Dispatcher(), Cancel);
    }

    private static ControlReply Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    private static Uri Rpc(ControlServer server) => new($"ws://{server.Addresses[0].Authority}/rpc");

    private static async Task<string> AskAsync(ClientWebSocket socket, string text)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Cancel);
        var buffer = new byte[4096];
        var part = await socket.ReceiveAsync(buffer, Cancel);
        return Encoding.UTF8.GetString(buffer, 0, part.Count);
    }
}
