using ConfEngine.Conference;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Rooms.Access;
using ConfEngine.Runtime.Tests.Rooms.Kit;

namespace ConfEngine.Runtime.Tests.Rooms;

/// <summary>Many clients, clients that do not read, and clients that send anything.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task A_client_that_never_reads_holds_up_nobody_and_is_dropped()
    {
        await using var house = await House.OpenAsync(limits: new RpcLimits { OutgoingMessages = 16 });
        var deaf = house.Connect(reads: false);
        var link = house.Service.LinkOf(deaf.Peer);
        deaf.Send("""{"jsonrpc":"2.0","method":"room.login","params":{"room":"r","user":"deaf","name":"Deaf"},"id":1}""");
        var anna = await house.InAsync("anna");
        var ben = await house.InAsync("ben");
        for (var i = 0; i < 40; i++)
        {
            await anna.CallAsync("room.setMuted", $$"""{"video":{{(i % 2 == 0 ? "true" : "false")}}}""");
            Assert.Equal(i % 2 == 0, (bool)(await ben.ToldAsync("room.userChanged"))[^1]["user"]!["videoMuted"]!);
            await house.LiveAsync(0.2, anna, ben);
        }

        Assert.Equal(RpcCloseCause.SlowReader, await deaf.Closed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        await link.Gone;
        await house.TurnAsync();
        await house.LiveAsync(101, anna, ben);
        Assert.Contains(await ben.ToldAsync("room.users"), told => (string?)told["type"] == "delete" && (string?)told["users"]![0]!["user"] == "deaf");
    }

    [Fact]
    public async Task An_event_is_one_text_for_all_who_hear_it()
    {
        const int Members = 500;
        await using var house = await House.OpenAsync(options: new RoomOptions { CreateOnLogin = false, LoginsPerSecond = Members });
        var peers = Enumerable.Range(0, Members).Select(_ => new CountingPeer()).ToArray();
        for (var i = 0; i < Members; i++) await peers[i].LoginAsync(house, $"u{i}");
        await house.TurnAsync();
        var texts = peers.SelectMany(peer => peer.Heard).ToHashSet(ReferenceEqualityComparer.Instance);
        // A welcome of five texts for each, and one more for the others; the first becomes chairman at once.
        Assert.Equal(Members * 6 - 1, texts.Count);
        Assert.Equal(Members * 5 + Members * (Members - 1) / 2, peers.Sum(peer => peer.Heard.Count));
    }

    [Fact]
    public async Task Whatever_is_called_in_whatever_order_is_never_a_fault_of_ours()
    {
        var random = new Random(31);
        await using var house = await House.OpenAsync();
        var clients = new[] { Principals.Guest, Principals.Guest, Principals.Local, Principals.Operator }.Select(who => house.Connect(who)).ToArray();
        string[] values =
        [
            "\"r\"", "\"s\"", "\"anna\"", "\"ben\"", "\"s1\"", "\"s2\"", "\"\"", "\"房\"", "\"camera\"", "\"screen\"", "\"chairman\"", "\"audience\"",
            "true", "false", "null", "0", "1", "2", "200", "-1", "1e300", "9223372036854775807", "[]", "[\"anna\"]", "{}", "{\"0\":\"s1\"}", "{\"0\":{}}",
            "\"0123456789abcdef\"", "\"\\u0000\"", "\"\\u202e\"",
        ];
        string[] names =
        [
            "room", "user", "name", "password", "resumeKey", "session", "audio", "video", "up", "text", "to", "key", "value", "period", "speech", "on", "block",
            "mayUnmute", "role", "limit", "stream", "kind", "sdp", "publish", "play", "height", "info", "waitingRoom", "locked",
        ];
        for (var i = 0; i < 6000; i++)
        {
            var client = clients[random.Next(clients.Length)];
            var method = house.Methods[random.Next(house.Methods.Count)];
            var parameters = random.Next(3) == 0
                ? $"[{string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => values[random.Next(values.Length)]))}]"
                : Likely(method, random, names, values);
            var answer = await client.AskAsync(method, parameters);
            Assert.True((int?)answer["error"]?["code"] is not -32603, $"{method} {parameters}");
            if (i % 20 == 0) await house.PassAsync(random.NextDouble() * 3);
            if (i % 50 == 0) house.Service.OnStreamMedia(new("s1"), random.Next(2) == 0);
        }

        Assert.Equal(0, house.Dispatcher.Statistics.Faults);
    }

    // The parameters that the method knows, so that most calls get as far as the rooms.
    private static string Likely(string method, Random random, string[] names, string[] values)
    {
        string[] known = method switch
        {
            "room.login" => ["room", "user", "name", "password", "resumeKey"],
            "room.reconnect" => ["session", "resumeKey"],
            "stream.offer" => ["sdp", "publish", "play"],
            "stream.publish" => ["stream", "kind"],
            "stream.play" or "stream.stop" or "stream.unpublish" => ["stream"],
            "room.remove" or "room.unblock" or "room.turnAway" => ["user"],
            "room.chat" or "room.broadcast" or "room.barrage" => ["text"],
            "room.open" or "room.close" or "room.info" => ["room"],
            _ => [.. names.Where(_ => random.Next(8) == 0)],
        };
        return $"{{{string.Join(',', known.Select(name => $"\"{name}\":{Value(name)}"))}}}";

        string Value(string name) => random.Next(4) switch
        {
            0 => values[random.Next(values.Length)],
            _ => name switch { "room" => "\"r\"", "user" or "name" or "to" => random.Next(2) == 0 ? "\"anna\"" : "\"ben\"", "stream" => "\"s1\"", _ => values[random.Next(values.Length)] },
        };
    }
}
