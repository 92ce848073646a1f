using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Receive;

/// <summary>The packet buffer of a video stream: puts packets in order and gives out whole frames, each as soon as it and everything
/// before it
/// is there. A gap that nothing fills in time is jumped over to the next key frame.</summary>
/// <param name="codec">The stream's codec.</param>
/// <param name="clockRate">Units of its clock in a second.</param>
/// <param name="pool">Where packets are kept; shared by all streams of a thread.</param>
public sealed class FrameAssembler(VideoCodec codec, int clockRate, PacketPool pool)
{
    /// <summary>The most packets held: more than the largest key frame, and half a second at 20 Mbit/s.</summary>
    public const int Capacity = 1024;

    private readonly Slot[] _slots = new Slot[Capacity];
    private readonly IDepacketizer _depacketizer = codec.CreateDepacketizer();
    private TimestampUnwrapper _timeline = new(clockRate);
    private bool _started;
    private bool _isFresh;   // nothing was given out or given up since the start
    private long _next;      // first packet not given out
    private long _cursor;    // first one that is not known to be there and of the same frame
    private long _newest;
    private long? _keyStart; // first packet of the earliest key frame, while one is waited for
    private bool _waitsForKey = true;
    private bool _wantsKeyFrame;
    private Instant? _blockedSince;
    private long _blockedAt;
    private RtpTimestamp? _brokenFrame;

    /// <summary>How long a gap may hold up what is behind it; two or three round trips of retransmission.</summary>
    public MediaTime MaxWait { get; init; } = MediaTime.FromMilliseconds(400);

    /// <summary>Frames given out.</summary>
    public long FramesTaken { get; private set; }

    /// <summary>Times that frames were lost: a gap jumped over, a malformed frame, no room.</summary>
    public long Breaks { get; private set; }

    /// <summary>True until a frame can be given out that needs no earlier one.</summary>
    public bool IsWaitingForKeyFrame => _waitsForKey;

    /// <summary>Number of the first packet that is still of use: older ones need not be asked for again.</summary>
    public long NextSequence => _next;

    /// <summary>When <see cref="TryTake"/> will jump over a gap; null while nothing is held up.</summary>
    public Instant? NextDeadline => _blockedSince + MaxWait;

    /// <summary>Puts in a packet; its payload is copied.</summary>
    /// <param name="sequence">Its number, counted on past wraps.</param>
    /// <param name="packet">The packet; one without payload only closes a gap.</param>
    /// <param name="arrival">When it came.</param>
    /// <returns>False when it is late, was here before, or there is no room.</returns>
    public bool Insert(long sequence, in RtpPacket packet, Instant arrival)
    {
        if (!_started)
        {
            _started = _isFresh = true;
            _next = _cursor = _newest = sequence;
            _wantsKeyFrame |= !codec.StartsKeyFrame(packet.Payload);
        }

        // Packets that the first one overtook belong to the same frame, most likely.
        if (_isFresh && sequence < _next && _newest - sequence < Capacity) _next = _cursor = sequence;
        if (sequence < _next) return false;
        if (sequence - _next >= Capacity) Break(sequence);
        ref var slot = ref _slots[sequence & (Capacity - 1)];
        if (slot.IsUsed) return false;
        byte[] buffer = [];
        if (!packet.Payload.IsEmpty && (packet.Payload.Length > PacketPool.BufferLength || !pool.TryRent(out buffer))) return false;
        packet.Payload.CopyTo(buffer);
        slot = new Slot
        {
            IsUsed = true,
            Buffer = buffer,
            Length = packet.Payload.Length,
            Timestamp = packet.Timestamp,
            Marker = packet.Marker,
            Arrival = arrival,
        };
        _newest = Math.Max(_newest, sequence);
        if (_waitsForKey && (_keyStart is not { } start || sequence < start) && StartsKeyFrame(slot)) _keyStart = sequence;
        return true;
    }

    /// <summary>Gives out the next frame, when it is whole.</summary>
    /// <param name="now">The time; a gap older than <see cref="MaxWait"/> is jumped over.</param>
    /// <param name="frame">Gets the frame; undefined when there is none.</param>
    public bool TryTake(Instant now, EncodedFrame frame)
    {
        while (_started)
        {
            if (_waitsForKey)
            {
                if (_keyStart is not { } start) return false;
                ReleaseTo(start);
            }

            if (!TryFindEnd(out var end))
            {
                if (!IsGivenUp(now)) return false;
                Break(_cursor + 1);
                continue;
            }

            _blockedSince = null;
            if (TryDepacketize(end, frame)) return true;
        }

        return false;
    }

    /// <summary>True, once, when only a key frame helps.</summary>
    public bool TakeKeyFrameWish()
    {
        var wish = _wantsKeyFrame;
        _wantsKeyFrame = false;
        return wish;
    }

    /// <summary>Drops everything and waits for a key frame: the stream has started anew, or its packets were not watched for a
    /// while.</summary>
    public void Restart()
    {
        ReleaseTo(_newest + 1);
        _started = false;
        _waitsForKey = true;
        _keyStart = null;
        _blockedSince = null;
        _brokenFrame = null;
    }

    // The last packet of the frame at _next, when all of it is there (RFC 3550, 5.1: one time stamp a frame; the marker ends it).
    private bool TryFindEnd(out long end)
    {
        end = 0;
        while (_next == _cursor && At(_next) is { IsUsed: true, Length: 0 }) ReleaseTo(_next + 1);
        for (; At(_cursor).IsUsed && _cursor <= _newest; _cursor++)
        {
            ref readonly var slot = ref At(_cursor);
            if (slot.Timestamp != At(_next).Timestamp) end = _cursor - 1;
            else if (slot.Marker) end = _cursor;
            else continue;
            return true;
        }

        return false;
    }

    private bool IsGivenUp(Instant now)
    {
        // Nothing behind the end of what is there: the frame is merely still under way.
        if (_cursor > _newest)
        {
            _blockedSince = null;
            return false;
        }

        // Every packet that fills a gap gives the next gap its time.
        if (_blockedSince is null || _blockedAt != _cursor) _blockedSince = now;
        _blockedAt = _cursor;
        return now - _blockedSince.Value >= MaxWait;
    }

    private bool TryDepacketize(long end, EncodedFrame frame)
    {
        frame.Data.Clear();
        _depacketizer.Begin();
        var good = true;
        var timestamp = At(_next).Timestamp;
        frame.FirstArrival = frame.LastArrival = At(_next).Arrival;
        for (var sequence = _next; sequence <= end && good; sequence++)
        {
            ref readonly var slot = ref At(sequence);
            if (slot.Length > 0) good = _depacketizer.TryAppend(slot.Buffer.AsSpan(0, slot.Length), frame.Data);
            if (slot.Arrival < frame.FirstArrival) frame.FirstArrival = slot.Arrival;
            if (slot.Arrival > frame.LastArrival) frame.LastArrival = slot.Arrival;
        }

        var isKey = false;
        good = good && _depacketizer.TryEnd(frame.Data, out isKey) && (isKey || !_waitsForKey);
        if (!good)
        {
            Break(end + 1);
            return false;
        }

        frame.IsKeyFrame = isKey;
        frame.Timestamp = timestamp;
        frame.Pts = _timeline.ToMediaTime(timestamp);
        frame.LastSequence = end;
        FramesTaken++;
        _isFresh = false;
        _waitsForKey = false;
        _keyStart = null;
        ReleaseTo(end + 1);
        return true;
    }

    // Gives up everything before a packet and goes on with the first key frame that begins there or later.
    private void Break(long next)
    {
        Breaks++;
        _isFresh = false;
        _brokenFrame = At(_next).IsUsed ? At(_next).Timestamp : null;
        ReleaseTo(next);
        _newest = Math.Max(_newest, next - 1);
        _waitsForKey = true;
        _blockedSince = null;
        _keyStart = null;
        for (var sequence = next; sequence <= _newest && _keyStart is null; sequence++)
        {
            ref readonly var slot = ref At(sequence);
            if (slot.IsUsed && StartsKeyFrame(slot)) _keyStart = sequence;
        }

        _wantsKeyFrame |= _keyStart is null;
    }

    // A later slice of the frame that was just given up looks like the start of a key frame, and is none.
    private bool StartsKeyFrame(in Slot slot) => slot.Timestamp != _brokenFrame && codec.StartsKeyFrame(slot.Buffer.AsSpan(0, slot.Length));

    private void ReleaseTo(long next)
    {
        // Never more than the ring holds, however far the jump.
        for (var sequence = _next; sequence < next && sequence <= _newest; sequence++)
        {
            ref var slot = ref _slots[sequence & (Capacity - 1)];
            if (!slot.IsUsed) continue;
            if (slot.Length > 0) pool.Return(slot.Buffer);
            slot = default;
        }

        _next = Math.Max(_next, next);
        _cursor = Math.Max(_cursor, _next);
    }

    private ref readonly Slot At(long sequence) => ref _slots[sequence & (Capacity - 1)];

    private struct Slot
    {
        public bool IsUsed;
        public byte[] Buffer;
        public int Length;
        public RtpTimestamp Timestamp;
        public bool Marker;
        public Instant Arrival;
    }
}
