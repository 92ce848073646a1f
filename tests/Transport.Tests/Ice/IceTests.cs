using System.Net;
using System.Text;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Stun;

namespace ConfEngine.Transport.Tests.Ice;

public class IceTests
{
    private static readonly UdpAddress Here = UdpAddress.From(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 8443));
    private static readonly NetworkPath Path = new(0, UdpAddress.From(new IPEndPoint(IPAddress.Parse("192.0.2.7"), 5000)));
    private static readonly NetworkPath Other = new(0, UdpAddress.From(new IPEndPoint(IPAddress.Parse("192.0.2.8"), 5001)));
    private readonly IceCredentials _local = IceCredentials.Create(new SeededRandomSource(1));
    private readonly IceCredentials _remote = IceCredentials.Create(new SeededRandomSource(2));
    private readonly DatagramQueue _outgoing = new(64);
    private Instant _now;

    [Fact]
    public void A_check_is_answered_with_the_address_it_came_from_and_nominates()
    {
        var lite = new IceLite(_local, _outgoing);
        lite.OnStun(MakeCheck(nominate: false), Path, _now);
        Assert.Null(lite.Selected);
        Assert.True(lite.IsValidated(Path));
        lite.OnStun(MakeCheck(nominate: true), Path, _now);
        Assert.Equal(Path, lite.Selected);
        Assert.Equal(IceState.Connected, lite.State);

        Assert.True(_outgoing.TryDequeue(out var datagram, out var to));
        Assert.Equal(Path, to);
        Assert.True(StunMessage.TryParse(datagram, out var response));
        Assert.Equal(StunMessageType.BindingSuccess, response.Type);
        Assert.True(response.IsAuthentic(Encoding.ASCII.GetBytes(_local.Password)));
        Assert.True(response.TryGetMappedAddress(out var mapped));
        Assert.Equal(Path.Remote, mapped);
    }

    [Theory]
    [InlineData("password", 401)]
    [InlineData("ufrag", 401)]
    [InlineData("unsigned", 400)]
    [InlineData("priority", 400)]
    [InlineData("unknown", 420)]
    [InlineData("controlled", 487)]
    public void A_bad_check_is_refused_with_the_right_code_and_changes_nothing(string fault, int expected)
    {
        var lite = new IceLite(_local, _outgoing);
        lite.OnStun(MakeCheck(nominate: true, fault), Path, _now);
        Assert.Null(lite.Selected);
        Assert.False(lite.IsValidated(Path));
        Assert.True(_outgoing.TryDequeue(out var datagram, out _));
        Assert.True(StunMessage.TryParse(datagram, out var response));
        Assert.Equal(StunMessageType.BindingError, response.Type);
        Assert.True(response.TryGetErrorCode(out var code));
        Assert.Equal(expected, code);
    }

    [Fact]
    public void The_better_nomination_wins_until_its_path_falls_silent()
    {
        var lite = new IceLite(_local, _outgoing);
        lite.OnStun(MakeCheck(nominate: true, priority: 200), Path, _now);
        lite.OnStun(MakeCheck(nominate: true, priority: 100), Other, _now);
        Assert.Equal(Path, lite.Selected);
        _now += MediaTime.FromSeconds(4);
        lite.OnStun(MakeCheck(nominate: true, priority: 100), Other, _now);
        Assert.Equal(Other, lite.Selected);
    }

    [Fact]
    public void Authentic_media_is_a_sign_of_life_and_silence_ends_the_session()
    {
        var lite = new IceLite(_local, _outgoing);
        lite.OnStun(MakeCheck(nominate: true), Path, _now);
        for (var second = 0; second < 60; second += 5)
        {
            _now += MediaTime.FromSeconds(5);
            lite.OnAuthentic(Path, _now);
            lite.OnTimer(_now);
            Assert.Equal(IceState.Connected, lite.State);
        }

        lite.OnAuthentic(Other, _now + MediaTime.FromSeconds(20));
        _now = lite.NextDeadline!.Value;
        lite.OnTimer(_now);
        Assert.Equal(IceState.Disconnected, lite.State);
        _now = lite.NextDeadline!.Value;
        lite.OnTimer(_now);
        Assert.Equal(IceState.Failed, lite.State);
        Assert.Null(lite.NextDeadline);
        lite.OnStun(MakeCheck(nominate: true), Path, _now);
        Assert.Equal(IceState.Failed, lite.State);
    }

    [Fact]
    public void Remembered_addresses_are_bounded_and_the_selected_one_stays()
    {
        var lite = new IceLite(_local, _outgoing);
        lite.OnStun(MakeCheck(nominate: true), Path, _now);
        for (ushort port = 1; port < 200; port++)
        {
            _now += MediaTime.FromMilliseconds(1);
            lite.OnStun(MakeCheck(nominate: false), Path with { Remote = Path.Remote with { Port = port } }, _now);
        }

        Assert.True(lite.IsValidated(Path));
        Assert.Equal(16, Enumerable.Range(0, 6000).Count(port => lite.IsValidated(Path with { Remote = Path.Remote with { Port = (ushort)port } })));
    }

    [Fact]
    public void The_client_paces_its_checks_and_nominates_the_best_that_answers()
    {
        var client = MakeClient(out var candidates, 5);
        var sentTo = new List<UdpAddress>();
        while (sentTo.Count < 5)
        {
            while (_outgoing.TryDequeue(out _, out var to)) sentTo.Add(to.Remote);
            _now += MediaTime.FromMilliseconds(50);
            client.OnTimer(_now);
        }

        Assert.Equal(candidates.Select(candidate => candidate.Address), sentTo.Take(5));
    }

    [Fact]
    public void The_client_takes_the_second_address_when_the_first_does_not_answer()
    {
        var client = MakeClient(out var candidates, 2);
        var server = new DatagramQueue(64);
        var lite = new IceLite(_remote, server);
        for (var turn = 0; turn < 40 && client.State != IceState.Connected; turn++)
        {
            while (_outgoing.TryDequeue(out var check, out var to))
                if (to.Remote == candidates[1].Address)
                    lite.OnStun(check, new NetworkPath(0, Here), _now);
            while (server.TryDequeue(out var response, out _)) client.OnStun(response, new NetworkPath(0, candidates[1].Address), _now);
            _now += MediaTime.FromMilliseconds(25);
            client.OnTimer(_now);
        }

        Assert.Equal(candidates[1].Address, client.Selected!.Value.Remote);
        Assert.Equal(Here, lite.Selected!.Value.Remote);
        Assert.InRange(_now.Nanoseconds, 0, 500_000_000);
    }

    [Fact]
    public void A_path_that_dies_is_replaced_by_another_that_works()
    {
        var client = MakeClient(out var candidates, 2);
        var server = new DatagramQueue(64);
        var lite = new IceLite(_remote, server);
        var isFirstDead = false;
        // The server has a socket for each of its candidates.
        bool RunUntil(Func<bool> isDone, double seconds)
        {
            var end = _now + MediaTime.FromSeconds(seconds);
            while (!isDone() && _now < end)
            {
                while (_outgoing.TryDequeue(out var check, out var to))
                {
                    var socket = candidates.FindIndex(candidate => candidate.Address == to.Remote);
                    if (socket == 1 || !isFirstDead) lite.OnStun(check, new NetworkPath(socket, Here), _now);
                }

                while (server.TryDequeue(out var response, out var back))
                    client.OnStun(response, new NetworkPath(0, candidates[back.Socket].Address), _now);
                _now += MediaTime.FromMilliseconds(25);
                client.OnTimer(_now);
                lite.OnTimer(_now);
            }

            return isDone();
        }

        Assert.True(RunUntil(() => client.State == IceState.Connected && lite.State == IceState.Connected, 2));
        Assert.Equal(candidates[0].Address, client.Selected!.Value.Remote);
        Assert.Equal(0, lite.Selected!.Value.Socket);
        isFirstDead = true;
        Assert.True(RunUntil(() => client.State == IceState.Disconnected, 15));
        Assert.True(RunUntil(() => lite.Selected!.Value.Socket == 1 && client.Selected!.Value.Remote == candidates[1].Address, 3));
        Assert.Equal(IceState.Connected, client.State);
        Assert.False(RunUntil(() => client.State != IceState.Connected, 60));
    }

    [Fact]
    public void Two_full_agents_settle_who_controls()
    {
        var there = UdpAddress.From(new IPEndPoint(IPAddress.Parse("192.0.2.2"), 8443));
        var second = new DatagramQueue(64);
        var left = new IceClient(_local, _remote, [Here], new SeededRandomSource(3), _outgoing);
        var right = new IceClient(_remote, _local, [there], new SeededRandomSource(4), second);
        left.AddRemote(IceCandidate.Host(0, there));
        right.AddRemote(IceCandidate.Host(0, Here));
        left.Start(_now);
        right.Start(_now);
        for (var turn = 0; turn < 100 && !(left.State == IceState.Connected && right.State == IceState.Connected); turn++)
        {
            while (_outgoing.TryDequeue(out var datagram, out _)) right.OnStun(datagram, new NetworkPath(0, Here), _now);
            while (second.TryDequeue(out var datagram, out _)) left.OnStun(datagram, new NetworkPath(0, there), _now);
            _now += MediaTime.FromMilliseconds(10);
            left.OnTimer(_now);
            right.OnTimer(_now);
        }

        Assert.Equal(there, left.Selected!.Value.Remote);
        Assert.Equal(Here, right.Selected!.Value.Remote);
    }

    [Fact]
    public void Forged_answers_are_ignored_and_an_unreachable_peer_fails_in_time()
    {
        var client = MakeClient(out var candidates, 1);
        Assert.True(_outgoing.TryDequeue(out var check, out _));
        Assert.True(StunMessage.TryParse(check, out var request));
        var buffer = new byte[StunWriter.MaxSize];
        var forged = new StunWriter(buffer, StunMessageType.BindingSuccess, request.TransactionId);
        var length = forged.Finish("not the password at all"u8);
        client.OnStun(buffer.AsSpan(0, length), new NetworkPath(0, candidates[0].Address), _now);
        Assert.Equal(1, client.Counters.Refused);
        var checks = 0;
        while (client.NextDeadline is { } deadline)
        {
            _now = deadline;
            client.OnTimer(_now);
            while (_outgoing.TryDequeue(out _, out _)) checks++;
        }

        Assert.Equal(IceState.Failed, client.State);
        Assert.Equal(30, _now.Nanoseconds / 1e9, 1e-6);
        Assert.InRange(checks, 5, 10);
    }

    [Theory]
    [InlineData("1 1 udp 2130706431 192.0.2.1 8443 typ host", true)]
    [InlineData("a 1 UDP 1 2001:db8::1 1 typ srflx raddr 10.0.0.1 rport 5 generation 0", true)]
    [InlineData("1 2 udp 2130706431 192.0.2.1 8443 typ host", false)]
    [InlineData("1 1 tcp 2130706431 192.0.2.1 8443 typ host", false)]
    [InlineData("1 1 udp 2130706431 abc.local 8443 typ host", false)]
    [InlineData("1 1 udp 2130706431 192.0.2.1 0 typ host", false)]
    [InlineData("1 1 udp 2130706431 192.0.2.1 70000 typ host", false)]
    [InlineData("1 1 udp", false)]
    [InlineData("", false)]
    public void Candidates_are_udp_addresses_of_component_1(string text, bool readable) =>
        Assert.Equal(readable, IceCandidate.TryParse(text, out _));

    private IceClient MakeClient(out List<IceCandidate> candidates, int count)
    {
        candidates = [.. Enumerable.Range(0, count).Select(
            i => IceCandidate.Host(i, UdpAddress.From(new IPEndPoint(IPAddress.Parse("192.0.2.100"), 9000 + i))))];
        var client = new IceClient(_local, _remote, [Here], new SeededRandomSource(9), _outgoing);
        foreach (var candidate in candidates) Assert.True(client.AddRemote(candidate));
        client.Start(_now);
        return client;
    }

    private byte[] MakeCheck(bool nominate, string fault = "", uint priority = 1)
    {
        var buffer = new byte[StunWriter.MaxSize];
        var writer = new StunWriter(buffer, StunMessageType.BindingRequest, "0123456789ab"u8);
        writer.AddText(StunAttribute.Username, fault == "ufrag" ? "else:peer" : _local.Ufrag + ":peer");
        writer.AddUInt64(fault == "controlled" ? StunAttribute.IceControlled : StunAttribute.IceControlling, 7);
        if (nominate) writer.Add(StunAttribute.UseCandidate, []);
        if (fault != "priority") writer.AddUInt32(StunAttribute.Priority, priority);
        if (fault == "unknown") writer.AddUInt32((StunAttribute)0x7777, 0);
        var password = fault switch { "unsigned" => "", "password" => "wrongwrongwrongwrongwrong", _ => _local.Password };
        return buffer[..writer.Finish(Encoding.ASCII.GetBytes(password))];
    }
}
