using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Levels;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Quality;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Members;

/// <summary>Somebody in a room, or waiting for it.</summary>
internal sealed class Member(Room room, UserId user, UserName name, MemberRole role)
{
    private MemberView? _view;

    public Room Room { get; } = room;

    public UserId User { get; } = user;

    public UserName Name { get; } = name;

    public MemberRole Role { get; set; } = role;

    public SessionId Session { get; set; }

    /// <summary>The digest of what the client must show to come back; null when it cannot.</summary>
    public byte[]? ResumeDigest { get; init; }

    public bool NotifyUsers { get; init; }

    /// <summary>Watched over by the host program: no heartbeat, no chairman by seniority.</summary>
    public bool IsDevice { get; init; }

    /// <summary>At the door, and in none of the room's lists but that one.</summary>
    public bool IsWaiting { get; set; }

    public bool IsConnected { get; set; } = true;

    /// <summary>It said that it is about to close.</summary>
    public bool IsGoing { get; set; }

    /// <summary>When it goes if nothing is heard of it until then.</summary>
    public Instant GraceEnd { get; set; }

    public bool IsAudioMuted { get; set; }

    public bool IsVideoMuted { get; set; }

    /// <summary>Muted with everybody, and not allowed to change that.</summary>
    public bool IsHeldMuted { get; set; }

    public long Hand { get; set; }

    public List<LiveStream> Streams { get; } = [];

    public List<Playing> Plays { get; } = [];

    public LinkState Link { get; } = new();

    public LevelWatch? LevelWatch { get; set; }

    /// <summary>Broadcasts and chat of one user are at least this far apart (ZEGO: sendBroadcastMessage).</summary>
    public RateLimit Speech { get; } = new(1, MediaTime.FromMilliseconds(500));

    /// <summary>Changes of hand, microphone and camera: each goes to everybody, so a client in a loop must not flood the room.</summary>
    public RateLimit Gestures { get; } = RateLimit.PerSecond(10);

    public MemberView View => _view ??= new MemberView
    {
        User = User, Name = Name, Role = Role, IsConnected = IsConnected, IsAudioMuted = IsAudioMuted, IsVideoMuted = IsVideoMuted,
        Hand = Hand, Quality = Link.Level,
    };

    public UserInfo Info => new(User, Name, Role, IsAudioMuted, IsVideoMuted, Hand);

    /// <summary>To be called after any change that <see cref="View"/> shows.</summary>
    public void Touch()
    {
        _view = null;
        Room.Touch();
    }
}
