using ConfEngine.Core.Time;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Demux;

/// <summary>Ends FFmpeg's blocking calls when opening takes too long. Not armed while reading: a worker may wait for its input.</summary>
internal sealed unsafe class OpenDeadline
{
    private static readonly MediaTime s_limit = MediaTime.FromSeconds(20);
    private readonly IClock _clock;

    // FFmpeg holds only the function's address; the field keeps the delegate alive.
    private readonly AVIOInterruptCB_callback _callback;
    private Instant? _deadline;

    public OpenDeadline(IClock clock)
    {
        _clock = clock;
        _callback = IsOver;
    }

    /// <summary>True once a call has been cut short.</summary>
    public bool HasPassed { get; private set; }

    /// <summary>Makes <paramref name="context"/> ask here.</summary>
    public void Guard(AVFormatContext* context)
    {
        context->interrupt_callback.callback = _callback;
        _deadline = _clock.Now + s_limit;
    }

    /// <summary>Opening is through.</summary>
    public void Disarm() => _deadline = null;

    private int IsOver(void* opaque)
    {
        if (_deadline is not { } deadline || _clock.Now < deadline) return 0;
        HasPassed = true;
        return 1;
    }
}
