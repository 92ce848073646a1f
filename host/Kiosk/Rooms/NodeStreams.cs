using ConfEngine.Runtime.Live;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>The streams of a media node, for the wall: what it asks is done on the network thread.</summary>
internal sealed class NodeStreams(MediaNode node) : IStreamWatch
{
    // The wall asks a few times when somebody comes or goes; a node so far behind is dead.
    public void Watch(StreamKey stream, IStreamSink sink)
    {
        if (!node.Post(on => on.Watch(stream, sink))) throw new InvalidOperationException("the network thread takes no more work");
    }

    // A node that has closed before the wall hands nothing over any more.
    public void Unwatch(StreamKey stream, IStreamSink sink) => node.Post(on => on.Unwatch(stream, sink));
}
