using System.Collections.Immutable;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Rooms;

/// <summary>Everything about one room.</summary>
internal sealed class Room(RoomId id, RoomSettings settings, RoomOptions options)
{
    private RoomSnapshot? _snapshot;
    private long _version;
    private long _hands;
    private long _messages;

    public RoomId Id { get; } = id;

    public RoomSettings Settings { get; set; } = settings;

    public RoomOptions Options { get; } = options;

    public bool IsRecording { get; set; }

    public bool MayUnmute { get; set; } = true;

    /// <summary>Longest present first.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>First come first.</summary>
    public List<Member> Waiting { get; } = [];

    /// <summary>Published or asked for, oldest first.</summary>
    public List<LiveStream> Streams { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<UserId> Blocked { get; } = [];

    public RoomExtraInfo? ExtraInfo { get; set; }

    public RoomRates Rates { get; } = new(options);

    public Queue<RoomMessage> Chat { get; } = [];

    public RoomTimes Times { get; } = new();

    public int ParticipantLimit => Settings.ParticipantLimit is var limit and > 0 ? limit : Options.MaxParticipants;

    public RoomStatus Status => new(
        Settings.IsLocked, Settings.HasWaitingRoom, Settings.Password is not null, ParticipantLimit, IsRecording, MayUnmute);

    /// <summary>The same object until <see cref="Touch"/>.</summary>
    public RoomSnapshot Snapshot => _snapshot ??= new RoomSnapshot(
        Id, _version, Status,
        [.. Members.Select(member => member.View)],
        [.. Streams.Where(stream => stream.IsListed).Select(stream => stream.View)],
        WaitingUsers, ExtraInfo);

    public ImmutableArray<WaitingUser> WaitingUsers => [.. Waiting.Select(member => new WaitingUser(member.User, member.Name))];

    public Member? Find(UserId user) => Members.Find(member => member.User == user);

    public Member? FindWaiting(UserId user) => Waiting.Find(member => member.User == user);

    /// <summary>To be called after any change that <see cref="Snapshot"/> shows.</summary>
    public void Touch()
    {
        _version++;
        _snapshot = null;
    }

    public long NextHand() => ++_hands;

    public long NextMessage() => ++_messages;

    /// <summary>The earliest time at which something happens by itself.</summary>
    public Instant NextDeadline()
    {
        var next = new Instant(long.MaxValue);
        foreach (var member in Members) next = Earliest(next, member);
        foreach (var member in Waiting) next = Min(next, member.GraceEnd);
        foreach (var stream in Streams)
        {
            if (stream.State == PublisherState.Publishing) continue;
            next = Min(next, stream.GiveUpAt);
            if (stream.IsListed) next = Min(next, stream.HideAt);
        }
        return Members.Count == 0 ? next : Min(next, Times.Next);
    }

    private static Instant Earliest(Instant next, Member member)
    {
        next = Min(next, member.GraceEnd);
        if (member.LevelWatch is { } watch && member.IsConnected) next = Min(next, watch.Next);
        foreach (var play in member.Plays)
            if (play.State == PlayerState.PlayRequesting) next = Min(next, play.GiveUpAt);
        return next;
    }

    private static Instant Min(Instant left, Instant right) => left < right ? left : right;
}
