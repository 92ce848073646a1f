using System.Net;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Tests;

/// <summary>A network in virtual time between routers with one socket each: seeded delay, jitter (hence reordering), loss and duplicates.</summary>
internal sealed class VirtualNetwork(int seed, double loss, double delayMilliseconds = 10, double jitterMilliseconds = 0, double duplicates = 0)
{
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<(NetworkHost To, UdpAddress From, byte[] Bytes), long> _underway = new();
    private readonly List<NetworkHost> _hosts = [];

    public Instant Now { get; private set; }

    /// <summary>Nothing passes while true.</summary>
    public bool IsCut { get; set; }

    public int Sent { get; private set; }

    public NetworkHost AddHost(ConnectionRouter router)
    {
        var host = new NetworkHost(this, router, UdpAddress.From(new IPEndPoint(new IPAddress([10, 0, 0, (byte)(_hosts.Count + 1)]), 8443)));
        _hosts.Add(host);
        return host;
    }

    public void Post(UdpAddress from, UdpAddress to, ReadOnlySpan<byte> datagram)
    {
        Sent++;
        if (IsCut || _random.NextDouble() < loss || _hosts.Find(host => host.Address == to) is not { } target) return;
        for (var copies = _random.NextDouble() < duplicates ? 2 : 1; copies > 0; copies--)
        {
            var delay = MediaTime.FromMilliseconds(delayMilliseconds + _random.NextDouble() * jitterMilliseconds);
            _underway.Enqueue((target, from, datagram.ToArray()), (Now + delay).Nanoseconds);
        }
    }

    /// <summary>Runs until <paramref name="isDone"/> or the time is up; returns whether it was done.</summary>
    public bool RunUntil(Func<bool> isDone, double seconds)
    {
        var end = Now + MediaTime.FromSeconds(seconds);
        foreach (var host in _hosts) host.Flush();
        while (!isDone())
        {
            var next = end;
            foreach (var host in _hosts)
                if (host.Router.NextDeadline is { } deadline && deadline < next)
                    next = deadline;
            if (_underway.TryPeek(out _, out var arrival) && arrival < next.Nanoseconds) next = new Instant(arrival);
            if (next > Now) Now = next;
            if (Now >= end) return false;
            while (_underway.TryPeek(out var datagram, out arrival) && arrival <= Now.Nanoseconds)
            {
                _underway.Dequeue();
                datagram.To.Receive(datagram.Bytes, datagram.From);
            }

            foreach (var host in _hosts)
            {
                host.Router.OnTimer(Now);
                host.Flush();
            }
        }

        return true;
    }
}

/// <summary>One machine on it.</summary>
internal sealed class NetworkHost(VirtualNetwork network, ConnectionRouter router, UdpAddress address) : IDatagramSender
{
    public ConnectionRouter Router => router;

    public UdpAddress Address => address;

    public List<byte[]> Rtp { get; } = [];

    public List<byte[]> Rtcp { get; } = [];

    public void Receive(byte[] datagram, UdpAddress from)
    {
        var packet = router.OnDatagram(datagram, new NetworkPath(0, from), network.Now, out _);
        if (packet.Kind == PacketKind.Rtp) Rtp.Add(packet.Bytes.ToArray());
        if (packet.Kind == PacketKind.Rtcp) Rtcp.Add(packet.Bytes.ToArray());
    }

    public void Flush() => router.Flush(this);

    public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path) => network.Post(address, path.Remote, datagram);
}
