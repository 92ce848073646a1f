using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Tests.Inputs.Jitter;

/// <summary>What a network does to the packets of a stream.</summary>
internal sealed record NetworkConditions
{
    /// <summary>Delays are spread evenly from 0 to this.</summary>
    public double JitterMilliseconds { get; init; }

    public double LossPercent { get; init; }

    public double DoubledPercent { get; init; }

    /// <summary>How much faster the sender's clock runs.</summary>
    public double DriftPpm { get; init; }

    public int Seed { get; init; } = 1;
}

/// <summary>Carries packets of 20 ms in virtual time from a sender over a network to an input and mixes them, block by block.</summary>
internal sealed class NetworkSimulation : IDisposable
{
    // The clocks of arrivals and of the mix have nothing to do with each other, and time stamps begin anywhere.
    private static readonly MediaTime s_clockZero = MediaTime.FromSeconds(777);
    private static readonly MediaTime s_firstPts = MediaTime.FromSeconds(54_321);

    private readonly ManualClock _clock = new();
    private readonly Random _random;
    private readonly byte[][] _packets;
    private readonly PriorityQueue<(long Index, Instant Arrival), long> _underway = new();
    private readonly float[] _block = new float[Mixer.BlockSamples * 2];
    private long _sent;
    private long _blocks;

    public NetworkSimulation(byte[][] packets, NetworkConditions conditions)
    {
        _packets = packets;
        Conditions = conditions;
        _random = new Random(conditions.Seed);
        _clock.Advance(s_clockZero);
        Mixer = new Mixer(_clock);
        Input = Mixer.AddInput("far", new AudioInputOptions { Realtime = true });
        Input.Start(default);
    }

    public Mixer Mixer { get; }

    public AudioInput Input { get; }

    /// <summary>May change on the way.</summary>
    public NetworkConditions Conditions { get; set; }

    /// <summary>Added to all time stamps from now on.</summary>
    public MediaTime PtsShift { get; set; }

    /// <summary>Added to all delays from now on.</summary>
    public MediaTime Detour { get; set; }

    /// <summary>False for packets that the sender leaves out.</summary>
    public Func<long, bool> IsSent { get; set; } = _ => true;

    public long Sent => _sent;

    public long Lost { get; private set; }

    /// <summary>Runs on and gives the left channel.</summary>
    public float[] Run(double seconds, Action? afterBlock = null)
    {
        var count = (int)Math.Round(seconds * 100);
        var result = new float[count * Mixer.BlockSamples];
        for (var i = 0; i < count; i++)
        {
            Send();
            Deliver();
            Mixer.Mix(_block, Mixer.BlockLength * _blocks++);
            for (var s = 0; s < Mixer.BlockSamples; s++) result[i * Mixer.BlockSamples + s] = _block[2 * s];
            afterBlock?.Invoke();
            _clock.Advance(Mixer.BlockLength);
        }

        return result;
    }

    public void Dispose() => Mixer.Dispose();

    private void Send()
    {
        // 7.3 ms: packets do not leave when blocks are mixed.
        while (SentAt(_sent) <= _clock.Now)
        {
            var index = _sent++;
            if (!IsSent(index)) continue;
            if (_random.NextDouble() * 100 < Conditions.LossPercent) Lost++;
            else Carry(index, 0);
            if (_random.NextDouble() * 100 < Conditions.DoubledPercent) Carry(index, 15);
        }
    }

    private Instant SentAt(long index) =>
        new Instant(s_clockZero.Nanoseconds) + MediaTime.FromMilliseconds(7.3 + index * 20 / (1 + Conditions.DriftPpm * 1e-6));

    private void Carry(long index, double extraMilliseconds)
    {
        var delay = MediaTime.FromMilliseconds(30 + extraMilliseconds + _random.NextDouble() * Conditions.JitterMilliseconds);
        var arrival = SentAt(index) + delay + Detour;
        _underway.Enqueue((index, arrival), arrival.Nanoseconds);
    }

    private void Deliver()
    {
        while (_underway.TryPeek(out var packet, out var due) && due <= _clock.Now.Nanoseconds)
        {
            _underway.Dequeue();
            var pts = s_firstPts + PtsShift + MediaTime.FromMilliseconds(packet.Index * 20);
            Input.PushOpus(_packets[packet.Index % _packets.Length], pts, packet.Arrival);
        }
    }
}
