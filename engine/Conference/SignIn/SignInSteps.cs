using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>The way into a room, back into it, and out of it. Every change of place obeys <see cref="RoomStateTable"/>.</summary>
internal sealed class SignInSteps(ConnectionOptions options, List<ConnectionEffect> effects, StreamAttempts streams, Roster roster)
{
    private static readonly RoomError s_timedOut = new(
        RoomErrorCode.TimedOut, "", ZegoCode.LoginTimedOut, "the room does not answer; check the network");

    private static readonly RoomError s_expired = new(
        RoomErrorCode.TokenExpired, "token", ZegoCode.TokenExpired, "the token has run out; get a new one and enter again");

    private readonly TokenWatch _token = new(options.TokenNotice);
    private readonly Restarts _restarts = new(options);
    private UserId _user;
    private UserName _name;
    private Request _pending;
    private Instant? _answerBy;
    private Instant? _nextTry;
    private BackOff? _backOff;

    private enum Request
    {
        None,
        Login,
        Reconnect,
        Logout,
    }

    public RoomStateReason State { get; private set; } = RoomStateReason.Logout;

    public RoomId Room { get; private set; }

    public Instant? NextDeadline => new[] { _answerBy, _nextTry, _backOff?.GiveUpAt, _restarts.At, IsOut ? null : _token.NextDeadline }.Min();

    private bool IsOut => State == RoomStateReason.Logout;

    private bool IsIn => RoomStateTable.StateOf(State) == RoomState.Connected;

    public RoomError? MustBeInside() => IsIn || State == RoomStateReason.Reconnecting
        ? null
        : new RoomError(RoomErrorCode.NotLoggedIn, "", ZegoCode.NotLoggedIn, "you are in no room; enter one first");

    public RoomError? Enter(EnterRoom input, Instant now)
    {
        if (!IsOut) return new RoomError(RoomErrorCode.WrongState, "", 0, $"you are in {Room} or on the way; leave it first");
        if (!RoomId.TryParse(input.Room, out var room, out var error)) return error;
        if (!UserId.TryParse(input.User, out var user, out error) || !UserName.TryParse(input.Name, out var name, out error)) return error;
        (Room, _user, _name) = (room, user, name);
        _token.Set(input.Token);
        _restarts.Forget();
        Login(now);
        return null;
    }

    public RoomError? Leave(LeaveRoom input, Instant now)
    {
        if ((IsOut && _restarts.At is null) || Room.Value != input.Room)
            return new RoomError(RoomErrorCode.UnknownRoom, "roomId", ZegoCode.UnknownRoom, "you are not in that room");
        if (_pending == Request.Logout) return new RoomError(RoomErrorCode.WrongState, "", 0, "you are leaving already");
        _restarts.Forget();
        if (IsOut) return null;
        streams.EndAll();
        effects.Add(new SendLogout(Room));
        if (IsIn) Await(Request.Logout, now);
        else Fall(State == RoomStateReason.Logining ? RoomStateReason.LoginFailed : RoomStateReason.ReconnectFailed, null);
        return null;
    }

    public RoomError? Answered(RoomError? error, Instant now)
    {
        var request = _pending;
        if (request == Request.None) return new RoomError(RoomErrorCode.WrongState, "", 0, "an answer that nobody asked for");
        _pending = Request.None;
        _answerBy = null;
        if (request == Request.Logout) EndLogout(error);
        else if (error is null) Arrive(now);
        else if (State == RoomStateReason.Logining) FailLogin(error, now);
        else FailTry(error, request, now);
        return null;
    }

    public RoomError? Held()
    {
        if (_pending is not (Request.Login or Request.Reconnect)) return new RoomError(RoomErrorCode.WrongState, "", 0, "nothing was asked for");
        _answerBy = null;
        _nextTry = null;
        return null;
    }

    public RoomError? Lost(Instant now)
    {
        if (IsOut) return new RoomError(RoomErrorCode.WrongState, "", 0, "there is no connection to lose");
        if (_pending == Request.Logout) EndLogout(s_timedOut);
        else if (State == RoomStateReason.Logining) FailLogin(s_timedOut, now);
        else if (IsIn) BeginReconnect(now);
        else if (_pending != Request.None) FailTry(s_timedOut, Request.None, now);
        return null;
    }

    public RoomError? PutOut(RoomError error)
    {
        if (IsOut) return new RoomError(RoomErrorCode.WrongState, "", 0, "you are in no room");
        _restarts.Tell(error, effects);
        var why = IsIn ? RoomStateReason.KickOut : State == RoomStateReason.Logining ? RoomStateReason.LoginFailed : RoomStateReason.ReconnectFailed;
        Move(why, error);
        streams.EndAll(error);
        Out();
        return null;
    }

    public RoomError? Renewed(AccessToken token)
    {
        if (IsOut) return new RoomError(RoomErrorCode.WrongState, "token", 0, "you are in no room; enter with the new token");
        _token.Set(token);
        return null;
    }

    public void Advance(Instant now)
    {
        if (!IsOut && _token.Advance(now) is { } renew) effects.Add(renew);
        if (_backOff is { } backOff && backOff.GiveUpAt <= now) FailReconnect(s_timedOut, now);
        if (_answerBy <= now) Answered(s_timedOut, now);
        if (_nextTry <= now) TryAgain(now);
        if (_restarts.TryBegin(now)) Login(now);
    }

    private void Login(Instant now)
    {
        Move(RoomStateReason.Logining, null);
        if (_token.IsExpired(now))
        {
            FailLogin(s_expired, now);
            return;
        }
        effects.Add(new SendLogin(Room, _user, _name, _token.Token));
        Await(Request.Login, now);
    }

    private void Arrive(Instant now)
    {
        _backOff = null;
        _nextTry = null;
        Move(State == RoomStateReason.Logining ? RoomStateReason.Logined : RoomStateReason.Reconnected, null);
        foreach (var (stream, isPlayed) in _restarts.Succeed()) streams.Begin(stream, isPlayed, now);
    }

    private void FailLogin(RoomError error, Instant now)
    {
        _restarts.Tell(error, effects);
        Fall(RoomStateReason.LoginFailed, error);
        _restarts.Again(error, now);
    }

    private void BeginReconnect(Instant now)
    {
        Move(RoomStateReason.Reconnecting, new RoomError(RoomErrorCode.TimedOut, "", ZegoCode.Reconnecting, "the connection is gone; trying again"));
        _backOff = new BackOff(options.FirstPause, options.LongestPause, options.RoomRetryTime, now);
        TryAgain(now);
    }

    private void TryAgain(Instant now)
    {
        _nextTry = null;
        if (_token.IsExpired(now))
        {
            FailReconnect(s_expired, now);
            return;
        }
        effects.Add(new SendReconnect(Room));
        Await(Request.Reconnect, now);
    }

    // The server forgot the session: from its side it is a new one, from ours the same stay in the room.
    private void FailTry(RoomError error, Request request, Instant now)
    {
        _pending = Request.None;
        _answerBy = null;
        if (request == Request.Reconnect && error.Code is RoomErrorCode.CannotResume or RoomErrorCode.NotLoggedIn)
        {
            effects.Add(new SendLogin(Room, _user, _name, _token.Token));
            Await(Request.Login, now);
        }
        else if (RoomStateTable.IsFinal(error.Code))
        {
            FailReconnect(error, now);
        }
        else
        {
            _nextTry = _backOff!.Next(now);
        }
    }

    private void FailReconnect(RoomError error, Instant now)
    {
        _restarts.Tell(error, effects);
        _restarts.Remember(streams.Wanted);
        Move(RoomStateReason.ReconnectFailed, error);
        streams.EndAll(error);
        Out();
        _restarts.Again(error, now);
    }

    private void EndLogout(RoomError? error)
    {
        if (error is not null) Move(RoomStateReason.LogoutFailed, error);
        Out();
    }

    private void Fall(RoomStateReason reason, RoomError? error)
    {
        Move(reason, error);
        Out();
    }

    private void Out()
    {
        Move(RoomStateReason.Logout, null);
        roster.Clear();
        _pending = Request.None;
        (_answerBy, _nextTry, _backOff) = (null, null, null);
    }

    private void Await(Request request, Instant now)
    {
        _pending = request;
        _answerBy = now + options.AnswerTime;
    }

    private void Move(RoomStateReason reason, RoomError? error)
    {
        if (!RoomStateTable.Allows(State, reason)) throw new InvalidOperationException($"{State} is not followed by {reason}.");
        State = reason;
        effects.Add(new StateChanged(Room, reason, error));
    }
}
