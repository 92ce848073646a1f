using ConfEngine.Core.Time;

namespace ConfEngine.Transport.Net;

/// <summary>One direction of a bad network in virtual time: a bottleneck with a queue, then loss, delay, jitter and duplicates. The same
/// seed and the same datagrams at the same times have the same fate. Slots are made on first use and kept.</summary>
public sealed class Impairment
{
    /// <summary>The longest datagram that is taken, in bytes.</summary>
    public const int SlotSize = 2048;

    private readonly Random _random;
    private readonly byte[]?[] _slots;
    private readonly int[] _lengths;
    private readonly NetworkPath[] _paths;
    private readonly Stack<int> _free;
    private readonly Bottleneck _bottleneck;
    private readonly PriorityQueue<int, (long Due, long Order)> _underway;
    private ImpairmentOptions _options;
    private bool _inBurst;
    private long _order;
    private Instant _lastDue;
    private int _taken = -1;

    /// <summary>A network with nothing under way.</summary>
    /// <param name="options">How bad it is, to begin with.</param>
    /// <param name="seed">Decides every loss and delay.</param>
    /// <param name="capacity">The most datagrams under way at once; more are dropped and counted.</param>
    public Impairment(ImpairmentOptions options, int seed, int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        options.Check();
        _random = new Random(seed);
        _slots = new byte[capacity][];
        _lengths = new int[capacity];
        _paths = new NetworkPath[capacity];
        _free = new Stack<int>(capacity);
        for (var i = capacity - 1; i >= 0; i--) _free.Push(i);
        _options = options;
        _underway = new PriorityQueue<int, (long Due, long Order)>(capacity);
        _bottleneck = new Bottleneck(capacity);
        _bottleneck.SetRate(options.BitsPerSecond, default);
    }

    /// <summary>How bad it is now.</summary>
    public ImpairmentOptions Options => _options;

    /// <summary>Datagrams offered.</summary>
    public long Offered { get; private set; }

    /// <summary>Datagrams lost on the way.</summary>
    public long Lost { get; private set; }

    /// <summary>Datagrams that found the bottleneck's queue, or this object, full.</summary>
    public long Overflowed { get; private set; }

    /// <summary>Datagrams handed on, copies counted.</summary>
    public long Delivered { get; private set; }

    /// <summary>Datagrams waiting or under way.</summary>
    public int Count => _slots.Length - _free.Count - (_taken >= 0 ? 1 : 0);

    /// <summary>When <see cref="TryTake"/> is worth a call; null when nothing is under way.</summary>
    public Instant? NextDeadline
    {
        get
        {
            var next = _bottleneck.NextDone;
            if (_underway.TryPeek(out _, out var first) && (next is null || first.Due < next.Value.Nanoseconds)) next = new Instant(first.Due);
            return next;
        }
    }

    /// <summary>The network gets better or worse. What is under way stays so; what waits goes at the new speed.</summary>
    public void Change(ImpairmentOptions options, Instant now)
    {
        options.Check();
        Advance(now);
        _options = options;
        _bottleneck.SetRate(options.BitsPerSecond, now);
    }

    /// <summary>Puts a copy of a datagram on its way, or drops and counts it.</summary>
    public void Offer(ReadOnlySpan<byte> datagram, in NetworkPath path, Instant now)
    {
        Offered++;
        Advance(now);
        if (!TryFill(datagram, path, out var slot)) return;
        if (_options.BitsPerSecond == 0 && _bottleneck.NextDone is null)
        {
            Launch(slot, now);
            return;
        }

        if (_bottleneck.TryEnqueue(slot, datagram.Length, now, _options.QueueBytes)) return;
        Overflowed++;
        _free.Push(slot);
    }

    /// <summary>Takes the next datagram that has come through by <paramref name="now"/>.</summary>
    /// <param name="now">The time.</param>
    /// <param name="datagram">May be written to; valid until the next call.</param>
    /// <param name="path">As it was offered.</param>
    /// <param name="arrival">When it came through.</param>
    public bool TryTake(Instant now, out Span<byte> datagram, out NetworkPath path, out Instant arrival)
    {
        datagram = default;
        (path, arrival) = (default, default);
        GiveBackTaken();
        Advance(now);
        if (!_underway.TryPeek(out var slot, out var first) || first.Due > now.Nanoseconds) return false;
        _underway.Dequeue();
        _taken = slot;
        Delivered++;
        datagram = _slots[slot].AsSpan(0, _lengths[slot]);
        path = _paths[slot];
        arrival = new Instant(first.Due);
        return true;
    }

    private void GiveBackTaken()
    {
        if (_taken < 0) return;
        _free.Push(_taken);
        _taken = -1;
    }

    private void Advance(Instant now)
    {
        while (_bottleneck.TryDequeue(now, out var slot, out var done)) Launch(slot, done);
    }

    // Every datagram draws as often, whatever the options are, so that a change of one does not shuffle the others.
    private void Launch(int slot, Instant at)
    {
        var (loss, jitter, copy, copyJitter) = (_random.NextDouble(), _random.NextDouble(), _random.NextDouble(), _random.NextDouble());
        if (IsLost(loss))
        {
            Lost++;
            _free.Push(slot);
            return;
        }

        Send(slot, at, jitter);
        if (copy < _options.Duplicates && TryFill(_slots[slot].AsSpan(0, _lengths[slot]), _paths[slot], out var second))
            Send(second, at, copyJitter);
    }

    private bool IsLost(double draw)
    {
        if (_options.MeanBurst <= 1 || _options.Loss is 0 or 1) return draw < _options.Loss;
        // A burst ends with the chance 1/length; it begins so often that the part lost comes out right.
        var end = 1 / _options.MeanBurst;
        var begin = Math.Min(1, end * _options.Loss / (1 - _options.Loss));
        return _inBurst = _inBurst ? draw >= end : draw < begin;
    }

    private void Send(int slot, Instant at, double jitter)
    {
        var due = at + _options.Delay + new MediaTime((long)(_options.Jitter.Nanoseconds * jitter));
        if (!_options.Reorders && due < _lastDue) due = _lastDue;
        if (due > _lastDue) _lastDue = due;
        _underway.Enqueue(slot, (due.Nanoseconds, _order++));
    }

    private bool TryFill(ReadOnlySpan<byte> datagram, in NetworkPath path, out int slot)
    {
        if (datagram.Length > SlotSize || !_free.TryPop(out slot))
        {
            slot = -1;
            Overflowed++;
            return false;
        }

        datagram.CopyTo(_slots[slot] ??= new byte[SlotSize]);
        _lengths[slot] = datagram.Length;
        _paths[slot] = path;
        return true;
    }
}
