using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Simulation.Kit;

/// <summary>Hosts around a middle that loses nothing, in virtual time: whatever happens next is next, and the seed decides it all.</summary>
internal sealed class SimNetwork(int seed)
{
    // More turns than that without time passing, and a node spins.
    private const int MostTurns = 2000;

    private readonly List<SimHost> _hosts = [];
    private readonly Dictionary<UdpAddress, SimHost> _byAddress = [];
    private readonly PriorityQueue<Action<Instant>, (long At, long Order)> _plans = new();
    private long _order;

    /// <summary>The time that is nobody's and everybody's.</summary>
    public Instant Now { get; private set; } = new(1_000_000_000);

    public int Seed => seed;

    public double Seconds => Now.Nanoseconds * 1e-9 - 1;

    public SimHost AddHost(MediaNode node, ImpairmentOptions up, ImpairmentOptions down, double partsPerMillion = 0)
    {
        var number = _byAddress.Count + 1;
        var host = new SimHost(this, number, node, new Impairment(up, seed + 1000 * number), new Impairment(down, seed + 1000 * number + 1), partsPerMillion);
        _hosts.Add(host);
        _byAddress.Add(host.Address, host);
        return host;
    }

    /// <summary>Takes a host off; what is sent to it is lost.</summary>
    public void Remove(SimHost host)
    {
        host.IsOff = true;
        _hosts.Remove(host);
    }

    /// <summary>Has something done at a time.</summary>
    public void At(Instant when, Action<Instant> act) => _plans.Enqueue(act, (when.Nanoseconds, _order++));

    /// <summary>Has something done in so many seconds from now.</summary>
    public void In(double seconds, Action act) => At(Now + MediaTime.FromSeconds(seconds), _ => act());

    public void Run(double seconds)
    {
        var end = Now + MediaTime.FromSeconds(seconds);
        var turns = 0;
        while (true)
        {
            var next = FindNext(end);
            if (next >= end && !AnyAwake()) break;
            turns = next > Now ? 0 : turns + 1;
            if (turns > MostTurns) throw new InvalidOperationException($"seed {seed}: a node spins at {Seconds:0.000} s");
            if (next > Now) Now = next;
            Step();
        }

        Now = end;
    }

    private Instant FindNext(Instant end)
    {
        var next = end;
        if (_plans.TryPeek(out _, out var first) && first.At < next.Nanoseconds) next = new Instant(first.At);
        foreach (var host in _hosts)
        {
            if (host.IsAwake) return Now;
            Consider(host.Deadline, ref next);
            Consider(host.Up.NextDeadline, ref next);
            Consider(host.Down.NextDeadline, ref next);
        }

        return next;
    }

    private static void Consider(Instant? deadline, ref Instant next)
    {
        if (deadline is { } at && at < next) next = at;
    }

    private bool AnyAwake()
    {
        foreach (var host in _hosts)
            if (host.IsAwake)
                return true;
        return false;
    }

    private void Step()
    {
        while (_plans.TryPeek(out var plan, out var first) && first.At <= Now.Nanoseconds)
        {
            _plans.Dequeue();
            plan(Now);
        }

        for (var i = 0; i < _hosts.Count; i++)
        {
            var host = _hosts[i];
            while (host.Up.TryTake(Now, out var datagram, out var path, out var at)) Pass(host, datagram, path, at);
        }

        for (var i = 0; i < _hosts.Count; i++)
        {
            var host = _hosts[i];
            while (host.Down.TryTake(Now, out var datagram, out var path, out var at))
            {
                if (host.IsOff) continue;
                host.Node.OnDatagram(datagram, path, host.ToLocal(at));
                host.IsAwake = true;
            }

            if (host.IsAwake || host.Deadline <= Now) Turn(host);
        }
    }

    private void Pass(SimHost from, Span<byte> datagram, in NetworkPath path, Instant at)
    {
        if (_byAddress.TryGetValue(path.Remote, out var to) && !to.IsOff) to.Down.Offer(datagram, new NetworkPath(0, from.Address), at);
    }

    private void Turn(SimHost host)
    {
        host.IsAwake = false;
        var deadline = host.Node.OnTurn(host.ToLocal(Now), host);
        host.Deadline = deadline is { } at ? host.ToNetwork(at) : null;
    }
}
