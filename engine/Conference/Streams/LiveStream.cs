using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Quality;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Streams;

/// <summary>A stream somebody publishes, or asked to.</summary>
internal sealed class LiveStream(StreamId id, Member owner, StreamKind kind)
{
    public StreamId Id { get; } = id;

    public Member Owner { get; } = owner;

    public StreamKind Kind { get; } = kind;

    public PublisherState State { get; set; } = PublisherState.PublishRequesting;

    /// <summary>The others know of it.</summary>
    public bool IsListed { get; set; }

    public string ExtraInfo { get; set; } = "";

    /// <summary>When the others are told that it is gone; only while it brings no media.</summary>
    public Instant HideAt { get; set; }

    /// <summary>When the attempt ends; only while it brings no media.</summary>
    public Instant GiveUpAt { get; set; }

    public StreamFigures? Figures { get; set; }

    public double Level { get; set; }

    public bool IsSpeech { get; set; }

    public StreamInfo Info => new(Id, Owner.User, Kind, ExtraInfo);

    public StreamView View => new(Id, Owner.User, Kind, State, ExtraInfo);
}
