using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Stun;

namespace ConfEngine.Transport.Ice;

/// <summary>The full side of ICE (RFC 8445) for our own clients: host candidates, paced checks, regular nomination, consent by a check about
/// every five seconds (RFC 7675). It controls unless the peer does too and has the larger tie-breaker.</summary>
public sealed class IceClient : IIceAgent
{
    private const int MaxPairs = 64;
    private const int MaxTries = 7;
    private static readonly MediaTime Pace = MediaTime.FromMilliseconds(50);
    // The RFC's 500 ms is for the open Internet; a person is waiting, and a check is 100 bytes.
    private static readonly MediaTime FirstRetry = MediaTime.FromMilliseconds(250);
    private static readonly MediaTime NominationPatience = MediaTime.FromMilliseconds(200);
    private static readonly MediaTime ConsentInterval = MediaTime.FromSeconds(5);
    private static readonly MediaTime Silent = MediaTime.FromSeconds(7);
    private static readonly MediaTime Gone = MediaTime.FromSeconds(30);

    private readonly IceCredentials _remote;
    private readonly IRandomSource _random;
    private readonly DatagramQueue _outgoing;
    private readonly StunResponder _responder;
    private readonly string _user;
    private readonly IReadOnlyList<UdpAddress> _sockets;
    private readonly int _firstSocket;
    private readonly List<CandidatePair> _pairs = [];
    private readonly byte[] _consentId = new byte[CandidatePair.TransactionIdSize];
    private readonly ulong _tieBreaker;
    private CandidatePair? _selected;
    private bool _isControlling = true;
    private bool _started;
    private Instant _nextCheck;
    private Instant? _nominateAt;
    private Instant _nextConsent;
    private Instant _lastAlive;
    private long _requests;
    private long _refused;

    /// <summary>A session towards one peer.</summary>
    /// <param name="local">What our offer carries.</param>
    /// <param name="remote">What the answer carried.</param>
    /// <param name="sockets">Where our sockets are bound.</param>
    /// <param name="random">Transaction ids, tie-breaker, spread of the consent checks.</param>
    /// <param name="outgoing">Where checks and responses go.</param>
    /// <param name="firstSocket">The index of the first of the sockets; the others follow.</param>
    public IceClient(
        IceCredentials local, IceCredentials remote, IReadOnlyList<UdpAddress> sockets, IRandomSource random, DatagramQueue outgoing,
        int firstSocket = 0)
    {
        _firstSocket = firstSocket;
        _remote = remote;
        _random = random;
        _outgoing = outgoing;
        _sockets = sockets;
        _responder = new StunResponder(local, outgoing);
        _user = remote.Ufrag + ":" + local.Ufrag;
        _tieBreaker = NextRandom();
    }

    /// <inheritdoc/>
    public IceState State { get; private set; }

    /// <inheritdoc/>
    public NetworkPath? Selected => _selected?.Path;

    /// <inheritdoc/>
    public IceCounters Counters => new(_requests, _refused);

    /// <inheritdoc/>
    public Instant? NextDeadline
    {
        get
        {
            if (!_started || State == IceState.Failed) return null;
            var next = _lastAlive + (State == IceState.Connected ? Silent : Gone);
            if (_selected is not null && _nextConsent < next) next = _nextConsent;
            if (_nominateAt is { } nominate && nominate < next) next = nominate;
            foreach (var pair in _pairs)
            {
                if (pair.State == PairState.InProgress && pair.RetryAt < next) next = pair.RetryAt;
                if (pair.State == PairState.Waiting && _nextCheck < next) next = _nextCheck;
            }

            return next;
        }
    }

    /// <summary>Adds one of the peer's addresses; it is paired with every socket of the same family. False when the check list is full.</summary>
    public bool AddRemote(IceCandidate candidate)
    {
        for (var socket = 0; socket < _sockets.Count; socket++)
        {
            if (_sockets[socket].IsV6 != candidate.Address.IsV6) continue;
            var path = new NetworkPath(_firstSocket + socket, candidate.Address);
            if (Find(path) is not null) continue;
            if (_pairs.Count == MaxPairs) return false;
            var local = IceCandidate.Host(socket, _sockets[socket]).Priority;
            _pairs.Add(new CandidatePair(path, CandidatePair.MakePriority(local, candidate.Priority)));
        }

        return true;
    }

    /// <inheritdoc/>
    public void Start(Instant now)
    {
        if (_started) return;
        _started = true;
        _lastAlive = now;
        _nextCheck = now;
        OnTimer(now);
    }

    /// <inheritdoc/>
    public void OnStun(ReadOnlySpan<byte> datagram, in NetworkPath path, Instant now)
    {
        var accepted = State != IceState.Failed && StunMessage.TryParse(datagram, out var message) && message.Type switch
        {
            StunMessageType.BindingRequest => OnRequest(message, path, now),
            StunMessageType.BindingIndication => true,
            StunMessageType.BindingSuccess or StunMessageType.BindingError => OnResponse(message, path, now),
            _ => false,
        };
        if (!accepted) _refused++;
    }

    /// <inheritdoc/>
    public void OnAuthentic(in NetworkPath path, Instant now)
    {
        if (State != IceState.Failed && IsValidated(path)) Revive(now);
    }

    /// <inheritdoc/>
    public bool IsValidated(in NetworkPath path) => Find(path) is { State: PairState.Succeeded } || _selected?.Path == path;

    /// <inheritdoc/>
    public void OnTimer(Instant now)
    {
        if (!_started || State == IceState.Failed) return;
        if (now - _lastAlive >= Gone)
        {
            State = IceState.Failed;
            return;
        }

        if (State == IceState.Connected && now - _lastAlive >= Silent) LookForAnotherPath(now);
        RepeatChecks(now);
        if (now >= _nextCheck && PickPair() is { } pair)
        {
            StartCheck(pair, nominate: false, now);
            _nextCheck = now + Pace;
        }

        if (_nominateAt is { } nominateAt && now >= nominateAt) NominateBest(now);
        if (_selected is not null && now >= _nextConsent) SendConsent(now);
    }

    private bool OnRequest(in StunMessage request, in NetworkPath path, Instant now)
    {
        if (!_responder.TryAccept(request, path, out var priority)) return false;
        if (!AgreeOnRoles(request))
        {
            _responder.RefuseRole(request, path);
            return true;
        }

        _requests++;
        _responder.Confirm(request, path);
        Revive(now);
        var pair = Find(path);
        if (pair is null)
        {
            if (!AddRemote(new IceCandidate("prflx", priority, path.Remote, "prflx")) || (pair = Find(path)) is null) return true;
        }

        if (request.TryGet(StunAttribute.UseCandidate, out _) && !_isControlling) pair.IsNominatedByPeer = true;
        if (pair.State == PairState.Succeeded) SelectNominated(pair, now);
        else pair.IsTriggered = true;
        if (pair.State == PairState.Failed) pair.State = PairState.Waiting;
        return true;
    }

    // RFC 8445, section 7.3.1.1. False: the peer has to change its role.
    private bool AgreeOnRoles(in StunMessage request)
    {
        if (_isControlling && request.TryGetUInt64(StunAttribute.IceControlling, out var theirs))
        {
            if (_tieBreaker >= theirs) return false;
            _isControlling = false;
        }
        else if (!_isControlling && request.TryGetUInt64(StunAttribute.IceControlled, out theirs))
        {
            if (_tieBreaker < theirs) return false;
            _isControlling = true;
        }

        return true;
    }

    private bool OnResponse(in StunMessage response, in NetworkPath path, Instant now)
    {
        // Whoever cannot sign says nothing, not even an error.
        if (!response.IsAuthentic(_remote.PasswordBytes)) return false;
        if (_selected is not null && _selected.Path == path && response.TransactionId.SequenceEqual(_consentId))
        {
            if (response.Type == StunMessageType.BindingSuccess) Revive(now);
            return true;
        }

        var pair = Find(path);
        if (pair is not { State: PairState.InProgress } || !response.TransactionId.SequenceEqual(pair.TransactionId)) return false;
        if (response.Type == StunMessageType.BindingSuccess)
        {
            OnCheckSucceeded(pair, now);
            return true;
        }

        var isRoleConflict = response.TryGetErrorCode(out var code) && code == 487;
        if (isRoleConflict) _isControlling = !_isControlling;
        pair.State = isRoleConflict ? PairState.Waiting : PairState.Failed;
        return true;
    }

    private void OnCheckSucceeded(CandidatePair pair, Instant now)
    {
        var wasNominating = pair.IsNominating;
        pair.State = PairState.Succeeded;
        pair.IsNominating = false;
        if (wasNominating || pair.IsNominatedByPeer) Select(pair, now);
        else if (_isControlling && State != IceState.Connected) ScheduleNomination(pair, now);
        Revive(now);
    }

    private void ScheduleNomination(CandidatePair pair, Instant now)
    {
        var isBest = true;
        foreach (var other in _pairs) isBest &= other.Priority <= pair.Priority || other.State == PairState.Failed;
        if (isBest) NominateBest(now);
        else _nominateAt ??= now + NominationPatience;
    }

    private void NominateBest(Instant now)
    {
        _nominateAt = null;
        CandidatePair? best = null;
        foreach (var pair in _pairs)
            if (pair.State == PairState.Succeeded && (best is null || pair.Priority > best.Priority))
                best = pair;
        if (best is not null) StartCheck(best, nominate: true, now);
    }

    private void SelectNominated(CandidatePair pair, Instant now)
    {
        if (pair.IsNominatedByPeer && _selected != pair) Select(pair, now);
    }

    private void Select(CandidatePair pair, Instant now)
    {
        _selected = pair;
        _nominateAt = null;
        _nextConsent = now + ConsentInterval;
        // The others need no more checks; they are taken up again when this path falls silent.
        foreach (var other in _pairs)
            if (other.State is PairState.Waiting or PairState.InProgress)
                other.State = PairState.Failed;
    }

    private void Revive(Instant now)
    {
        _lastAlive = now;
        if (_selected is not null) State = IceState.Connected;
    }

    private void LookForAnotherPath(Instant now)
    {
        State = IceState.Disconnected;
        _nextCheck = now;
        foreach (var pair in _pairs) pair.State = PairState.Waiting;
    }

    private void RepeatChecks(Instant now)
    {
        foreach (var pair in _pairs)
        {
            if (pair.State != PairState.InProgress || now < pair.RetryAt) continue;
            if (pair.Tries == MaxTries)
            {
                pair.State = PairState.Failed;
                pair.IsNominating = false;
                if (_selected is null && _isControlling) NominateBest(now);
                return;
            }

            SendCheck(pair.Path, pair.TransactionId, pair.IsNominating);
            pair.RetryAt = now + FirstRetry * (1L << Math.Min(pair.Tries, 4));
            pair.Tries++;
        }
    }

    private CandidatePair? PickPair()
    {
        CandidatePair? best = null;
        foreach (var pair in _pairs)
        {
            if (pair.State != PairState.Waiting) continue;
            if (best is null || (pair.IsTriggered, pair.Priority).CompareTo((best.IsTriggered, best.Priority)) > 0) best = pair;
        }

        return best;
    }

    private void StartCheck(CandidatePair pair, bool nominate, Instant now)
    {
        _random.Fill(pair.TransactionId);
        pair.State = PairState.InProgress;
        pair.IsTriggered = false;
        pair.IsNominating = nominate;
        pair.Tries = 1;
        pair.RetryAt = now + FirstRetry;
        SendCheck(pair.Path, pair.TransactionId, nominate);
    }

    private void SendConsent(Instant now)
    {
        _random.Fill(_consentId);
        // Spread by a fifth either way, so that peers do not fall into step (RFC 7675, section 5.1).
        _nextConsent = now + new MediaTime(ConsentInterval.Nanoseconds / 10 * (long)(8 + NextRandom() % 5));
        SendCheck(_selected!.Path, _consentId, nominate: _isControlling);
    }

    private void SendCheck(in NetworkPath path, ReadOnlySpan<byte> transactionId, bool nominate)
    {
        if (!_outgoing.TryReserve(out var slot)) return;
        var writer = new StunWriter(slot, StunMessageType.BindingRequest, transactionId);
        writer.AddText(StunAttribute.Username, _user);
        writer.AddUInt64(_isControlling ? StunAttribute.IceControlling : StunAttribute.IceControlled, _tieBreaker);
        if (nominate) writer.Add(StunAttribute.UseCandidate, []);
        writer.AddUInt32(StunAttribute.Priority, IceCandidate.PeerReflexivePriority(path.Socket - _firstSocket));
        _outgoing.Commit(writer.Finish(_remote.PasswordBytes), path);
    }

    private CandidatePair? Find(in NetworkPath path)
    {
        foreach (var pair in _pairs)
            if (pair.Path == path)
                return pair;
        return null;
    }

    private ulong NextRandom()
    {
        Span<byte> bytes = stackalloc byte[8];
        _random.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
