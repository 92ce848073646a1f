using ConfEngine.Conference.Identity;
using ConfEngine.Runtime.Tests.Rooms.Kit;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Rooms;

public sealed class StreamTests
{
    [Fact]
    public async Task An_offer_carries_its_bindings_and_brings_back_the_answer()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        await anna.CallAsync("stream.publish", """{"stream":"a1","kind":"camera"}""");
        await anna.CallAsync("stream.play", """{"stream":"b1"}""");
        var answer = await anna.CallAsync("stream.offer", """{"sdp":"v=0","publish":{"0":"a1","1":"a1"},"play":{"2":"b1"}}""");
        Assert.Equal("""{"sdp":"answer to v=0"}""", answer!.ToJsonString());
        Assert.Equal("offer 1 v=0 0>a1 1>a1 2<b1", house.Links.Log[^1]);
    }

    [Theory]
    [InlineData("""{"sdp":"v=0","publish":{"0":"a1"}}""", "publish.0")]
    [InlineData("""{"sdp":"v=0","play":{"x":"a1"}}""", "play.x")]
    public async Task A_stream_that_was_not_asked_for_is_refused_by_its_line(string offer, string field)
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        await house.PublishAsync(ben, "a1");
        var data = (await anna.RefusedAsync("stream.offer", offer))["data"]!;
        Assert.Equal(("unknown-stream", field), ((string?)data["code"], (string?)data["field"]));
        Assert.DoesNotContain(house.Links.Log, line => line.StartsWith("offer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_an_offer_reaches_the_caller()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        house.Links.Fault = "SDP line 3: no a=rtcp-mux";
        var error = await anna.RefusedAsync("stream.offer", """{"sdp":"v=0"}""");
        Assert.Equal(("SDP line 3: no a=rtcp-mux", "bad-sdp", "sdp"), ((string?)error["message"], (string?)error["data"]!["code"], (string?)error["data"]!["field"]));
    }

    [Fact]
    public async Task Playing_before_publishing_is_legal_and_forwarding_follows_the_media()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        await anna.CallAsync("stream.play", """{"stream":"b1"}""");
        await house.PublishAsync(ben, "b1", "screen");
        Assert.Equal([1, 2], (await anna.ToldAsync("stream.playerState")).Select(state => (int)state["state"]!));
        Assert.Equal([1, 2], (await ben.ToldAsync("stream.publisherState")).Select(state => (int)state["state"]!));
        var streams = await anna.ToldAsync("room.streams");
        Assert.Equal("""{"stream":"b1","user":"ben","kind":"screen","extraInfo":""}""", streams[^1]["streams"]![0]!.ToJsonString());
        await anna.CallAsync("stream.view", """{"stream":"b1","height":180}""");
        await ben.CallAsync("stream.setExtraInfo", """{"stream":"b1","info":"幻灯片"}""");
        Assert.Equal("幻灯片", (string?)(await anna.ToldOnceAsync("room.streamExtraInfo"))["stream"]!["extraInfo"]);
        await anna.CallAsync("stream.stop", """{"stream":"b1"}""");
        Assert.Equal("unknown-stream", await anna.CodeAsync("stream.view", """{"stream":"b1","height":180}"""));
        await ben.CallAsync("stream.unpublish", """{"stream":"b1"}""");
        var gone = (await anna.ToldOnceAsync("room.streams"))["streams"]![0]!;
        Assert.Equal(("stoppedByUser", 1), ((string?)gone["reason"], (int)gone["code"]!));
        Assert.Equal(["forward b1 1", "height b1 1 180", "hold b1 1", "endStream b1 2"], house.Links.Log);
    }

    [Fact]
    public async Task Figures_of_the_node_reach_those_they_concern()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        await house.PublishAsync(anna, "a1");
        var peer = new PeerId(5);
        house.Links.Peers[peer] = new SessionId(1);
        house.Service.OnPath(peer, new PathFigures(42, 0.02, 0, 0, 0));
        house.Service.OnStream(peer, new StreamKey("a1"), true, new TrackFigures(29.97, 1_500_000, 0.02, 3, 0));
        house.Service.OnPath(new PeerId(6), new PathFigures(42, 0.02, 0, 0, 0));
        await house.TurnAsync();
        await house.PassAsync(3);
        Assert.Equal("""{"room":"r","users":[{"user":"anna","level":1}]}""", (await anna.ToldOnceAsync("room.networkQuality")).ToJsonString());
        Assert.Equal(
            """{"room":"r","stream":"a1","played":false,"fps":30,"kbps":1500,"rtt":42,"loss":0.02,"level":1}""",
            (await anna.ToldOnceAsync("stream.quality")).ToJsonString());
        house.Service.OnWantedHeight(new StreamKey("a1"), 720);
        Assert.Equal("""{"room":"r","stream":"a1","height":720}""", (await anna.ToldOnceAsync("stream.wantedHeight")).ToJsonString());
    }

    [Fact]
    public async Task Sound_levels_come_at_the_listeners_period_with_the_newest_of_each_stream()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        await house.PublishAsync(anna, "a1");
        await house.PublishAsync(ben, "b1");
        await anna.CallAsync("room.startSoundLevels");
        for (var level = 0; level < 10_000; level++) house.Service.OnSoundLevel(new StreamKey("b1"), level % 100, level % 2 == 1);
        await house.TurnAsync();
        Assert.Equal(0, house.Service.Refused);
        await house.PassAsync(0.2);
        Assert.Equal(
            """{"room":"r","own":[{"stream":"a1","level":0,"speech":false}],"others":[{"stream":"b1","level":99,"speech":true}]}""",
            (await anna.ToldOnceAsync("room.soundLevels")).ToJsonString());
        Assert.Empty(await ben.ToldAsync("room.soundLevels"));
    }

    [Fact]
    public async Task One_screen_at_a_time()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        await house.PublishAsync(anna, "a-screen", "screen");
        Assert.Equal("taken", await ben.CodeAsync("stream.publish", """{"stream":"b-screen","kind":"screen"}"""));
    }
}
