using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Handshake;
using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Calls;

/// <summary>The calls of one connection: those that wait for their turn, and those that the plugin has. Its owner guards it.</summary>
internal sealed class CallTable
{
    /// <summary>The most calls that wait.</summary>
    public const int Capacity = 256;

    private readonly List<Attempt> _waiting = [];
    private readonly Dictionary<uint, Attempt> _sent = [];
    private CallPacing? _pacing;
    private int _mostSent = 1;
    private int _paced;
    private uint _lastId;
    private bool _hasWrapped;

    /// <summary>Whether nothing waits and the plugin has nothing.</summary>
    public bool IsEmpty => _waiting.Count == 0 && _sent.Count == 0;

    /// <summary>Calls the plugin has, those included that nobody waits for any more.</summary>
    public int Sent => _sent.Count;

    public bool IsFull => _waiting.Count >= Capacity;

    public void Configure(PluginLimits limits)
    {
        _mostSent = limits.Calls == CallOrder.Serial ? 1 : limits.MaxParallel;
        _pacing = limits.CallsPerSecond > 0 ? new CallPacing(limits.CallsPerSecond) : null;
    }

    public void Wait(Attempt attempt)
    {
        attempt.State = AttemptState.Waiting;
        _waiting.Add(attempt);
    }

    /// <summary>Takes the next call whose turn it is.</summary>
    /// <param name="now">The time.</param>
    /// <param name="next">The call.</param>
    /// <param name="paceAt">When to ask again because of pacing; null when it is not pacing that holds calls back.</param>
    public bool TryTakeNext(Instant now, [NotNullWhen(true)] out Attempt? next, out Instant? paceAt)
    {
        next = null;
        paceAt = null;
        if (_waiting.Count == 0 || _paced >= _mostSent) return false;
        if (_pacing is not null && !_pacing.TryTake(now, out var at))
        {
            paceAt = at;
            return false;
        }

        next = _waiting[0];
        _waiting.RemoveAt(0);
        return true;
    }

    /// <summary>Gives a call the next id and notes that the plugin has it.</summary>
    public uint Register(Attempt attempt)
    {
        do
        {
            _hasWrapped |= _lastId == uint.MaxValue;
            _lastId = _lastId == uint.MaxValue ? 1 : _lastId + 1;
        }
        while (_sent.ContainsKey(_lastId));
        (attempt.Id, attempt.State) = (_lastId, AttemptState.Sent);
        _sent.Add(_lastId, attempt);
        if (!attempt.IsUrgent) _paced++;
        return _lastId;
    }

    /// <summary>Whether the id has been given before.</summary>
    public bool WasAsked(uint id) => id <= _lastId || _hasWrapped;

    /// <summary>Takes the call out that was answered.</summary>
    public bool TryRemove(uint id, [NotNullWhen(true)] out Attempt? attempt)
    {
        if (!_sent.Remove(id, out attempt)) return false;
        if (!attempt.IsUrgent) _paced--;
        return true;
    }

    /// <summary>Takes a call out of the queue.</summary>
    public bool RemoveWaiting(Attempt attempt) => _waiting.Remove(attempt);

    /// <summary>Takes everything out of the queue.</summary>
    public Attempt[] TakeWaiting()
    {
        Attempt[] all = [.. _waiting];
        _waiting.Clear();
        return all;
    }

    /// <summary>Takes out what the plugin has.</summary>
    public Attempt[] TakeSent()
    {
        Attempt[] all = [.. _sent.Values];
        _sent.Clear();
        _paced = 0;
        return all;
    }

    /// <summary>What the plugin has, as it is now.</summary>
    public Attempt[] CopySent() => [.. _sent.Values];

    /// <summary>Finds a call whose time is over: in the queue or sent with its deadline passed, or withdrawn with its grace passed.</summary>
    public bool TryFindOverdue(Instant now, [NotNullWhen(true)] out Attempt? overdue)
    {
        foreach (var attempt in _waiting)
            if (attempt.Deadline <= now) return (overdue = attempt) is not null;
        foreach (var attempt in _sent.Values)
            if (DueAt(attempt) <= now) return (overdue = attempt) is not null;
        overdue = null;
        return false;
    }

    /// <summary>When the next call's time is over.</summary>
    public Instant? NextDue()
    {
        Instant? next = null;
        foreach (var attempt in _waiting) next = Earlier(next, attempt.Deadline);
        foreach (var attempt in _sent.Values) next = Earlier(next, DueAt(attempt));
        return next;
    }

    private static Instant DueAt(Attempt attempt) => attempt.State == AttemptState.Withdrawn ? attempt.GraceEnds : attempt.Deadline;

    private static Instant Earlier(Instant? left, Instant right) => left is { } at && at < right ? at : right;
}
