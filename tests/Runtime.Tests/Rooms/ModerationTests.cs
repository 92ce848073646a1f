using ConfEngine.Runtime.Rooms.Access;
using ConfEngine.Runtime.Tests.Rooms.Kit;

namespace ConfEngine.Runtime.Tests.Rooms;

public sealed class ModerationTests
{
    [Fact]
    public async Task The_chairman_runs_the_room_and_an_attendee_does_not()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        foreach (var (method, parameters) in s_moderation) Assert.Equal("no-permission", await ben.CodeAsync(method, parameters));
        await ben.CallAsync("room.raiseHand", """{"up":true}""");
        await anna.CallAsync("room.muteAll", """{"mayUnmute":false}""");
        Assert.Equal("no-permission", await ben.CodeAsync("room.setMuted", """{"audio":false}"""));
        await anna.CallAsync("room.askToUnmute", """{"user":"ben"}""");
        Assert.Equal("""{"room":"r"}""", (await ben.ToldOnceAsync("room.unmuteAsked")).ToJsonString());
        await ben.CallAsync("room.setMuted", """{"audio":false,"video":true}""");
        await anna.CallAsync("room.lowerHand");
        await anna.CallAsync("room.setRole", """{"user":"ben","role":"coHost"}""");
        var ben2 = (await anna.ToldAsync("room.userChanged"))[^1]["user"]!;
        Assert.Equal(("coHost", false, true, 0), ((string?)ben2["role"], (bool)ben2["audioMuted"]!, (bool)ben2["videoMuted"]!, (int)ben2["hand"]!));
        await anna.CallAsync("room.remove", """{"user":"ben","block":true}""");
        var state = (await ben.ToldAsync("room.stateChanged"))[^1];
        Assert.Equal(("kickedOut", 1002055, "removed"), ((string?)state["reason"], (int)state["code"]!, (string?)state["error"]!["code"]));
        Assert.Equal("blocked", await ben.CodeAsync("room.login", """{"room":"r","user":"ben","name":"Ben"}"""));
        await anna.CallAsync("room.unblock", """{"user":"ben"}""");
        await ben.LoginAsync("r", "ben");
    }

    [Theory]
    [InlineData("room.open", """{"room":"s"}""")]
    [InlineData("room.close", """{"room":"r"}""")]
    [InlineData("room.list", "{}")]
    public async Task What_only_the_operator_may_is_forbidden_to_guests_even_to_a_chairman(string method, string parameters)
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        Assert.Equal("forbidden", await anna.CodeAsync(method, parameters));
    }

    [Theory]
    [InlineData(Principals.Local)]
    [InlineData(Principals.Operator)]
    public async Task The_operator_runs_every_room_from_outside_and_has_to_name_it(string principal)
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var wall = house.Connect(principal);
        await wall.CallAsync("room.open", """{"room":"s","password":"p","limit":5,"locked":true}""");
        Assert.Equal("taken", await wall.CodeAsync("room.open", """{"room":"s"}"""));
        Assert.Equal(
            """{"rooms":[{"room":"r","count":1,"status":{"locked":false,"waitingRoom":false,"password":false,"limit":500,"recording":false,"mayUnmute":true}},{"room":"s","count":0,"status":{"locked":true,"waitingRoom":false,"password":true,"limit":5,"recording":false,"mayUnmute":true}}]}""",
            (await wall.CallAsync("room.list"))!.ToJsonString());
        await wall.CallAsync("room.setRecording", """{"room":"r","on":true}""");
        Assert.True((bool)(await anna.ToldAsync("room.status"))[^1]["recording"]!);
        var unnamed = await wall.RefusedAsync("room.lock", """{"on":true}""");
        Assert.Equal((-32602, "room"), ((int)unnamed["code"]!, (string?)unnamed["data"]!["field"]));
        await wall.CallAsync("room.close", """{"room":"r"}""");
        var state = (await anna.ToldAsync("room.stateChanged"))[^1];
        Assert.Equal(("kickedOut", "room-closed"), ((string?)state["reason"], (string?)state["error"]!["code"]));
        Assert.Equal("unknown-room", await wall.CodeAsync("room.info", """{"room":"r"}"""));
    }

    [Fact]
    public async Task A_guest_cannot_reach_into_another_room()
    {
        await using var house = await House.OpenAsync();
        var wall = house.Connect(Principals.Local);
        await wall.CallAsync("room.open", """{"room":"s"}""");
        var anna = await house.InAsync("anna");
        Assert.Equal("unknown-room", await anna.CodeAsync("room.lock", """{"on":true,"room":"s"}"""));
        Assert.Equal(1, (int)(await anna.CallAsync("room.info", """{"room":"r"}"""))!["count"]!);
    }

    [Fact]
    public async Task Chat_reaches_the_room_and_those_who_come_later_and_a_private_line_one_alone()
    {
        await using var house = await House.OpenAsync();
        var (anna, ben, eve) = (await house.InAsync("anna"), await house.InAsync("ben"), await house.InAsync("eve"));
        await anna.CallAsync("room.chat", """{"text":"你好 مرحبا"}""");
        Assert.Equal("too-frequent", await anna.CodeAsync("room.chat", """{"text":"again"}"""));
        await house.PassAsync(0.5);
        await anna.CallAsync("room.chat", """{"text":"psst","to":"ben"}""");
        var heard = await ben.ToldAsync("room.message");
        Assert.Equal(["chat", "privateChat"], heard.Select(message => (string?)message["kind"]));
        Assert.Equal(("anna", "你好 مرحبا", 1_767_225_600_000), ((string?)heard[0]["user"], (string?)heard[0]["text"], (long)heard[0]["at"]!));
        Assert.Single(await eve.ToldAsync("room.message"));
        var late = await house.InAsync("late");
        Assert.Equal("你好 مرحبا", (string?)Assert.Single((await late.ToldOnceAsync("room.chatHistory"))["messages"]!.AsArray())!["text"]);
        await eve.CallAsync("room.custom", """{"text":"{}","to":["ben"]}""");
        Assert.Equal("custom", (string?)(await ben.ToldOnceAsync("room.message"))["kind"]);
        Assert.Equal("unknown-user", await eve.CodeAsync("room.custom", """{"text":"{}","to":["nobody"]}"""));
        await eve.CallAsync("room.setExtraInfo", """{"key":"k","value":"v"}""");
        Assert.Equal("""{"room":"r","key":"k","value":"v","by":"eve"}""", (await ben.ToldOnceAsync("room.extraInfo")).ToJsonString());
    }

    private static readonly (string Method, string Parameters)[] s_moderation =
    [
        ("room.lock", """{"on":true}"""), ("room.setWaitingRoom", """{"on":true}"""), ("room.admit", "{}"), ("room.turnAway", """{"user":"x"}"""),
        ("room.remove", """{"user":"anna"}"""), ("room.unblock", """{"user":"x"}"""), ("room.mute", """{"user":"anna","audio":true}"""),
        ("room.muteAll", """{"mayUnmute":true}"""), ("room.askToUnmute", """{"user":"anna"}"""), ("room.lowerHand", "{}"),
        ("room.setRole", """{"user":"ben","role":"chairman"}"""), ("room.setPassword", """{"password":"x"}"""), ("room.setLimit", """{"limit":1}"""),
        ("room.setRecording", """{"on":true}"""),
    ];
}
