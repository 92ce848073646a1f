using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Recording;

/// <summary>Takes the canvas and the mix and makes a file of them. Neither call blocks a live loop or throws; what goes wrong is in
/// <see cref="Fault"/>.</summary>
public interface IRecorder : IAudioTap, IDisposable
{
    /// <summary>The line that says why recording stopped; null while it works.</summary>
    string? Fault { get; }

    /// <summary>Frames that could not be recorded because the encoder fell behind.</summary>
    long Dropped { get; }

    /// <summary>Time spent in the encoder.</summary>
    long EncodeNanoseconds { get; }

    /// <summary>Records a frame; the pixels are used or copied before the call returns.</summary>
    void WriteVideo(VideoFrame canvas, MediaTime at);

    /// <summary>Writes out what is pending and closes the file.</summary>
    void Finish();
}
