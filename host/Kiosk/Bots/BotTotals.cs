using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bots;

/// <summary>What all bots together received. The network thread counts, anybody reads.</summary>
internal sealed class BotTotals
{
    private long _frames;
    private long _keyFrames;
    private long _frameBytes;
    private long _sounds;
    private long _gaps;
    private long _longestGap;
    private long _thrownOut;
    private long _lost;
    private long _recovered;
    private readonly List<BotJoin> _joins = [];

    /// <summary>Complete pictures.</summary>
    public long Frames => Interlocked.Read(ref _frames);

    /// <summary>Those of them that a decoder can start with.</summary>
    public long KeyFrames => Interlocked.Read(ref _keyFrames);

    /// <summary>Encoded bytes of them.</summary>
    public long FrameBytes => Interlocked.Read(ref _frameBytes);

    /// <summary>Opus packets.</summary>
    public long Sounds => Interlocked.Read(ref _sounds);

    /// <summary>Waits for the next picture that were longer than <see cref="StreamCounts.LongestWait"/>.</summary>
    public long Gaps => Interlocked.Read(ref _gaps);

    /// <summary>The longest wait of them.</summary>
    public MediaTime LongestGap => new(Interlocked.Read(ref _longestGap));

    /// <summary>Times that a bot lost its place in the room.</summary>
    public long ThrownOut => Interlocked.Read(ref _thrownOut);

    /// <summary>Packets that did not come at first.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Those of them that came when they were asked for again.</summary>
    public long Recovered => Interlocked.Read(ref _recovered);

    /// <summary>All joinings that were begun, whatever came of them.</summary>
    public IReadOnlyList<BotJoin> Joins
    {
        get { lock (_joins) return [.. _joins]; }
    }

    public void CountJoin(BotJoin join)
    {
        lock (_joins) _joins.Add(join);
    }

    public void CountThrownOut() => Interlocked.Increment(ref _thrownOut);

    public void CountLoss(long lost, long recovered)
    {
        Interlocked.Add(ref _lost, lost);
        Interlocked.Add(ref _recovered, recovered);
    }

    public void CountFrame(int bytes, bool isKeyFrame)
    {
        Interlocked.Increment(ref _frames);
        Interlocked.Add(ref _frameBytes, bytes);
        if (isKeyFrame) Interlocked.Increment(ref _keyFrames);
    }

    public void CountSound() => Interlocked.Increment(ref _sounds);

    /// <summary>One thread only.</summary>
    public void CountGap(MediaTime length)
    {
        Interlocked.Increment(ref _gaps);
        if (length.Nanoseconds > _longestGap) Interlocked.Exchange(ref _longestGap, length.Nanoseconds);
    }
}
