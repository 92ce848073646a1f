using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Transport.Tests.Negotiation;

public class SocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Sockets_come_and_go_while_the_thread_runs_and_the_others_keep_their_index()
    {
        var handler = new Handler();
        using var port = UdpPort.Open([IPAddress.Loopback], 0, handler, new SystemClock());
        handler.Port = port;
        port.Start();
        var (first, second) = (0, 0);
        handler.Do(() => Assert.True(port.TryAddSocket(IPAddress.Loopback, 0, out first)));
        handler.Do(() => Assert.True(port.TryAddSocket(IPAddress.Loopback, 0, out second)));
        Assert.Equal((1, 2), (first, second));
        var addresses = new List<UdpAddress>();
        handler.Do(() => addresses.AddRange([port.AddressOf(first), port.AddressOf(second)]));
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 20_000 };
        client.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Assert.Equal(2, handler.AskFrom(client, addresses[1]));
        handler.Do(() => port.RemoveSocket(first));
        Assert.Equal(2, handler.AskFrom(client, addresses[1]));
        handler.Do(() => port.Send([1, 2, 3], new NetworkPath(first, addresses[1])));
        Assert.True(port.SendDropped >= 1);
        handler.Do(() => Assert.True(port.TryAddSocket(IPAddress.Loopback, addresses[0].Port, out first)));
        Assert.Equal(1, first);
        Assert.Equal(1, handler.AskFrom(client, addresses[0]));
        handler.Do(() => Assert.False(port.TryAddSocket(IPAddress.Loopback, addresses[1].Port, out _)));
        Assert.Single(port.Addresses);
    }

    [Fact]
    public void Clients_have_ports_of_their_own()
    {
        using var port = UdpPort.OpenClients(IPAddress.Loopback, 5, new Handler(), new SystemClock());
        Assert.Equal(5, port.Addresses.Select(address => address.Port).Distinct().Count());
        Assert.Equal(port.Addresses[3], port.AddressOf(3));
    }

    [Fact]
    public void Plain_rtp_has_an_even_port_and_the_odd_one_above()
    {
        using var port = UdpPort.Open([IPAddress.Loopback], 0, new Handler(), new SystemClock());
        Assert.True(PlainRtpPorts.TryOpen(port, IPAddress.Loopback, 8, out var ports));
        Assert.Equal(8, ports.Pairs.Count);
        foreach (var pair in ports.Pairs)
        {
            Assert.Equal(0, pair.Rtp.Port % 2);
            Assert.Equal(pair.Rtp, port.AddressOf(pair.RtpSocket));
            Assert.Equal(pair.Rtp.Port + 1, port.AddressOf(pair.RtcpSocket).Port);
        }

        ports.Close();
        Assert.True(port.TryAddSocket(IPAddress.Loopback, 0, out var index));
        Assert.Equal(1, index);
        // 192.0.2.0/24 is for documentation (RFC 5737): no machine has an address there.
        Assert.False(PlainRtpPorts.TryOpen(port, IPAddress.Parse("192.0.2.77"), 1, out _));
    }

    [Fact]
    public void The_way_to_this_machine_leads_from_itself() => Assert.Equal(IPAddress.Loopback, LocalAddresses.Towards(IPAddress.Loopback));

    private sealed class Handler : IDatagramHandler
    {
        private readonly ConcurrentQueue<Action> _work = new();
        private readonly BlockingCollection<int> _sockets = [];

        public UdpPort? Port { get; set; }

        public void Do(Action work)
        {
            using var done = new ManualResetEventSlim();
            Exception? fault = null;
            _work.Enqueue(() =>
            {
                fault = Record.Exception(work);
                done.Set();
            });
            Port!.Wake();
            Assert.True(done.Wait(Patience));
            Assert.Null(fault);
        }

        public int AskFrom(Socket client, UdpAddress to)
        {
            client.SendTo([9], to.ToEndPoint());
            Assert.True(_sockets.TryTake(out var socket, Patience));
            return socket;
        }

        public void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival) => _sockets.Add(path.Socket);

        public Instant? OnTurn(Instant now, IDatagramSender sender)
        {
            while (_work.TryDequeue(out var work)) work();
            return null;
        }
    }
}
