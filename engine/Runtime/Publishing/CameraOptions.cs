using ConfEngine.Core.Time;
using ConfEngine.Video.Live;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Runtime.Publishing;

/// <summary>What is published as a camera, or as a shared screen, and how.</summary>
public sealed record CameraOptions
{
    /// <summary><c>v4l2:/dev/video0</c>, <c>x11grab::0</c>, <c>test:</c>, or anything else that <see cref="Video.VideoStream"/> opens; files are looped.</summary>
    public required string Uri { get; init; }

    /// <summary>The picture behind <c>test:</c>; null for a plain one.</summary>
    public TestPicture? Test { get; init; }

    /// <summary>What it is encoded as; see <see cref="LiveVideoEncoder.Choose"/>.</summary>
    public LiveCodec Codec { get; init; } = LiveCodec.H264;

    /// <summary>How many sizes are sent at most, each half as wide and high as the next.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>The most lines of the largest size; higher pictures are scaled down.</summary>
    public int MostHeight { get; init; } = 720;

    /// <summary>About how many pictures a second come.</summary>
    public int FrameRate { get; init; } = 30;

    /// <summary>When the stream's position 0 was: the same for the sound that goes with it.</summary>
    public Instant Zero { get; init; }
}
