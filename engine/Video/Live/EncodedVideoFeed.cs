using ConfEngine.Core.Time;
using ConfEngine.Video.Demux;

namespace ConfEngine.Video.Live;

/// <summary>Brings encoded frames from the one thread that receives them to the decode workers. Never blocks its writer: the lock covers a few
/// words, the bytes are copied outside it. Holds at most <see cref="Capacity"/> frames; what does not fit is dropped up to the next key
/// frame, and one is wished for. Allocates only while frames grow.</summary>
public sealed class EncodedVideoFeed
{
    /// <summary>The most frames that wait.</summary>
    public const int Capacity = 8;

    /// <summary>The most bytes of a frame; larger ones are dropped.</summary>
    public const int MostFrameBytes = 4 << 20;

    // A wish may be lost on its way to the sender; while frames keep coming that cannot be used, it is renewed.
    private static readonly MediaTime s_wishAgain = MediaTime.FromMilliseconds(500);

    private readonly IClock _clock;
    private readonly Lock _gate = new();
    private readonly LiveFrame[] _frames = new LiveFrame[Capacity];
    private LiveFrame _writing = new();
    private int _head;
    private int _count;
    private bool _waitsForKeyFrame = true;
    private bool _hasEnded;
    private bool _wish = true;
    private MediaTime? _wishedAt;
    private long _dropped;

    /// <summary>Makes an empty feed that waits for a key frame, and wishes for one.</summary>
    /// <param name="clock">Says when frames were written; the system's when null.</param>
    public EncodedVideoFeed(IClock? clock = null)
    {
        _clock = clock ?? new SystemClock();
        for (var i = 0; i < Capacity; i++) _frames[i] = new LiveFrame();
    }

    /// <summary>Called on the writer's thread, outside any lock, after something was written or ended: wakes the decode workers.</summary>
    public Action? Written { get; set; }

    /// <summary>How many frames wait.</summary>
    public int Count
    {
        get { lock (_gate) return _count; }
    }

    /// <summary>How many frames were never decoded: too many, too large, or of no use without the ones before.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>True after <see cref="End"/>.</summary>
    public bool HasEnded
    {
        get { lock (_gate) return _hasEnded; }
    }

    /// <summary>Hands a frame over; the bytes are copied. One thread at a time.</summary>
    /// <param name="data">A whole frame as <paramref name="codec"/> says.</param>
    /// <param name="codec">May change with a key frame.</param>
    /// <param name="isKeyFrame">A decoder can start with it.</param>
    /// <param name="pts">Position on the stream's time line.</param>
    /// <param name="quarterTurns">How often the picture is to be turned clockwise by 90 degrees; any number.</param>
    /// <param name="arrival">When its first packet came, to measure by; null when unknown.</param>
    /// <returns>False when the frame was dropped.</returns>
    public bool TryWrite(ReadOnlySpan<byte> data, LiveCodec codec, bool isKeyFrame, MediaTime pts, int quarterTurns, Instant? arrival = null)
    {
        if (!Admits(data.Length, isKeyFrame, pts)) return false;
        // The frame that is written to is in nobody else's hands.
        _writing.Fill(data, codec, isKeyFrame, new FrameTag(pts, quarterTurns & 3, arrival, _clock.Now));
        if (!Enqueue()) return false;
        Written?.Invoke();
        return true;
    }

    /// <summary>True, once, when the next frame has to be a key frame.</summary>
    public bool TakeKeyFrameWish()
    {
        lock (_gate)
        {
            var wish = _wish;
            _wish = false;
            return wish;
        }
    }

    /// <summary>Says that nothing follows. What waits is still decoded; then the stream has ended.</summary>
    public void End()
    {
        lock (_gate) _hasEnded = true;
        Written?.Invoke();
    }

    /// <summary>Takes the oldest frame.</summary>
    /// <param name="frame">Gives an old one, gets the new one.</param>
    internal DemuxResult Read(ref LiveFrame frame)
    {
        lock (_gate)
        {
            if (_count == 0) return _hasEnded ? DemuxResult.End : DemuxResult.Nothing;
            (frame, _frames[_head]) = (_frames[_head], frame);
            RemoveHead();
            return DemuxResult.Packet;
        }
    }

    /// <summary>How long the oldest frame has waited; null when none does. At the end it is 0, so that somebody comes and sees it.</summary>
    /// <param name="now">On the clock of the frames' writing.</param>
    internal MediaTime? OldestAge(Instant now)
    {
        lock (_gate)
        {
            if (_count > 0) return now - _frames[_head].Tag.Written;
            return _hasEnded ? MediaTime.Zero : null;
        }
    }

    /// <summary>The decoder lost its way: nothing before the next key frame is of use to it.</summary>
    internal void DropToKeyFrame()
    {
        lock (_gate)
        {
            while (_count > 0 && !_frames[_head].IsKeyFrame) DropHead();
            if (_count > 0) return;
            _waitsForKeyFrame = true;
            _wish = true;
            _wishedAt = null;
        }
    }

    private bool Admits(int length, bool isKeyFrame, MediaTime pts)
    {
        lock (_gate)
        {
            if (_hasEnded) return false;
            if (length == 0) return Refuse(pts, false);
            if (length > MostFrameBytes) return Refuse(pts, true);
            if (isKeyFrame) return true;
            return (!_waitsForKeyFrame && _count < Capacity) || Refuse(pts, true);
        }
    }

    private bool Enqueue()
    {
        lock (_gate)
        {
            // A key frame after a jam or a loss: what came before it would only delay it.
            if (_writing.IsKeyFrame && (_waitsForKeyFrame || _count == Capacity)) DropAll();
            // The decoder may have given up while the bytes were copied.
            if (!_writing.IsKeyFrame && _waitsForKeyFrame) return Refuse(_writing.Tag.Pts, true);
            if (_writing.IsKeyFrame) (_waitsForKeyFrame, _wish, _wishedAt) = (false, false, null);
            ref var slot = ref _frames[(_head + _count++) % Capacity];
            (slot, _writing) = (_writing, slot);
            return true;
        }
    }

    private bool Refuse(MediaTime pts, bool breaksTheChain)
    {
        Interlocked.Increment(ref _dropped);
        if (!breaksTheChain) return false;
        _waitsForKeyFrame = true;
        // A step backwards is a new time line.
        if (_wishedAt is { } at && pts >= at && pts - at < s_wishAgain) return false;
        _wishedAt = pts;
        _wish = true;
        return false;
    }

    private void DropAll()
    {
        while (_count > 0) DropHead();
    }

    private void DropHead()
    {
        RemoveHead();
        Interlocked.Increment(ref _dropped);
    }

    private void RemoveHead()
    {
        _head = (_head + 1) % Capacity;
        _count--;
    }
}
