using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Levels;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Quality;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Rooms;

/// <summary>All rooms of this process as one state machine: inputs and the time go in, effects come out, and nothing else happens. One thread
/// owns it.</summary>
public sealed partial class RoomHost
{
    private readonly Hall _hall;
    private Instant? _due;
    private bool _isDueKnown = true;

    /// <summary>No rooms yet. Throws <see cref="ArgumentOutOfRangeException"/> for options that no room could work with.</summary>
    public RoomHost(RoomOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _hall = new Hall(options);
    }

    /// <summary>The rooms there are.</summary>
    public IReadOnlyCollection<RoomId> Rooms => _hall.Rooms.Keys;

    /// <summary>When <see cref="Advance"/> has to be called next at the latest; null for never. Signs of life put things off without moving
    /// it, so a call may find nothing to do.</summary>
    public Instant? NextDeadline
    {
        get
        {
            if (!_isDueKnown) _due = FindDue();
            _isDueKnown = true;
            return _due;
        }
    }

    /// <summary>The room as it is now; the same object as before when nothing changed.</summary>
    public bool TryGetSnapshot(RoomId room, [NotNullWhen(true)] out RoomSnapshot? snapshot)
    {
        snapshot = _hall.Rooms.TryGetValue(room, out var found) ? found.Snapshot : null;
        return snapshot is not null;
    }

    /// <summary>Does what was due until <paramref name="now"/>, then takes <paramref name="input"/> in. A refused input changes nothing, and its
    /// only effect is <see cref="Refused"/>; effects of what was due may come before it. Time never runs backwards: an earlier
    /// <paramref name="now"/> counts as the latest one seen.</summary>
    public ImmutableArray<RoomEffect> Handle(RoomInput input, Instant now)
    {
        ArgumentNullException.ThrowIfNull(input);
        Run(now);
        var before = _hall.Effects.Count;
        var error = Take(input);
        // Figures and heartbeats come hundreds of times a second and make nothing due earlier.
        if (input is not (SoundMeasured or LinkMeasured or PublishMeasured or PlayMeasured or Heartbeat)) _isDueKnown = false;
        if (error is not null)
        {
            if (_hall.Effects.Count != before) throw new InvalidOperationException($"{input.GetType().Name} was refused after it had effects.");
            _hall.Effects.Add(new Refused(error));
        }
        return Drain();
    }

    /// <summary>Does what was due until <paramref name="now"/>.</summary>
    public ImmutableArray<RoomEffect> Advance(Instant now)
    {
        Run(now);
        return Drain();
    }

    private void Run(Instant now)
    {
        if (now > _hall.Now) _hall.Now = now;
        if (NextDeadline is not { } due || due > _hall.Now) return;
        foreach (var room in _hall.Rooms.Values.ToArray()) RoomTimer.Run(_hall, room);
        _isDueKnown = false;
    }

    private Instant? FindDue()
    {
        var next = new Instant(long.MaxValue);
        foreach (var room in _hall.Rooms.Values)
            if (room.NextDeadline() is var due && due < next) next = due;
        return next.Nanoseconds == long.MaxValue ? null : next;
    }

    private ImmutableArray<RoomEffect> Drain()
    {
        ImmutableArray<RoomEffect> effects = [.. _hall.Effects];
        _hall.Effects.Clear();
        return effects;
    }

    private RoomError? Take(RoomInput input) => input switch
    {
        SessionInput from => TakeFrom(from),
        OpenRoom open => RoomLife.Open(_hall, open),
        StreamStarted started => Publishing.Started(_hall, started),
        StreamInterrupted interrupted => Publishing.Interrupted(_hall, interrupted),
        SoundMeasured measured => SoundLevelReports.Measured(_hall, measured),
        _ => throw new ArgumentException($"{input.GetType().Name} is no input that rooms know.", nameof(input)),
    };

    private RoomError? TakeFrom(SessionInput input)
    {
        var error = input switch
        {
            Login login => SigningIn.Login(_hall, login),
            Reconnect reconnect => Resuming.Reconnect(_hall, reconnect),
            Logout logout => Leaving.Logout(_hall, logout),
            Dropped dropped => Resuming.Dropped(_hall, dropped),
            Heartbeat heartbeat => Resuming.Heartbeat(_hall, heartbeat),
            CloseRoom close => RoomLife.Close(_hall, close),
            ModerationInput moderation => Moderating.Take(_hall, moderation),
            _ => TakeFromMember(input),
        };
        if (error is null && input is not (Login or Reconnect or Dropped)) Resuming.Heard(_hall, input.Session);
        return error;
    }

    private RoomError? TakeFromMember(SessionInput input)
    {
        if (!_hall.TryMember(input.Session, out var member, out var error)) return error;
        if (!member.IsConnected) return new RoomError(RoomErrorCode.WrongState, "", 0, "this session's connection was lost; reconnect first");
        return input switch
        {
            Publish publish => Publishing.Publish(_hall, member, publish),
            StopPublishing stop => Publishing.Stop(_hall, member, stop),
            SetStreamExtraInfo info => Publishing.SetExtraInfo(_hall, member, info),
            Play play => PlayingRules.Play(_hall, member, play),
            StopPlaying stop => PlayingRules.Stop(_hall, member, stop),
            SetMuted mute => Presence.SetMuted(_hall, member, mute),
            RaiseHand raise => Presence.RaiseHand(_hall, member, raise),
            SendBroadcast or SendBarrage or SendCustom or SendChat => Messaging.Send(_hall, member, input),
            SetRoomExtraInfo info => Messaging.SetRoomExtraInfo(_hall, member, info),
            StartSoundLevels start => SoundLevelReports.Start(_hall, member, start),
            StopSoundLevels => SoundLevelReports.Stop(member),
            LinkMeasured link => QualityReports.Link(member, link),
            PublishMeasured measured => QualityReports.Published(member, measured),
            PlayMeasured measured => QualityReports.Played(member, measured),
            _ => throw new ArgumentException($"{input.GetType().Name} is no input that rooms know.", nameof(input)),
        };
    }
}
