using System.Net;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Rooms.Access;
using ConfEngine.Runtime.Web;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Runtime.Tests.Rooms.Access;

public sealed class DoorGuardTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly ManualClock _clock = new();
    private readonly StateFolder _folder;
    private readonly GuestCode _code;
    private readonly string _token;
    private readonly DoorGuard _guard;

    public DoorGuardTests()
    {
        _folder = StateFolder.Open(_temp["state"]);
        _code = GuestCode.LoadOrCreate(_folder);
        _guard = new DoorGuard(_code, OperatorToken.LoadOrCreate(_folder), _clock);
        _token = File.ReadAllText(_temp["state/operator-token"]).Trim();
    }

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void Whoever_sits_at_this_machine_needs_no_token(string address)
    {
        Assert.Equal("local", _guard.Check(null, IPAddress.Parse(address)));
        Assert.Equal("local", _guard.Check("wrong", IPAddress.Parse(address)));
    }

    [Fact]
    public void Others_need_a_token_and_are_what_it_says()
    {
        var remote = IPAddress.Parse("192.168.1.20");
        Assert.Null(_guard.Check(null, remote));
        Assert.Null(_guard.Check("", remote));
        Assert.Null(_guard.Check("AAAA-AAAA", remote));
        Assert.Equal("operator", _guard.Check(_token, remote));
        foreach (var typed in new[] { _code.Text, _code.Text.ToLowerInvariant(), _code.Text.Replace("-", ""), $" {_code.Text[..4]} {_code.Text[5..]} " })
            Assert.Equal("guest", _guard.Check(typed, remote));
        Assert.Equal(1, _guard.Wrong);
    }

    [Fact]
    public void Codes_and_tokens_outlive_a_restart_and_are_for_this_user_alone()
    {
        var again = StateFolder.Open(_temp["state"]);
        Assert.Equal(_code.Text, GuestCode.LoadOrCreate(again).Text);
        Assert.True(OperatorToken.LoadOrCreate(again).Matches(_token));
        Assert.Equal(43, _token.Length);
        Assert.Matches("^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$", _code.Text);
        if (OperatingSystem.IsWindows()) return;
        foreach (var name in new[] { "guest-code", "operator-token" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_temp[$"state/{name}"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_temp["state"]));
        Assert.NotEqual(_code.Text, GuestCode.Renew(again).Text);
    }

    [Fact]
    public void Damaged_files_are_replaced()
    {
        File.WriteAllText(_temp["state/guest-code"], "1234");
        File.WriteAllText(_temp["state/operator-token"], "short");
        Assert.NotEqual(_code.Text, GuestCode.LoadOrCreate(_folder).Text);
        Assert.False(OperatorToken.LoadOrCreate(_folder).Matches("short"));
    }

    [Fact]
    public void Ten_wrong_tokens_shut_an_address_out_for_a_minute_even_with_the_right_one()
    {
        var (bad, good) = (IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.2"));
        for (var i = 0; i < 10; i++) Assert.Null(_guard.Check($"wrong{i}", bad));
        Assert.Null(_guard.Check(_code.Text, bad));
        Assert.Null(_guard.Check(_token, bad));
        Assert.Equal("guest", _guard.Check(_code.Text, good));
        _clock.Advance(MediaTime.FromSeconds(59));
        Assert.Null(_guard.Check(_code.Text, bad));
        _clock.Advance(MediaTime.FromSeconds(1));
        Assert.Equal("guest", _guard.Check(_code.Text, bad));
    }

    [Fact]
    public void Neighbours_of_one_IPv6_network_count_as_one()
    {
        for (var i = 1; i <= 10; i++) Assert.Null(_guard.Check("wrong", IPAddress.Parse($"2001:db8:0:7::{i:x}")));
        Assert.Null(_guard.Check(_code.Text, IPAddress.Parse("2001:db8:0:7::ffff")));
        Assert.Equal("guest", _guard.Check(_code.Text, IPAddress.Parse("2001:db8:0:8::1")));
    }

    [Fact]
    public void Guessing_from_everywhere_stops_all_guests_but_not_the_operator()
    {
        for (var i = 0; i < 300; i++) Assert.Null(_guard.Check("wrong", new IPAddress([10, 1, (byte)(i / 200), (byte)(i % 200)])));
        var remote = IPAddress.Parse("192.168.1.20");
        Assert.Null(_guard.Check(_code.Text, remote));
        Assert.Equal("operator", _guard.Check(_token, remote));
        _clock.Advance(MediaTime.FromSeconds(60));
        Assert.Equal("guest", _guard.Check(_code.Text, remote));
    }

    [Fact]
    public void Nothing_prints_a_secret() => Assert.DoesNotContain(_code.Text, $"{_code} {OperatorToken.LoadOrCreate(_folder)}");
}
