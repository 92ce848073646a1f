using ConfEngine.Transport.Peers;

namespace ConfEngine.TestKit.Media;

/// <summary>A machine with a <see cref="MediaNode"/>: a server, or a client of one.</summary>
public sealed class MediaHost : WorldHost, IDisposable
{
    private long _peers;

    private MediaHost(MediaWorld world, MediaNode node, RecordedEvents events)
        : base(world, node)
    {
        Node = node;
        Events = events;
    }

    /// <summary>The node.</summary>
    public MediaNode Node { get; }

    /// <summary>What it told.</summary>
    public RecordedEvents Events { get; }

    /// <summary>Makes one.</summary>
    public static MediaHost Add(MediaWorld world, MediaNodeOptions? options = null)
    {
        var events = new RecordedEvents();
        return new MediaHost(world, new MediaNode(options ?? new MediaNodeOptions(), events, world.Random), events);
    }

    /// <summary>A number that no peer of this node had.</summary>
    public PeerId NextPeer() => new(++_peers);

    /// <inheritdoc/>
    public void Dispose() => Node.Dispose();
}
