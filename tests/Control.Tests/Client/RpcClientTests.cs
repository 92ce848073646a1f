using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ConfEngine.Control.Client;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Control.Tests.JsonRpc;
using ConfEngine.Core.Media;

namespace ConfEngine.Control.Tests.Client;

public sealed class RpcClientTests
{
    private static readonly IReadOnlyList<ListenAddress> s_loopback = [new(new IPEndPoint(IPAddress.Loopback, 0), false)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_bring_results_and_refusals_with_all_their_parts()
    {
        await using var server = await StartAsync(new ControlOptions { Listen = s_loopback });
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(Url(server)), NoNotification, Cancel);
        var sum = client.CallAsync("sum", writer => Object(writer, ("a", 1), ("b", 2), ("c", 3)), Cancel);
        var data = client.CallAsync("getData", null, Cancel);
        Assert.Equal("""["hello",5]""", (await data).GetRawText());
        Assert.Equal(6, (await sum).GetInt32());
        Assert.Equal(JsonValueKind.Null, (await client.CallAsync("update", null, Cancel)).ValueKind);
        var refused = await Assert.ThrowsAsync<RpcException>(() => client.CallAsync("room.refuse", null, Cancel));
        Assert.Equal(new RpcError(RpcErrorCode.Application, "the room is full", "room-full", "room", 1002034, "user count exceeds"), refused.Error);
        var unknown = await Assert.ThrowsAsync<RpcException>(() => client.CallAsync("room.nothing", null, Cancel));
        Assert.Equal(RpcErrorCode.MethodNotFound, unknown.Error.Code);
    }

    [Fact]
    public async Task Notifications_come_in_their_order()
    {
        var table = Methods.Table();
        table.Add("room.count", [], (peer, _, _) =>
        {
            for (var i = 0; i < 200; i++)
            {
                var number = i;
                peer.Notify("room.number", writer => Object(writer, ("n", number)));
            }

            return default;
        });
        await using var server = await StartAsync(new ControlOptions { Listen = s_loopback }, table);
        var all = new TaskCompletionSource();
        var numbers = new List<int>();
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(Url(server)), Take, Cancel);
        await client.CallAsync("room.count", null, Cancel);
        await all.Task.WaitAsync(Cancel);
        Assert.Equal(Enumerable.Range(0, 200), numbers);

        void Take(string method, JsonElement parameters)
        {
            Assert.Equal("room.number", method);
            numbers.Add(parameters.GetProperty("n").GetInt32());
            if (numbers.Count == 200) all.SetResult();
        }
    }

    [Fact]
    public async Task A_token_opens_the_door_and_a_wrong_one_is_explained()
    {
        await using var server = await StartAsync(new ControlOptions { Listen = s_loopback, Check = (token, _) => token == "s3cret" ? "operator" : null });
        var url = Url(server);
        var none = await Assert.ThrowsAsync<MediaException>(() => RpcClient.ConnectAsync(new RpcClientOptions(url), NoNotification, Cancel));
        Assert.Contains("asks for a token", none.Message);
        var wrong = await Assert.ThrowsAsync<MediaException>(() => RpcClient.ConnectAsync(new RpcClientOptions(url) { Token = "n0t-it" }, NoNotification, Cancel));
        Assert.Contains("does not know this token", wrong.Message);
        Assert.DoesNotContain("n0t-it", wrong.Message);
        var odd = await Assert.ThrowsAsync<MediaException>(() => RpcClient.ConnectAsync(new RpcClientOptions(url) { Token = "a b" }, NoNotification, Cancel));
        Assert.Contains("copy it again", odd.Message);
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(url) { Token = "s3cret" }, NoNotification, Cancel);
        Assert.Equal(1, server.Clients);
    }

    [Fact]
    public async Task An_own_certificate_is_taken_when_pinned_or_when_any_is()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asking = new CertificateRequest("CN=kiosk", key, HashAlgorithmName.SHA256);
        using var certificate = asking.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, default), new DateTimeOffset(2049, 1, 1, 0, 0, 0, default));
        var secure = new ListenAddress(new IPEndPoint(IPAddress.Loopback, 0), true);
        await using var server = await StartAsync(new ControlOptions { Listen = [secure], Certificate = certificate });
        var options = new RpcClientOptions(Url(server));
        var refused = await Assert.ThrowsAsync<MediaException>(() => RpcClient.ConnectAsync(options, NoNotification, Cancel));
        Assert.Contains("certificate that is not trusted", refused.Message);
        await Assert.ThrowsAsync<MediaException>(() => RpcClient.ConnectAsync(options with { PinnedSha256 = new byte[32] }, NoNotification, Cancel));
        await using var pinned = await RpcClient.ConnectAsync(options with { PinnedSha256 = certificate.GetCertHash(HashAlgorithmName.SHA256) }, NoNotification, Cancel);
        await using var any = await RpcClient.ConnectAsync(options with { TrustAny = true }, NoNotification, Cancel);
        Assert.Equal(2, (await any.CallAsync("getData", null, Cancel)).GetArrayLength());
    }

    [Fact]
    public async Task Where_nothing_answers_the_error_says_what_to_look_at()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Assert.True(ServerUrl.TryParse($"http://127.0.0.1:{((IPEndPoint)reserved.LocalEndPoint!).Port}", out var url));
        var error = await Assert.ThrowsAsync<MediaException>(() => RpcClient.ConnectAsync(new RpcClientOptions(url), NoNotification, Cancel));
        Assert.Equal($"nothing answers at {url}: is `confengine kiosk` running there?", error.Message);
    }

    [Fact]
    public async Task The_end_of_the_server_ends_the_calls_on_their_way()
    {
        var entered = new TaskCompletionSource();
        var table = Methods.Table();
        table.Add("room.wait", [], async (_, _, cancel) =>
        {
            entered.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancel);
            return null;
        });
        var server = await StartAsync(new ControlOptions { Listen = s_loopback }, table);
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(Url(server)), NoNotification, Cancel);
        var call = client.CallAsync("room.wait", null, Cancel);
        await entered.Task.WaitAsync(Cancel);
        await server.DisposeAsync();
        Assert.Equal("disconnected", (await Assert.ThrowsAsync<RpcException>(() => call)).Error.NeutralCode);
        Assert.Equal(RpcEndCause.ServerLeft, (await client.Closed.WaitAsync(Cancel)).Cause);
        Assert.Equal("disconnected", (await Assert.ThrowsAsync<RpcException>(() => client.CallAsync("getData", null, Cancel))).Error.NeutralCode);
    }

    [Fact]
    public async Task A_call_has_a_deadline_and_its_late_answer_harms_nothing()
    {
        var answers = new TaskCompletionSource();
        var table = Methods.Table();
        table.Add("room.late", [], async (_, _, cancel) =>
        {
            await answers.Task.WaitAsync(cancel);
            return null;
        });
        await using var server = await StartAsync(new ControlOptions { Listen = s_loopback }, table);
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(Url(server)) { CallDeadline = TimeSpan.FromMilliseconds(50) }, NoNotification, Cancel);
        Assert.Equal("deadline", (await Assert.ThrowsAsync<RpcException>(() => client.CallAsync("room.late", null, Cancel))).Error.NeutralCode);
        await using var patient = await RpcClient.ConnectAsync(new RpcClientOptions(Url(server)), NoNotification, Cancel);
        answers.SetResult();
        await patient.CallAsync("getData", null, Cancel);
        Assert.False(client.Closed.IsCompleted);
    }

    [Fact]
    public async Task A_goodbye_is_a_goodbye_on_both_sides()
    {
        var dispatcher = Methods.Dispatcher();
        await using var server = await ControlServer.StartAsync(new ControlOptions { Listen = s_loopback }, new HttpRoutes(), dispatcher, Cancel);
        var client = await RpcClient.ConnectAsync(new RpcClientOptions(Url(server)), NoNotification, Cancel);
        await client.CallAsync("getData", null, Cancel);
        await client.DisposeAsync();
        await client.DisposeAsync();
        Assert.Equal(RpcEndCause.Left, (await client.Closed).Cause);
        Assert.Equal(1, dispatcher.Statistics.Closed(RpcCloseCause.Left));
    }

    private static Task<ControlServer> StartAsync(ControlOptions options, MethodTable? table = null) =>
        ControlServer.StartAsync(options, new HttpRoutes(), Methods.Dispatcher(table: table), Cancel);

    private static ServerUrl Url(ControlServer server) => ServerUrl.TryParse(server.Addresses[0].ToString(), out var url) ? url : throw new InvalidOperationException();

    private static void NoNotification(string method, JsonElement parameters) => Assert.Fail($"{method} came");

    private static void Object(Utf8JsonWriter writer, params (string Name, int Value)[] members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members) writer.WriteNumber(name, value);
        writer.WriteEndObject();
    }
}
