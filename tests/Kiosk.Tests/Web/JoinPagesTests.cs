using System.Net;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Kiosk.Web;

namespace ConfEngine.Kiosk.Tests.Web;

/// <summary>The join page as a browser gets it.</summary>
public sealed class JoinPagesTests : IAsyncLifetime
{
    private const string Token = "s3cret";

    private ControlServer _server = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var routes = new HttpRoutes();
        JoinPages.AddTo(routes, "lobby & bar");
        var options = new ControlOptions
        {
            Listen = [new ListenAddress(new IPEndPoint(IPAddress.Loopback, 0), false)],
            Check = (token, _) => token == Token ? "guest" : null,
        };
        var dispatcher = new RpcDispatcher(new MethodTable(), new RpcLimits(), new RpcStatistics(), (what, fault) => throw new InvalidOperationException(what, fault));
        _server = await ControlServer.StartAsync(options, routes, dispatcher, Cancel);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _server.Addresses[0] };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_root_leads_to_the_room_that_is_shown()
    {
        using var reply = await GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal("/join/lobby%20%26%20bar", reply.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/join/lobby")]
    [InlineData("/join/any~room'(1)")]
    [InlineData("/join/a%26b")]
    public async Task Any_possible_room_has_the_page(string path)
    {
        using var reply = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("text/html; charset=utf-8", reply.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("<!doctype html>", await reply.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("/join/")]
    [InlineData("/join/a/b")]
    [InlineData("/join/%E4%BC%9A%E8%AE%AE%E5%AE%A4")]
    [InlineData("/join/a%20b")]
    [InlineData("/join-assets/")]
    [InlineData("/join-assets/nothing.js")]
    [InlineData("/join-assets/index.html")]
    [InlineData("/join-assets/..%2Findex.html")]
    public async Task What_cannot_be_a_room_or_a_file_is_not_found(string path)
    {
        using var reply = await GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_told_so()
    {
        using var reply = await GetAsync("/join/" + new string('a', 128));
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Contains("127", await reply.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_inline_nothing_from_elsewhere_and_no_frame_around_it()
    {
        using var reply = await GetAsync("/join/lobby");
        var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
        string[] parts = policy.Split("; ");
        foreach (var part in (string[])["default-src 'self'", "script-src 'self'", "style-src 'self'", "connect-src 'self' ws: wss:", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"])
            Assert.Contains(part, parts);
        Assert.DoesNotContain("unsafe", policy);
        var permissions = Assert.Single(reply.Headers.GetValues("Permissions-Policy"));
        foreach (var feature in (string[])["camera=(self)", "microphone=(self)", "display-capture=(self)", "geolocation=()"]) Assert.Contains(feature, permissions);
        Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Every_file_that_the_page_and_its_files_name_is_there_with_its_type()
    {
        foreach (var path in JoinFiles.Referenced())
        {
            using var reply = await GetAsync(path);
            Assert.True(reply.StatusCode == HttpStatusCode.OK, $"{path}: {reply.StatusCode}");
            var expected = Path.GetExtension(path) switch
            {
                ".js" => "text/javascript; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".svg" => "image/svg+xml",
                var other => $"no type is known for {other}",
            };
            Assert.Equal(expected, reply.Content.Headers.ContentType!.ToString());
            Assert.Equal(await JoinFiles.BytesAsync(Path.GetFileName(path), Cancel), await reply.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("guess", HttpStatusCode.Unauthorized)]
    [InlineData(Token, HttpStatusCode.NoContent)]
    public async Task The_door_says_whether_a_token_is_good(string? token, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, JoinPages.DoorPath);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var reply = await _client.SendAsync(request, Cancel);
        Assert.Equal(expected, reply.StatusCode);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
}
