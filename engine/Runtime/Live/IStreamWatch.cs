using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Live;

/// <summary>Where live streams are had from. Any thread may ask.</summary>
public interface IStreamWatch
{
    /// <summary>From now on <paramref name="sink"/> is handed the stream, whenever there is any of it.</summary>
    void Watch(StreamKey stream, IStreamSink sink);

    /// <summary>No more. What is under way may still come.</summary>
    void Unwatch(StreamKey stream, IStreamSink sink);
}
