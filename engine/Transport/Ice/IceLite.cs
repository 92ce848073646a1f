using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Stun;

namespace ConfEngine.Transport.Ice;

/// <summary>The lite side of ICE (RFC 8445, section 2.5): a server with known addresses that only answers checks and lets the peer nominate.
/// It never asks for consent itself; whatever the peer authenticates counts as a sign of life (RFC 7675, section 5.1, and what peers do: one
/// sends a check only every four seconds).</summary>
public sealed class IceLite : IIceAgent
{
    private const int MaxPaths = 16;
    private static readonly MediaTime Silent = MediaTime.FromSeconds(7);
    private static readonly MediaTime Gone = MediaTime.FromSeconds(30);
    private static readonly MediaTime PathStale = MediaTime.FromSeconds(3);

    private readonly StunResponder _responder;
    private readonly List<ValidatedPath> _paths = [];
    private ValidatedPath? _selected;
    private Instant _lastAlive;
    private bool _started;
    private long _requests;
    private long _refused;

    /// <summary>A session.</summary>
    /// <param name="local">What the answer carries.</param>
    /// <param name="outgoing">Where responses go.</param>
    public IceLite(IceCredentials local, DatagramQueue outgoing)
    {
        _responder = new StunResponder(local, outgoing);
    }

    /// <inheritdoc/>
    public IceState State { get; private set; }

    /// <inheritdoc/>
    public NetworkPath? Selected => _selected?.Path;

    /// <inheritdoc/>
    public IceCounters Counters => new(_requests, _refused);

    /// <inheritdoc/>
    public Instant? NextDeadline => !_started || State == IceState.Failed ? null
        : State == IceState.Connected ? _lastAlive + Silent : _lastAlive + Gone;

    /// <inheritdoc/>
    public void Start(Instant now)
    {
        if (_started) return;
        _started = true;
        _lastAlive = now;
    }

    /// <inheritdoc/>
    public void OnStun(ReadOnlySpan<byte> datagram, in NetworkPath path, Instant now)
    {
        var isStun = StunMessage.TryParse(datagram, out var message);
        // A keep-alive that wants no answer and proves nothing.
        if (isStun && message.Type == StunMessageType.BindingIndication) return;
        // A lite agent sends no requests, so a response is never wanted.
        if (!isStun || message.Type != StunMessageType.BindingRequest
            || State == IceState.Failed || !_responder.TryAccept(message, path, out var priority))
        {
            _refused++;
            return;
        }

        if (message.TryGet(StunAttribute.IceControlled, out _))
        {
            // Lite against full: the full side controls (RFC 8445, section 6.1.1).
            _responder.RefuseRole(message, path);
            return;
        }

        _requests++;
        Start(now);
        _responder.Confirm(message, path);
        var validated = Remember(path, priority, now);
        if (message.TryGet(StunAttribute.UseCandidate, out _)) Nominate(validated, now);
        Revive(now);
    }

    /// <inheritdoc/>
    public void OnAuthentic(in NetworkPath path, Instant now)
    {
        if (State == IceState.Failed || Find(path) is not { } validated) return;
        validated.LastAlive = now;
        Revive(now);
    }

    /// <inheritdoc/>
    public bool IsValidated(in NetworkPath path) => Find(path) is not null;

    /// <inheritdoc/>
    public void OnTimer(Instant now)
    {
        if (!_started || State == IceState.Failed) return;
        if (now - _lastAlive >= Gone) State = IceState.Failed;
        else if (State == IceState.Connected && now - _lastAlive >= Silent) State = IceState.Disconnected;
    }

    // A peer may nominate several pairs (aggressive nomination): the best one counts, unless it has gone quiet.
    private void Nominate(ValidatedPath path, Instant now)
    {
        if (_selected is null || path.Priority >= _selected.Priority || now - _selected.LastAlive > PathStale) _selected = path;
    }

    private void Revive(Instant now)
    {
        _lastAlive = now;
        if (_selected is not null) State = IceState.Connected;
    }

    private ValidatedPath Remember(in NetworkPath path, uint priority, Instant now)
    {
        var known = Find(path);
        if (known is null)
        {
            if (_paths.Count == MaxPaths) ForgetOldest();
            known = new ValidatedPath(path);
            _paths.Add(known);
        }

        known.Priority = priority;
        known.LastAlive = now;
        return known;
    }

    private void ForgetOldest()
    {
        ValidatedPath? oldest = null;
        foreach (var path in _paths)
            if (path != _selected && (oldest is null || path.LastAlive < oldest.LastAlive))
                oldest = path;
        _paths.Remove(oldest!);
    }

    private ValidatedPath? Find(in NetworkPath path)
    {
        foreach (var candidate in _paths)
            if (candidate.Path == path)
                return candidate;
        return null;
    }

    private sealed class ValidatedPath(NetworkPath path)
    {
        public NetworkPath Path { get; } = path;

        public uint Priority { get; set; }

        public Instant LastAlive { get; set; }
    }
}
