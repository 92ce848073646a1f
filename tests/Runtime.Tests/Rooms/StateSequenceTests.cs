using System.Text.Json.Nodes;
using ConfEngine.Conference.SignIn;
using ConfEngine.Runtime.Tests.Rooms.Kit;

namespace ConfEngine.Runtime.Tests.Rooms;

/// <summary>Two hundred ways through the table of room states, over the control API; what the table does not allow is refused.</summary>
public sealed class StateSequenceTests
{
    [Fact]
    public async Task States_follow_the_table_and_what_it_forbids_is_refused()
    {
        var random = new Random(184);
        await using var house = await House.OpenAsync();
        var witness = await house.InAsync("witness");
        for (var i = 0; i < 200; i++)
        {
            var walker = new Walker(house, $"u{i}");
            for (var step = 0; step < 8; step++) await walker.StepAsync(random.Next(5), witness);
        }
    }

    private sealed class Walker(House house, string user)
    {
        private static readonly Dictionary<string, RoomStateReason> s_reasons = new()
        {
            ["logined"] = RoomStateReason.Logined, ["reconnected"] = RoomStateReason.Reconnected, ["kickedOut"] = RoomStateReason.KickOut,
            ["logout"] = RoomStateReason.Logout,
        };

        private Client _client = house.Connect();
        private RoomStateReason _state = RoomStateReason.Logout;
        private long _session;

        private bool IsIn => RoomStateTable.StateOf(_state) == RoomState.Connected;

        public Task StepAsync(int step, Client witness) => step switch
        {
            0 => LogInAsync(),
            1 => LogOutAsync(),
            2 => ComeBackAsync(50, witness),
            3 => ComeBackAsync(101, witness),
            _ => LoseToAnotherAsync(),
        };

        private async Task LogInAsync()
        {
            var login = $$"""{"room":"r","user":"{{user}}","name":"{{user}}","resumeKey":"{{House.Key(user)}}"}""";
            if (IsIn)
            {
                Assert.Equal("already-logged-in", await _client.CodeAsync("room.login", login));
                return;
            }

            Go(RoomStateReason.Logining);
            _session = (long)(await _client.CallAsync("room.login", login))!["session"]!;
            await HearAsync();
        }

        private async Task LogOutAsync()
        {
            if (!IsIn)
            {
                Assert.Equal("not-logged-in", await _client.CodeAsync("room.logout"));
                return;
            }

            await _client.CallAsync("room.logout");
            await HearAsync();
        }

        private async Task ComeBackAsync(double after, Client witness)
        {
            var reconnect = $$"""{"session":{{_session}},"resumeKey":"{{House.Key(user)}}"}""";
            if (!IsIn)
            {
                // A client that never had a session has no number to name.
                if (_session > 0) Assert.Equal("cannot-resume", await _client.CodeAsync("room.reconnect", reconnect));
                return;
            }

            await house.DropAsync(_client);
            Go(RoomStateReason.Reconnecting);
            await house.LiveAsync(after, witness);
            _client = house.Connect();
            var answer = await _client.AskAsync("room.reconnect", reconnect);
            Assert.Equal(after > 100, answer["error"] is not null);
            if (answer["result"] is { } seat)
            {
                _session = (long)seat["session"]!;
                await HearAsync();
                return;
            }

            Go(RoomStateReason.ReconnectFailed);
            Go(RoomStateReason.Logout);
        }

        private async Task LoseToAnotherAsync()
        {
            var other = house.Connect();
            await other.LoginAsync("r", user);
            if (IsIn)
            {
                await HearAsync();
                Go(RoomStateReason.Logout);
            }

            await other.CallAsync("room.logout");
            await other.DisposeAsync();
        }

        private async Task HearAsync()
        {
            JsonNode told = await _client.ToldOnceAsync("room.stateChanged");
            Go(s_reasons[told["reason"]!.GetValue<string>()]);
            Assert.Equal(_session, (long)told["session"]!);
        }

        private void Go(RoomStateReason next)
        {
            Assert.True(RoomStateTable.Allows(_state, next), $"{_state} -> {next}");
            _state = next;
        }
    }
}
