using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Native;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Tests.Srtp;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Transport.Tests.Udp;

public class UdpPortTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Native_layouts_are_those_of_linux()
    {
        Assert.Equal(64, Marshal.SizeOf<LibC.MessageSlot>());
        Assert.Equal(56, (int)Marshal.OffsetOf<LibC.MessageSlot>(nameof(LibC.MessageSlot.Length)));
        Assert.Equal(48, (int)Marshal.OffsetOf<LibC.MessageSlot>(nameof(LibC.MessageSlot.Flags)));
        Assert.Equal(8, Marshal.SizeOf<LibC.PollSlot>());
    }

    [Fact]
    public void Every_datagram_comes_back_from_the_address_it_went_to()
    {
        var echo = new EchoHandler();
        using var port = UdpPort.Open([IPAddress.Loopback, IPAddress.Parse("127.0.0.2")], 0, echo, new SystemClock());
        Assert.Equal(port.Addresses[0].Port, port.Addresses[1].Port);
        port.Start();
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 20_000 };
        client.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        foreach (var address in port.Addresses)
        {
            for (byte i = 0; i < 100; i++)
            {
                client.SendTo([i, 1, 2, 3], address.ToEndPoint());
                EndPoint from = new IPEndPoint(IPAddress.Any, 0);
                var buffer = new byte[100];
                Assert.Equal(4, client.ReceiveFrom(buffer, ref from));
                Assert.Equal(address.ToEndPoint(), from);
                Assert.Equal(i, buffer[0]);
            }
        }

        Assert.Equal(200, port.Received);
        Assert.InRange(echo.WorstAge.Nanoseconds, 0, 1_000_000_000);
    }

    [Fact]
    public void Datagrams_carry_the_kernels_time_of_arrival()
    {
        var clock = new SystemClock();
        using var receiver = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        receiver.SetRawSocketOption(LibC.SocketLevel, LibC.OptionReceiveTimestamp, BitConverter.GetBytes(1));
        receiver.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var batch = new ReceiveBatch();
        var before = clock.WallNow;
        receiver.SendTo([1, 2, 3], receiver.LocalEndPoint!);
        Assert.True(receiver.Poll(Patience, SelectMode.SelectRead));
        Assert.Equal(1, batch.Receive((int)receiver.Handle));
        Assert.True(batch.TryGet(0, out var datagram, out var from));
        Assert.Equal([1, 2, 3], datagram.ToArray());
        Assert.Equal(receiver.LocalEndPoint, from.ToEndPoint());
        var stamp = DateTimeOffset.UnixEpoch.AddTicks(batch.GetTimestamp(0) / 100);
        Assert.InRange(stamp, before.AddMilliseconds(-10), clock.WallNow.AddMilliseconds(10));
        Assert.Equal(0, batch.Receive((int)receiver.Handle));
    }

    [Fact]
    public void A_taken_port_is_an_error_that_names_it()
    {
        using var first = UdpPort.Open([IPAddress.Loopback], 0, new EchoHandler(), new SystemClock());
        var error = Assert.Throws<IOException>(
            () => UdpPort.Open([IPAddress.Loopback], first.Addresses[0].Port, new EchoHandler(), new SystemClock()));
        Assert.Contains(first.Addresses[0].ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains("another program", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_call_over_real_sockets_connects_and_survives_a_flood_of_garbage()
    {
        var clock = new SystemClock();
        var now = clock.WallNow;
        using var clientContext = new DtlsContext(DtlsCertificate.Create(now));
        using var serverContext = new DtlsContext(DtlsCertificate.Create(now));
        var serverPeer = new PeerHandler();
        var clientPeer = new PeerHandler();
        using var serverPort = UdpPort.Open([IPAddress.Loopback], 0, serverPeer, clock);
        using var clientPort = UdpPort.Open([IPAddress.Loopback], 0, clientPeer, clock);
        var random = new SecureRandomSource();
        var serverCredentials = IceCredentials.Create(random);
        serverPeer.Connection = Connection.Accept(
            serverCredentials, serverContext.Open(isClient: false, clientContext.Certificate.Fingerprint));
        clientPeer.Connection = Connection.Connect(
            IceCredentials.Create(random), serverCredentials, clientPort.Addresses, [IceCandidate.Host(0, serverPort.Addresses[0])],
            clientContext.Open(isClient: true, serverContext.Certificate.Fingerprint), random);
        serverPort.Start();
        clientPort.Start();

        using var stranger = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var garbage = new byte[200];
        for (var i = 0; i < 20_000; i++)
        {
            Random.Shared.NextBytes(garbage);
            stranger.SendTo(garbage, serverPort.Addresses[0].ToEndPoint());
        }

        clientPeer.ToSend = 100;
        clientPort.Wake();
        var received = 0;
        // The kernel may drop some after the flood; that is the network's right.
        while (received < 50 && serverPeer.Received.TryTake(out _, Patience)) received++;
        Assert.Equal(50, received);
        clientPort.Dispose();
        serverPort.Dispose();
        Assert.InRange(serverPeer.Router.Unmatched, 1, 20_000);
        serverPeer.Connection.Dispose();
        clientPeer.Connection.Dispose();
    }

    private sealed class EchoHandler : IDatagramHandler
    {
        private readonly Queue<(byte[] Bytes, NetworkPath Path)> _answers = [];
        private readonly SystemClock _clock = new();

        public MediaTime WorstAge { get; private set; }

        public void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival)
        {
            var age = _clock.Now - arrival;
            if (age > WorstAge) WorstAge = age;
            _answers.Enqueue((datagram.ToArray(), path));
        }

        public Instant? OnTurn(Instant now, IDatagramSender sender)
        {
            while (_answers.TryDequeue(out var answer)) sender.Send(answer.Bytes, answer.Path);
            return null;
        }
    }

    private sealed class PeerHandler : IDatagramHandler
    {
        private ushort _sequence;

        public ConnectionRouter Router { get; } = new();

        public Connection Connection { get; set; } = null!;

        public BlockingCollection<byte[]> Received { get; } = [];

        public int ToSend { get; set; }

        public void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival)
        {
            var packet = Router.OnDatagram(datagram, path, arrival, out _);
            if (packet.Kind == PacketKind.Rtp) Received.Add(packet.Bytes.ToArray());
        }

        public Instant? OnTurn(Instant now, IDatagramSender sender)
        {
            if (Router.Connections.Count == 0)
            {
                Router.Add(Connection);
                Connection.Start(now);
            }

            Router.OnTimer(now);
            if (Connection.State == ConnectionState.Connected)
                for (; ToSend > 0; ToSend--)
                    Connection.TrySendRtp(SrtpPair.MakeRtp(9, _sequence++, 300));
            Router.Flush(sender);
            return Router.NextDeadline;
        }
    }
}
