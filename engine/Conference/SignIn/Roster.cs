using System.Collections.Immutable;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.SignIn;

/// <summary>The users and streams a participant knows of, kept up from a full list and the changes after it. What is added twice is there
/// once; what is not there cannot be deleted.</summary>
public sealed class Roster
{
    /// <summary>Entries of a list beyond this many are ignored, whatever a server says.</summary>
    public const int MaxEntries = 4096;

    private readonly KeyedList<UserId, UserInfo> _users = new(user => user.User);
    private readonly KeyedList<StreamId, StreamInfo> _streams = new(stream => stream.Stream);

    /// <summary>Everybody else, in the order they came.</summary>
    public IReadOnlyList<UserInfo> Users => _users.Items;

    /// <summary>All streams of others, in the order they came.</summary>
    public IReadOnlyList<StreamInfo> Streams => _streams.Items;

    /// <summary>Takes in a change, and says what is really new and really gone.</summary>
    public RosterChange<UserInfo> Apply(UserUpdate update) => _users.Apply(update.Type, update.Users, update.IsFull);

    /// <summary>Takes in a change, and says what is really new and really gone.</summary>
    public RosterChange<StreamInfo> Apply(StreamUpdate update) => _streams.Apply(update.Type, update.Streams, update.IsFull);

    /// <summary>Takes in a user's new look; somebody unknown is the receiver itself, and ignored.</summary>
    public void Apply(UserChanged change) => _users.Replace(change.User);

    /// <summary>Takes in a stream's new note.</summary>
    public void Apply(StreamExtraInfoChanged change) => _streams.Replace(change.Stream);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _users.Clear();
        _streams.Clear();
    }
}

/// <summary>What a list lost and won by an update.</summary>
/// <param name="Gone">In the list before, not now; with what the update said of them.</param>
/// <param name="New">In the list now, not before.</param>
public sealed record RosterChange<T>(ImmutableArray<T> Gone, ImmutableArray<T> New);
