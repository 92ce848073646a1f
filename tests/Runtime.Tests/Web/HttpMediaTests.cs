using System.Net;
using System.Text.Json;
using ConfEngine.Conference.Members;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Web;

public class HttpMediaTests
{
    private const string Fragment = "application/trickle-ice-sdpfrag";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sender_enters_publishes_and_leaves()
    {
        await using var web = await WebFixture.StartAsync();
        var created = await web.PostAsync("/whip/lobby?user=obs&name=Stage%20%E5%8F%B0&stream=main&kind=screen&password=pw", Offers.Sender);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("application/sdp", created.Content.Headers.ContentType!.MediaType);
        Assert.Equal(FakeDoor.Answer, await created.Content.ReadAsStringAsync(Cancel));
        Assert.NotNull(created.Headers.ETag);
        var location = created.Headers.Location!.OriginalString;
        Assert.Matches("^/whip/lobby/[0-9a-f]{32}$", location);
        Assert.Equal(["enter lobby Attendee", "publish 1 main Screen", "offer 1 0>main 1>main"], web.Door.Log);
        Assert.Equal(("obs", "Stage 台", "pw"), (web.Door.Entered!.User, web.Door.Entered.Name, web.Door.Entered.Password));
        Assert.Equal(HttpStatusCode.OK, (await web.SendAsync(HttpMethod.Delete, location)).StatusCode);
        Assert.Equal("leave 1", web.Door.Log.Last());
        Assert.Equal(HttpStatusCode.NotFound, (await web.SendAsync(HttpMethod.Delete, location)).StatusCode);
        Assert.Equal(0, web.Sessions.Count);
    }

    [Fact]
    public async Task A_sender_without_a_name_gets_one_of_its_own()
    {
        await using var web = await WebFixture.StartAsync();
        await web.PostAsync("/whip/lobby", Offers.Sender);
        var first = web.Door.Entered!;
        Assert.Matches("^whip-[0-9a-f]{8}$", first.User);
        await web.PostAsync("/whip/lobby", Offers.Sender);
        Assert.NotEqual(first.User, web.Door.Entered!.User);
        Assert.Equal(2, web.Sessions.Count);
    }

    [Theory]
    [InlineData(ConnectionState.Failed, 0)]
    [InlineData(ConnectionState.Closed, 0)]
    [InlineData(ConnectionState.Disconnected, 1)]
    public async Task A_sender_lives_as_long_as_its_transport(ConnectionState state, int left)
    {
        await using var web = await WebFixture.StartAsync();
        var created = await web.PostAsync("/whip/lobby", Offers.Sender);
        web.Door.Tell(1, state);
        Assert.Equal(left, web.Sessions.Count);
        Assert.Equal(left == 0, web.Door.Log.Contains("leave 1"));
        var gone = await web.SendAsync(HttpMethod.Delete, created.Headers.Location!.OriginalString);
        Assert.Equal(left == 0 ? HttpStatusCode.NotFound : HttpStatusCode.OK, gone.StatusCode);
    }

    [Fact]
    public async Task Trickled_candidates_are_taken_and_restarts_are_not()
    {
        await using var web = await WebFixture.StartAsync();
        var created = await web.PostAsync("/whip/lobby", Offers.Sender);
        var (location, tag) = (created.Headers.Location!.OriginalString, created.Headers.ETag!.Tag);
        const string Candidate = "a=ice-ufrag:obs1\r\na=ice-pwd:uQ2vJm5Q7jVbT0n4sXk1cR8e\r\nm=audio 9 RTP/AVP 0\r\na=mid:0\r\na=candidate:1 1 udp 1 192.0.2.3 9 typ host\r\n";
        Assert.Equal(204, await PatchAsync(Candidate, Fragment, tag));
        Assert.Equal(428, await PatchAsync(Candidate, Fragment, ""));
        Assert.Equal(412, await PatchAsync(Candidate, Fragment, "\"other\""));
        Assert.Equal(415, await PatchAsync(Candidate, "application/sdp", tag));
        Assert.Equal(400, await PatchAsync("hello", Fragment, tag));
        Assert.Equal(422, await PatchAsync(Candidate.Replace("obs1", "obs2", StringComparison.Ordinal), Fragment, "*"));
        Assert.Equal(404, (int)(await web.SendAsync(HttpMethod.Patch, "/whip/lobby/00", Candidate, Fragment, tag)).StatusCode);
        Assert.Equal(1, web.Sessions.Count);

        async Task<int> PatchAsync(string body, string type, string ifMatch) =>
            (int)(await web.SendAsync(HttpMethod.Patch, location, body, type, ifMatch)).StatusCode;
    }

    [Theory]
    [InlineData("GET", "/whip/lobby", 405)]
    [InlineData("PUT", "/whip/lobby", 405)]
    [InlineData("DELETE", "/whip/lobby", 405)]
    [InlineData("POST", "/whip/lobby/id", 405)]
    [InlineData("POST", "/whip/lobby/a/b", 404)]
    [InlineData("POST", "/whip/", 404)]
    [InlineData("OPTIONS", "/whip/lobby", 204)]
    [InlineData("GET", "/whep/lobby/x", 405)]
    [InlineData("POST", "/whep/lobby/x/y", 405)]
    [InlineData("DELETE", "/whep/lobby/x/y", 404)]
    [InlineData("POST", "/rooms/lobby", 404)]
    [InlineData("POST", "/rooms/lobby/rtp/x", 405)]
    [InlineData("DELETE", "/rooms/lobby/rtp", 405)]
    public async Task Other_methods_are_refused_by_name(string method, string path, int status)
    {
        await using var web = await WebFixture.StartAsync();
        var response = await web.SendAsync(HttpMethod.Parse(method), path);
        Assert.Equal(status, (int)response.StatusCode);
        if (status is 405 or 204) Assert.NotEmpty(response.Content.Headers.Allow);
        if (status == 204) Assert.Equal("application/sdp", Assert.Single(response.Headers.GetValues("Accept-Post")));
        Assert.Empty(web.Door.Log);
    }

    [Theory]
    [InlineData("v=1", 400, "expected v=0")]
    [InlineData("recvonly", 422, "a=sendonly")]
    [InlineData("kind", 400, "kind must be")]
    [InlineData("type", 415, "application/sdp")]
    public async Task A_bad_offer_is_refused_before_anybody_enters(string fault, int status, string expected)
    {
        await using var web = await WebFixture.StartAsync();
        var sdp = fault switch { "v=1" => "v=1\n" + Offers.Sender, "recvonly" => Offers.Player, _ => Offers.Sender };
        var response = await web.PostAsync(fault == "kind" ? "/whip/lobby?kind=x" : "/whip/lobby", sdp, fault == "type" ? "text/plain" : "application/sdp");
        Assert.Equal(status, (int)response.StatusCode);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("error");
        Assert.Contains(expected, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(web.Door.Log);
    }

    [Theory]
    [InlineData("enter", "unknown-room", 404)]
    [InlineData("enter", "wrong-password", 403)]
    [InlineData("enter", "room-full", 503)]
    [InlineData("enter", "bad-character", 400)]
    [InlineData("publish", "taken", 409)]
    [InlineData("offer", "bad-sdp", 422)]
    public async Task The_rooms_refusals_have_their_status_and_nobody_stays(string step, string code, int status)
    {
        await using var web = await WebFixture.StartAsync();
        web.Door.Refusals[step] = RpcException.Refused(code, "the reason");
        var response = await web.PostAsync("/whip/lobby", Offers.Sender);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal($$$"""{"error":{"code":"{{{code}}}","message":"the reason"}}""", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(step != "enter", web.Door.Log.Contains("leave 1"));
        Assert.Equal(0, web.Sessions.Count);
    }

    [Fact]
    public async Task A_player_is_an_audience_of_one_stream_and_the_programme_has_viewers()
    {
        await using var web = await WebFixture.StartAsync();
        var played = await web.PostAsync("/whep/lobby/main", Offers.Player);
        Assert.Matches("^/whep/lobby/main/[0-9a-f]{32}$", played.Headers.Location!.OriginalString);
        Assert.Equal(["enter lobby Audience", "play 1 main", "offer 1 0<main 1<main"], web.Door.Log);
        Assert.Equal((MemberRole.Audience, "Viewer"), (web.Door.Entered!.Role, web.Door.Entered.Name));
        foreach (var path in new[] { "/whep/lobby", "/whep/lobby/programme" })
        {
            web.Door.Log.Clear();
            var watched = await web.PostAsync(path, Offers.Player);
            Assert.Equal("watch lobby programme/lobby", web.Door.Log.First());
            Assert.EndsWith("0<programme/lobby 1<programme/lobby", web.Door.Log.Last(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await web.SendAsync(HttpMethod.Delete, watched.Headers.Location!.OriginalString)).StatusCode);
        }

        Assert.Equal(422, (int)(await web.PostAsync("/whep/lobby", Offers.Sender)).StatusCode);
    }

    [Fact]
    public async Task An_encoder_on_the_LAN_is_told_where_to_send()
    {
        await using var web = await WebFixture.StartAsync();
        var created = await web.PostAsync("/rooms/lobby/rtp?stream=cam", Offers.Plain);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(["enter lobby Attendee", "publish 1 cam Other", "plain 1 cam"], web.Door.Log);
        Assert.Equal([TrackKind.Video, TrackKind.Audio], web.Door.Plain.Select(media => media.Kind));
        Assert.Equal([VideoCodec.H264, null], web.Door.Plain.Select(media => media.Video));
        Assert.Equal([96, 97], web.Door.Plain.Select(media => media.PayloadType));
        Assert.Equal(4, web.Door.Plain.SelectMany(media => new[] { media.RtpSocket, media.RtcpSocket }).Distinct().Count());
        var reply = await created.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("c=IN IP4 127.0.0.1\r\n", reply, StringComparison.Ordinal);
        Assert.Matches(@"m=video [1-9]\d+ RTP/AVP 96\r\n", reply);
        Assert.Equal(1, web.OpenPorts);
        Assert.Equal(HttpStatusCode.OK, (await web.SendAsync(HttpMethod.Delete, created.Headers.Location!.OriginalString)).StatusCode);
        Assert.Equal((0, 0), (web.OpenPorts, web.Sessions.Count));
        Assert.Equal("leave 1", web.Door.Log.Last());
    }

    [Fact]
    public async Task An_encoder_that_does_not_get_in_leaves_no_ports_behind()
    {
        await using var web = await WebFixture.StartAsync();
        web.Door.Refusals["plain"] = RpcException.Refused("busy", "later");
        Assert.Equal(503, (int)(await web.PostAsync("/rooms/lobby/rtp", Offers.Plain)).StatusCode);
        Assert.Equal((0, "leave 1"), (web.OpenPorts, web.Door.Log.Last()));
        web.HasPorts = false;
        Assert.Equal(503, (int)(await web.PostAsync("/rooms/lobby/rtp", Offers.Plain)).StatusCode);
        Assert.Equal("leave 2", web.Door.Log.Last());
        var response = await web.PostAsync("/rooms/lobby/rtp", Offers.Plain.Replace("opus/48000/2", "MPEG4-GENERIC/44100/1", StringComparison.Ordinal));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("AAC: send Opus: -c:a libopus", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
