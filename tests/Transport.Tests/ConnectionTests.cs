using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Tests.Srtp;

namespace ConfEngine.Transport.Tests;

public class ConnectionTests
{
    private static readonly byte[] Report = [0x80, 201, 0, 1, 0, 0, 0, 9];

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.05, 30)]
    [InlineData(0.3, 60)]
    public void Two_connections_find_each_other_and_exchange_packets(double loss, double jitter)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var network = new VirtualNetwork(seed, loss, 10, jitter, duplicates: loss / 2);
            using var call = new Call(network, seed);
            Assert.True(network.RunUntil(() => call.IsUp, 30),
                $"seed {seed}: client {call.Client.State} {call.Client.Error}, server {call.Server.State} {call.Server.Error}");
            if (loss == 0) Assert.InRange(network.Now.Nanoseconds, 0, 250_000_000);

            for (ushort i = 0; i < 200; i++)
            {
                Assert.True(call.Client.TrySendRtp(SrtpPair.MakeRtp(5, i, 500)));
                Assert.True(call.Server.TrySendRtp(SrtpPair.MakeRtp(6, i, 500)));
                Assert.True(call.Client.TrySendRtcp(Report));
                network.RunUntil(() => false, 0.02);
            }

            var least = (int)(200 * (1 - 1.6 * loss));
            Assert.InRange(call.ServerHost.Rtp.Count, least, 200);
            Assert.InRange(call.ClientHost.Rtp.Count, least, 200);
            Assert.InRange(call.ServerHost.Rtcp.Count, least, 200);
            Assert.All(call.ServerHost.Rtp, packet => Assert.Equal(SrtpPair.MakeRtp(5, packet[3], 500), packet));
            Assert.Equal(0, call.Server.Counters.Forged);
        }
    }

    [Fact]
    public void A_wrong_fingerprint_fails_the_call_with_the_reason()
    {
        var network = new VirtualNetwork(1, 0);
        using var call = new Call(network, 1, Fingerprint.Of("somebody else"u8));
        Assert.True(network.RunUntil(() => call.Server.State == ConnectionState.Failed, 10));
        Assert.Contains("fingerprint", call.Server.Error, StringComparison.Ordinal);
        Assert.False(call.Server.TrySendRtp(SrtpPair.MakeRtp(1, 1, 10)));
        Assert.Equal(1, call.Server.Counters.Unsent);
    }

    [Fact]
    public void A_cut_line_is_noticed_survived_when_short_and_final_when_long()
    {
        var network = new VirtualNetwork(2, 0);
        using var call = new Call(network, 2);
        Assert.True(network.RunUntil(() => call.IsUp, 5));
        Assert.True(call.Server.TryGetStateChange(out var state) && state == ConnectionState.Connected);
        Assert.False(call.Server.TryGetStateChange(out _));

        network.IsCut = true;
        network.RunUntil(() => false, 13);
        Assert.Equal(ConnectionState.Disconnected, call.Client.State);
        Assert.True(call.Server.TryGetStateChange(out state) && state == ConnectionState.Disconnected);
        network.IsCut = false;
        Assert.True(network.RunUntil(() => call.IsUp, 8));

        network.IsCut = true;
        Assert.True(network.RunUntil(() => call.Client.State == ConnectionState.Failed && call.Server.State == ConnectionState.Failed, 31));
        Assert.Contains("silent", call.Server.Error, StringComparison.Ordinal);
        Assert.Null(call.Server.NextDeadline);
    }

    [Fact]
    public void An_idle_call_stays_up_for_an_hour_and_costs_little()
    {
        var network = new VirtualNetwork(3, 0.05);
        using var call = new Call(network, 3);
        Assert.True(network.RunUntil(() => call.IsUp, 10));
        var before = network.Sent;
        Assert.False(network.RunUntil(() => !call.IsUp && call.Client.State == ConnectionState.Failed, 3600));
        Assert.True(call.Client.State is ConnectionState.Connected or ConnectionState.Disconnected);
        Assert.InRange(network.Sent - before, 1_000, 2_500);
    }

    [Fact]
    public void Strangers_and_garbage_are_dropped_and_counted()
    {
        var network = new VirtualNetwork(4, 0);
        using var call = new Call(network, 4);
        Assert.True(network.RunUntil(() => call.IsUp, 5));
        var stranger = new NetworkPath(0, call.ServerHost.Address);
        var random = new Random(4);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            var packet = call.Server.OnDatagram(bytes, i % 2 == 0 ? stranger : call.Server.Path!.Value, network.Now);
            Assert.Equal(PacketKind.None, packet.Kind);
            call.ServerHost.Router.OnDatagram(bytes, stranger, network.Now, out var owner);
            Assert.Null(owner);
        }

        Assert.True(call.IsUp);
        Assert.Equal(20_000, call.ServerHost.Router.Unmatched);
        Assert.InRange(call.Server.Counters.Unvalidated, 2_000, 6_000);
        Assert.InRange(call.Server.Counters.Forged + call.Server.Counters.Refused, 1_000, 4_000);
        Assert.True(call.Client.TrySendRtp(SrtpPair.MakeRtp(5, 1, 50)));
        Assert.True(network.RunUntil(() => call.ServerHost.Rtp.Count == 1, 1));
    }

    [Fact]
    public void A_packet_through_both_connections_allocates_nothing()
    {
        var network = new VirtualNetwork(6, 0);
        using var call = new Call(network, 6);
        Assert.True(network.RunUntil(() => call.IsUp, 5));
        var packet = SrtpPair.MakeRtp(5, 0, 1000);
        var buffer = new byte[1500];
        var from = call.Server.Path!.Value;
        for (ushort i = 0; i < 100; i++) Pass(i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (ushort i = 100; i < 1100; i++) Pass(i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Pass(ushort sequence)
        {
            packet[2] = (byte)(sequence >> 8);
            packet[3] = (byte)sequence;
            if (!call.Client.TrySendRtp(packet)) throw new InvalidOperationException("send");
            if (!call.Client.TryGetTransmit(out var datagram, out _)) throw new InvalidOperationException("transmit");
            datagram.CopyTo(buffer);
            var received = call.ServerHost.Router.OnDatagram(buffer.AsSpan(0, datagram.Length), from, network.Now, out _);
            if (received.Kind != PacketKind.Rtp || received.Bytes.Length != packet.Length) throw new InvalidOperationException("receive");
            call.ServerHost.Router.OnTimer(network.Now);
            if (call.ServerHost.Router.NextDeadline is null) throw new InvalidOperationException("deadline");
        }
    }

    [Fact]
    public void A_peer_that_checks_but_never_shakes_hands_fails_after_thirty_seconds()
    {
        var network = new VirtualNetwork(7, 0);
        using var silent = new SilentDtls();
        using var call = new Call(network, 7, clientDtls: silent);
        Assert.True(network.RunUntil(() => call.Server.Path is not null, 1));
        Assert.True(network.RunUntil(() => call.Server.State == ConnectionState.Failed, 35));
        Assert.Contains("no DTLS handshake", call.Server.Error, StringComparison.Ordinal);
        Assert.InRange(network.Now.Nanoseconds / 1e9, 30, 31);
    }

    [Fact]
    public void Close_ends_the_other_side_too()
    {
        var network = new VirtualNetwork(5, 0);
        using var call = new Call(network, 5);
        Assert.True(network.RunUntil(() => call.IsUp, 5));
        call.Server.Close();
        Assert.Equal(ConnectionState.Closed, call.Server.State);
        Assert.True(network.RunUntil(() => call.Client.State == ConnectionState.Closed, 1));
        call.ServerHost.Router.Remove(call.Server);
        Assert.Empty(call.ServerHost.Router.Connections);
    }
}
