using System.Net;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.TestKit.Media;

/// <summary>A network in virtual time. Everything in it repeats itself from a seed.</summary>
/// <param name="seed">Of loss, jitter, SSRCs and credentials.</param>
public sealed class MediaWorld(int seed = 1)
{
    private const int HeaderBytes = 28;
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<(WorldHost To, UdpAddress From, int Socket, byte[] Bytes), (long At, long Order)> _underway = new();
    private readonly Dictionary<UdpAddress, (WorldHost Host, int Socket)> _byAddress = [];
    private readonly Dictionary<(WorldHost From, WorldHost To), LinkModel> _links = [];
    private readonly Dictionary<(WorldHost From, WorldHost To), Instant> _busyUntil = [];
    private readonly List<WorldHost> _hosts = [];
    private readonly List<(long Period, Action<Instant> Work)> _periodic = [];
    private readonly List<Instant> _periodicAt = [];
    private long _order;
    private int _sockets;

    /// <summary>The time; begins at one second, for nothing may depend on zero.</summary>
    public Instant Now { get; private set; } = new(1_000_000_000);

    /// <summary>What holds for every pair of hosts that has no model of its own.</summary>
    public LinkModel Link { get; set; } = new();

    /// <summary>Datagrams sent.</summary>
    public long Sent { get; private set; }

    /// <summary>Datagrams that the network lost.</summary>
    public long Lost { get; private set; }

    /// <summary>Random bytes of this world.</summary>
    public IRandomSource Random => new WorldRandom(_random);

    /// <summary>Sets what happens to datagrams from one host to another.</summary>
    public void SetLink(WorldHost from, WorldHost to, LinkModel model) => _links[(from, to)] = model;

    /// <summary>Does something every so often, from now on.</summary>
    public void Every(MediaTime period, Action<Instant> work)
    {
        _periodic.Add((period.Nanoseconds, work));
        _periodicAt.Add(Now);
    }

    /// <summary>Lets time pass.</summary>
    public void Run(double seconds) => RunUntil(() => false, seconds);

    /// <summary>Lets time pass until something is so; false when it was not within the time.</summary>
    public bool RunUntil(Func<bool> isDone, double seconds)
    {
        var end = Now + MediaTime.FromSeconds(seconds);
        foreach (var host in _hosts) host.Turn(Now);
        while (!isDone())
        {
            if (Now >= end) return false;
            var next = end;
            foreach (var host in _hosts)
                if (host.Deadline is { } deadline && deadline < next)
                    next = deadline;
            foreach (var at in _periodicAt)
                if (at < next)
                    next = at;
            if (_underway.TryPeek(out _, out var arrival) && arrival.At < next.Nanoseconds) next = new Instant(arrival.At);
            if (next > Now) Now = next;
            Step();
        }

        return true;
    }

    internal void Add(WorldHost host) => _hosts.Add(host);

    internal UdpAddress Bind(WorldHost host, int socket)
    {
        _sockets++;
        var address = UdpAddress.From(new IPEndPoint(new IPAddress([10, 0, (byte)(_sockets >> 8), (byte)_sockets]), 8443));
        _byAddress.Add(address, (host, socket));
        return address;
    }

    internal void Post(WorldHost from, UdpAddress source, UdpAddress to, ReadOnlySpan<byte> datagram)
    {
        Sent++;
        if (!_byAddress.TryGetValue(to, out var target)) return;
        var link = _links.GetValueOrDefault((from, target.Host), Link);
        if (link.IsCut || _random.NextDouble() < link.Loss)
        {
            Lost++;
            return;
        }

        var ready = Now;
        if (link.BitsPerSecond > 0 && !TryQueue(from, target.Host, link, datagram.Length, out ready))
        {
            Lost++;
            return;
        }

        for (var copies = _random.NextDouble() < link.Duplicates ? 2 : 1; copies > 0; copies--)
        {
            var at = ready + MediaTime.FromMilliseconds(link.DelayMilliseconds + _random.NextDouble() * link.JitterMilliseconds);
            _underway.Enqueue((target.Host, source, target.Socket, datagram.ToArray()), (at.Nanoseconds, _order++));
        }
    }

    private bool TryQueue(WorldHost from, WorldHost to, LinkModel link, int length, out Instant ready)
    {
        var begin = _busyUntil.GetValueOrDefault((from, to));
        if (begin < Now) begin = Now;
        ready = begin + new MediaTime((length + HeaderBytes) * 8L * 1_000_000_000 / link.BitsPerSecond);
        if ((begin - Now).Milliseconds > link.QueueMilliseconds) return false;
        _busyUntil[(from, to)] = ready;
        return true;
    }

    private void Step()
    {
        for (var i = 0; i < _periodic.Count; i++)
        {
            if (_periodicAt[i] > Now) continue;
            _periodicAt[i] += new MediaTime(_periodic[i].Period);
            _periodic[i].Work(Now);
        }

        while (_underway.TryPeek(out var datagram, out var arrival) && arrival.At <= Now.Nanoseconds)
        {
            _underway.Dequeue();
            datagram.To.Receive(datagram.Bytes, new NetworkPath(datagram.Socket, datagram.From), Now);
        }

        foreach (var host in _hosts) host.Turn(Now);
    }

    private sealed class WorldRandom(Random random) : IRandomSource
    {
        public void Fill(Span<byte> destination) => random.NextBytes(destination);
    }
}
