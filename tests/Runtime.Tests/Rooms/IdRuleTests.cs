using System.Text.Json;
using ConfEngine.Runtime.Tests.Rooms.Kit;

namespace ConfEngine.Runtime.Tests.Rooms;

public sealed class IdRuleTests
{
    // Field, a character, how often, the neutral code, the vendor's.
    [Theory]
    [InlineData("room", "r", 127, "unknown-room", 1002002)]
    [InlineData("room", "r", 128, "too-long", 1002013)]
    [InlineData("room", "r", 70_000, "too-long", 1002013)]
    [InlineData("room", "", 0, "empty", 1002011)]
    [InlineData("room", "房", 1, "bad-character", 1002012)]
    [InlineData("user", "u", 64, "too-long", 1002007)]
    [InlineData("user", "", 0, "empty", 1002005)]
    [InlineData("user", "用", 1, "bad-character", 1002006)]
    [InlineData("name", "名", 86, "too-long", 1002010)]
    [InlineData("name", "", 0, "empty", 1002008)]
    [InlineData("name", "\u0007", 1, "bad-character", 1002009)]
    public async Task Ids_at_the_door_obey_the_vendors_rules(string field, string letter, int count, string code, int vendorCode)
    {
        await using var house = await House.OpenAsync();
        var client = house.Connect();
        var login = new Dictionary<string, string> { ["room"] = "r", ["user"] = "anna", ["name"] = "Anna", [field] = string.Concat(Enumerable.Repeat(letter, count)) };
        var data = (await client.RefusedAsync("room.login", JsonSerializer.Serialize(login)))["data"]!;
        Assert.Equal((code, field, vendorCode), ((string?)data["code"], (string?)data["field"], (int)data["vendorCode"]!));
        Assert.NotEqual("", (string?)data["vendorText"]);
    }

    [Theory]
    [InlineData("user", "u", 63)]
    [InlineData("name", "名", 85)]
    public async Task The_longest_ids_are_fine(string field, string letter, int count)
    {
        await using var house = await House.OpenAsync();
        var login = new Dictionary<string, string> { ["room"] = "r", ["user"] = "anna", ["name"] = "Anna", [field] = string.Concat(Enumerable.Repeat(letter, count)) };
        await house.Connect().CallAsync("room.login", JsonSerializer.Serialize(login));
    }

    [Theory]
    [InlineData("s", 256, null, 0)]
    [InlineData("s", 257, "too-long", 1000014)]
    [InlineData("", 0, "empty", 1000015)]
    [InlineData("s!", 1, "bad-character", 1000016)]
    public async Task So_do_stream_ids(string letter, int count, string? code, int vendorCode)
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var stream = string.Concat(Enumerable.Repeat(letter, count));
        foreach (var method in new[] { "stream.publish", "stream.play" })
        {
            var answer = await anna.AskAsync(method, JsonSerializer.Serialize(new { stream }));
            Assert.Equal(code, (string?)answer["error"]?["data"]!["code"]);
            if (code is not null) Assert.Equal(("stream", vendorCode), ((string?)answer["error"]!["data"]!["field"], (int)answer["error"]!["data"]!["vendorCode"]!));
        }
    }

    [Theory]
    [InlineData("room.login", """{"room":"r","user":"u"}""", "name")]
    [InlineData("room.login", """{"room":"r","user":"u","name":"N","resumeKey":"short"}""", "resumeKey")]
    [InlineData("room.login", """{"room":"r","user":"u","name":7}""", "name")]
    [InlineData("room.reconnect", """{"session":0,"resumeKey":"0123456789abcdef"}""", "session")]
    [InlineData("stream.publish", """{"stream":"s","kind":"film"}""", "kind")]
    [InlineData("stream.view", """{"stream":"s","height":-1}""", "height")]
    [InlineData("stream.offer", """{"sdp":"v=0","publish":{"0":7}}""", "publish.0")]
    [InlineData("room.setRole", """{"user":"u","role":"king"}""", "role")]
    [InlineData("room.raiseHand", "{}", "up")]
    public async Task A_parameter_of_the_wrong_kind_is_named(string method, string parameters, string field)
    {
        await using var house = await House.OpenAsync();
        var error = await house.Connect().RefusedAsync(method, parameters);
        Assert.Equal((-32602, field), ((int)error["code"]!, (string?)error["data"]!["field"]));
    }

    [Theory]
    [InlineData(99, "out-of-range")]
    [InlineData(100, null)]
    [InlineData(3000, null)]
    [InlineData(3001, "out-of-range")]
    public async Task The_period_of_sound_levels_has_its_range(int period, string? code)
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var answer = await anna.AskAsync("room.startSoundLevels", $$"""{"period":{{period}}}""");
        Assert.Equal((code, code is null ? null : "period"), ((string?)answer["error"]?["data"]!["code"], (string?)answer["error"]?["data"]!["field"]));
    }
}
