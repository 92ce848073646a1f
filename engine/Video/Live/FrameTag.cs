using ConfEngine.Core.Time;

namespace ConfEngine.Video.Live;

/// <summary>What is known of an encoded frame beside its bytes, and has to reach the decoded picture.</summary>
/// <param name="Pts">When it is to be shown.</param>
/// <param name="QuarterTurns">How often it is to be turned clockwise by 90 degrees.</param>
/// <param name="Arrival">When its first packet came; null when nobody said.</param>
/// <param name="Written">When it came into the feed.</param>
internal readonly record struct FrameTag(MediaTime Pts, int QuarterTurns, Instant? Arrival, Instant Written);

/// <summary>Remembers the tags of the frames that are inside a decoder, and finds them again when the pictures come out.</summary>
internal sealed class FrameTags
{
    // The longest reordering that H.264 allows; live senders have none.
    private const int Capacity = 16;

    private readonly FrameTag[] _tags = new FrameTag[Capacity];
    private uint _next;

    /// <summary>A frame goes in.</summary>
    public void Add(in FrameTag tag) => _tags[_next++ % Capacity] = tag;

    /// <summary>The tag of the picture with that position; that of the newest frame when there is none.</summary>
    public FrameTag Find(long ptsNanoseconds)
    {
        for (var back = 1u; back <= Capacity; back++)
        {
            ref readonly var tag = ref _tags[(_next - back) % Capacity];
            if (tag.Pts.Nanoseconds == ptsNanoseconds) return tag;
        }

        return _tags[(_next - 1) % Capacity];
    }
}
