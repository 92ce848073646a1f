using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>Beginning everything anew after the last failure: with a pause, a few times, and with one message to the user for all of it.</summary>
internal sealed class Restarts(ConnectionOptions options)
{
    private static readonly MediaTime s_shortest = MediaTime.FromSeconds(3);
    private readonly List<(StreamId Stream, bool IsPlayed)> _wanted = [];
    private int _left;
    private bool _isActive;
    private bool _isTold;

    public Instant? At { get; private set; }

    public void Forget()
    {
        At = null;
        _wanted.Clear();
        (_isActive, _isTold) = (false, false);
    }

    /// <summary>The streams to begin again once inside.</summary>
    public void Remember(IEnumerable<(StreamId Stream, bool IsPlayed)> wanted)
    {
        if (_isActive) return;
        _isActive = true;
        _left = options.Restarts;
        _wanted.AddRange(wanted);
    }

    /// <summary>Only after a stay in the room: a first sign-in that fails is the user's to repeat.</summary>
    public void Again(RoomError error, Instant now)
    {
        if (!_isActive) return;
        if (_left <= 0 || RoomStateTable.IsFinal(error.Code))
        {
            Forget();
            return;
        }
        _left--;
        At = now + (options.RestartPause < s_shortest ? s_shortest : options.RestartPause);
    }

    public bool TryBegin(Instant now)
    {
        if (At is not { } at || at > now) return false;
        At = null;
        return true;
    }

    public (StreamId Stream, bool IsPlayed)[] Succeed()
    {
        var wanted = _wanted.ToArray();
        Forget();
        return wanted;
    }

    public void Tell(RoomError error, List<ConnectionEffect> effects)
    {
        if (!_isTold) effects.Add(new TellUser(error));
        _isTold = true;
    }
}
