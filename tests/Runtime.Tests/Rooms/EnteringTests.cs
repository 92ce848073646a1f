using ConfEngine.Runtime.Tests.Rooms.Kit;

namespace ConfEngine.Runtime.Tests.Rooms;

public sealed class EnteringTests
{
    [Fact]
    public async Task The_answer_comes_before_anything_the_room_tells()
    {
        await using var house = await House.OpenAsync();
        await house.InAsync("anna");
        var ben = house.Connect();
        var seat = (await ben.CallAsync("room.login", """{"room":"r","user":"ben","name":"贝恩"}"""))!;
        Assert.Equal("""{"session":2,"room":"r","user":"ben","state":"logined","heartbeatSeconds":25,"graceSeconds":100}""", seat.ToJsonString());
        await ben.CallAsync("room.heartbeat");
        Assert.Equal(["answer", "room.stateChanged", "room.status", "room.users", "room.streams", "room.userChanged", "answer"], ben.Log);
    }

    [Fact]
    public async Task Each_learns_of_the_others_whoever_comes_first()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        Assert.Equal("""{"room":"r","type":"add","full":true,"users":[]}""", (await anna.ToldOnceAsync("room.users")).ToJsonString());
        var ben = await house.InAsync("ben");
        Assert.Equal(
            """{"room":"r","type":"add","full":true,"users":[{"user":"anna","name":"anna 张","role":"chairman","audioMuted":false,"videoMuted":false,"hand":0}]}""",
            (await ben.ToldOnceAsync("room.users")).ToJsonString().Replace("\\u5F20", "张"));
        var came = await anna.ToldOnceAsync("room.users");
        Assert.Equal(("add", false, "ben", "attendee"), ((string?)came["type"], (bool)came["full"]!, (string?)came["users"]![0]!["user"], (string?)came["users"]![0]!["role"]));
        await ben.CallAsync("room.logout");
        Assert.Equal("delete", (string?)(await anna.ToldOnceAsync("room.users"))["type"]);
    }

    [Fact]
    public async Task Who_joins_three_streams_is_told_of_them_at_once_and_a_stream_id_is_taken_but_once()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        foreach (var stream in new[] { "a1", "a2", "a3" }) await house.PublishAsync(anna, stream);
        var ben = await house.InAsync("ben");
        var streams = await ben.ToldOnceAsync("room.streams");
        Assert.True((bool)streams["full"]!);
        Assert.Equal(["a1", "a2", "a3"], streams["streams"]!.AsArray().Select(stream => (string?)stream!["stream"]));
        var error = await ben.RefusedAsync("stream.publish", """{"stream":"a1","kind":"camera"}""");
        Assert.Equal("""{"code":"taken","field":"stream","vendorCode":1003028,"vendorText":"stream ID is in use"}""", error["data"]!.ToJsonString());
        Assert.Empty((await anna.ToldOnceAsync("room.streams"))["streams"]!.AsArray());
    }

    [Fact]
    public async Task The_same_user_elsewhere_puts_the_first_out_which_stays_out()
    {
        await using var house = await House.OpenAsync();
        var first = await house.InAsync("anna");
        await first.ToldAsync("room.stateChanged");
        var second = await house.InAsync("anna");
        var state = await first.ToldOnceAsync("room.stateChanged");
        Assert.Equal(("kickedOut", 1002050, "logged-in-elsewhere"), ((string?)state["reason"], (int)state["code"]!, (string?)state["error"]!["code"]));
        Assert.Equal("not-logged-in", await first.CodeAsync("room.heartbeat"));
        await house.PassAsync(200);
        Assert.False(first.Closed.IsCompleted);
        Assert.Empty(await first.ToldAsync("room.stateChanged"));
        Assert.Equal("logined", (string?)(await second.ToldAsync("room.stateChanged"))[0]["reason"]);
    }

    [Fact]
    public async Task One_connection_is_in_one_room_at_a_time_and_may_come_again()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        Assert.Equal("already-logged-in", await anna.CodeAsync("room.login", """{"room":"r","user":"eve","name":"Eve"}"""));
        await anna.CallAsync("room.logout");
        Assert.Equal("not-logged-in", await anna.CodeAsync("room.logout"));
        Assert.Equal(2, await anna.LoginAsync("r", "anna"));
    }

    [Fact]
    public async Task Whoever_waits_learns_so_and_is_let_in_by_the_chairman()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        await anna.CallAsync("room.setWaitingRoom", """{"on":true}""");
        var ben = house.Connect();
        var seat = (await ben.CallAsync("room.login", """{"room":"r","user":"ben","name":"Ben"}"""))!;
        Assert.Equal("waiting", (string?)seat["state"]);
        Assert.Equal("""{"room":"r","waiting":[{"user":"ben","name":"Ben"}]}""", (await anna.ToldOnceAsync("room.waitingList")).ToJsonString());
        Assert.Equal("not-logged-in", await ben.CodeAsync("room.chat", """{"text":"let me in"}"""));
        Assert.Equal(2, (int)(await ben.ToldOnceAsync("room.waiting"))["session"]!);
        await anna.CallAsync("room.admit", """{"user":"ben"}""");
        Assert.Equal("logined", (string?)(await ben.ToldOnceAsync("room.stateChanged"))["reason"]);
    }

    [Fact]
    public async Task A_full_room_a_wrong_password_and_a_room_that_is_not_there_are_told_apart()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = house.Connect();
        Assert.Equal(
            """{"code":"unknown-room","field":"room","vendorCode":1002002,"vendorText":"not in this room"}""",
            (await ben.RefusedAsync("room.login", """{"room":"s","user":"ben","name":"Ben"}"""))["data"]!.ToJsonString());
        await anna.CallAsync("room.setPassword", """{"password":"密码"}""");
        Assert.Equal("wrong-password", await ben.CodeAsync("room.login", """{"room":"r","user":"ben","name":"Ben"}"""));
        Assert.Equal("wrong-password", await ben.CodeAsync("room.login", """{"room":"r","user":"ben","name":"Ben","password":"x"}"""));
        await anna.CallAsync("room.setLimit", """{"limit":1}""");
        Assert.Equal("room-full", await ben.CodeAsync("room.login", """{"room":"r","user":"ben","name":"Ben","password":"密码"}"""));
        await anna.CallAsync("room.lock", """{"on":true}""");
        Assert.Equal("room-locked", await ben.CodeAsync("room.login", """{"room":"r","user":"ben","name":"Ben","password":"密码"}"""));
        var status = (await anna.ToldAsync("room.status"))[^1];
        Assert.Equal("""{"room":"r","locked":true,"waitingRoom":false,"password":true,"limit":1,"recording":false,"mayUnmute":true}""", status.ToJsonString());
    }
}
