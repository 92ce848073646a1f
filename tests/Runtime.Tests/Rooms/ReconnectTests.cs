using ConfEngine.Runtime.Tests.Rooms.Kit;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Rooms;

public sealed class ReconnectTests
{
    [Fact]
    public async Task Within_the_grace_time_the_others_notice_nothing_and_everything_goes_on()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        await house.PublishAsync(ben, "b1");
        await anna.CallAsync("stream.play", """{"stream":"b1"}""");
        house.Service.OnWantedHeight(new StreamKey("b1"), 360);
        await anna.ToldAsync("room.users");
        await anna.ToldAsync("room.streams");
        house.Links.Log.Clear();

        await house.DropAsync(ben);
        await house.LiveAsync(99, anna);
        var again = house.Connect();
        var seat = (await again.CallAsync("room.reconnect", $$"""{"session":2,"resumeKey":"{{House.Key("ben")}}"}"""))!;
        Assert.Equal((3, "r", "ben", "logined"), ((int)seat["session"]!, (string?)seat["room"], (string?)seat["user"], (string?)seat["state"]));
        Assert.Equal("reconnected", (string?)(await again.ToldOnceAsync("room.stateChanged"))["reason"]);
        Assert.Equal("answer", again.Log[0]);
        Assert.Equal(2, (int)(await again.ToldOnceAsync("stream.publisherState"))["state"]!);
        Assert.Equal(360, (int)(await again.ToldOnceAsync("stream.wantedHeight"))["height"]!);
        Assert.Equal(["move 2 3"], house.Links.Log);
        Assert.Empty(await anna.ToldAsync("room.users"));
        Assert.Empty(await anna.ToldAsync("room.streams"));
    }

    [Fact]
    public async Task After_the_grace_time_it_is_gone_and_must_log_in_anew()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        await house.PublishAsync(ben, "b1");
        await anna.CallAsync("stream.play", """{"stream":"b1"}""");
        await anna.ToldAsync("room.users");
        await anna.ToldAsync("room.streams");

        await house.DropAsync(ben);
        await house.LiveAsync(101, anna);
        var gone = (await anna.ToldOnceAsync("room.streams"))["streams"]![0]!;
        Assert.Equal(("b1", "heartbeatTimeout", 2), ((string?)gone["stream"], (string?)gone["reason"], (int)gone["code"]!));
        Assert.Equal("delete", (string?)(await anna.ToldOnceAsync("room.users"))["type"]);
        Assert.Equal(["hold b1 1", "endStream b1 2", "end 2"], house.Links.Log[^3..]);
        var again = house.Connect();
        Assert.Equal("cannot-resume", await again.CodeAsync("room.reconnect", $$"""{"session":2,"resumeKey":"{{House.Key("ben")}}"}"""));
        await again.LoginAsync("r", "ben");
        await house.PublishAsync(again, "b1");
        Assert.Equal("add", (string?)(await anna.ToldOnceAsync("room.streams"))["type"]);
    }

    [Theory]
    [InlineData(99, "")]
    [InlineData(101, "disconnected")]
    public async Task Media_that_fails_for_less_than_the_grace_time_deletes_nothing(double seconds, string reason)
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        await house.PublishAsync(ben, "b1");
        await anna.CallAsync("stream.play", """{"stream":"b1"}""");
        await anna.ToldAsync("room.streams");
        await anna.ToldAsync("stream.playerState");
        house.Links.Peers[new PeerId(7)] = new(2);
        house.Service.OnPeerState(new PeerId(7), ConnectionState.Failed, "no packet came for 30 s");
        await house.TurnAsync();
        await house.LiveAsync(seconds, anna, ben);
        house.Service.OnStreamMedia(new StreamKey("b1"), true);
        await house.TurnAsync();
        var told = await anna.ToldAsync("room.streams");
        Assert.Equal(reason.Length == 0 ? [] : new[] { "delete", "add" }, told.Select(one => (string?)one["type"]));
        if (reason.Length > 0) Assert.Equal(reason, (string?)told[0]["streams"]![0]!["reason"]);
        Assert.Equal([1, 2], (await anna.ToldAsync("stream.playerState")).Select(state => (int)state["state"]!));
        Assert.Contains("forget 7", house.Links.Log);
    }

    [Fact]
    public async Task A_wrong_key_and_a_session_that_never_was_get_the_same_answer()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var eve = house.Connect();
        var wrong = await eve.RefusedAsync("room.reconnect", """{"session":1,"resumeKey":"0123456789abcdef0"}""");
        var never = await eve.RefusedAsync("room.reconnect", """{"session":99,"resumeKey":"0123456789abcdef0"}""");
        Assert.Equal(wrong.ToJsonString(), never.ToJsonString());
        await anna.CallAsync("room.heartbeat");
    }

    [Fact]
    public async Task A_session_that_goes_on_elsewhere_leaves_the_old_connection()
    {
        await using var house = await House.OpenAsync();
        var old = await house.InAsync("anna");
        await old.ToldAsync("room.stateChanged");
        var fresh = house.Connect();
        await fresh.CallAsync("room.reconnect", $$"""{"session":1,"resumeKey":"{{House.Key("anna")}}"}""");
        Assert.Equal(1002050, (int)(await old.ToldOnceAsync("room.stateChanged"))["code"]!);
        await house.DropAsync(old);
        await house.LiveAsync(150, fresh);
        await fresh.CallAsync("room.chat", """{"text":"still here"}""");
    }

    [Fact]
    public async Task Who_is_connected_and_silent_is_gone_after_the_grace_time()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        await house.LiveAsync(120, ben);
        var states = await anna.ToldAsync("room.stateChanged");
        Assert.Equal(("reconnectFailed", 1002053), ((string?)states[^1]["reason"], (int)states[^1]["code"]!));
        Assert.Equal("not-logged-in", await anna.CodeAsync("room.raiseHand", """{"up":true}"""));
    }
}
