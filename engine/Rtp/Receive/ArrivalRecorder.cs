using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Rtp.Receive;

/// <summary>Remembers when the packets of a transport came, over all its streams, until the sender has been told
/// (draft-holmer-rmcat-transport-wide-cc-extensions-01).</summary>
public sealed class ArrivalRecorder
{
    private const int Capacity = 4096;

    /// <summary>How long packets wait before they are told of.</summary>
    public static MediaTime Interval => MediaTime.FromMilliseconds(50);

    private readonly long[] _ticks = new long[Capacity];
    private SequenceUnwrapper _unwrapper;
    private bool _started;
    private long _begin;
    private long _end;
    private byte _feedbackCount;

    /// <summary>When the next feedback is due; null while there is nothing to tell.</summary>
    public Instant? NextDeadline { get; private set; }

    /// <summary>Remembers a packet. One that comes after it was told of as missing is told of again.</summary>
    /// <param name="number">Its transport-wide number.</param>
    /// <param name="arrival">When it came: best the kernel's time, for our own delays would look like the network's.</param>
    public void OnPacket(SequenceNumber number, Instant arrival)
    {
        var sequence = _unwrapper.Peek(number);
        if (!_started || sequence - _end >= Capacity) Restart(number, ref sequence);
        if (sequence < _end - Capacity) return;
        _unwrapper.Unwrap(number);
        for (; _end <= sequence; _end++) _ticks[Slot(_end)] = ArrivalTicks.Missing;
        if (_ticks[Slot(sequence)] != ArrivalTicks.Missing) return;
        _ticks[Slot(sequence)] = ArrivalTicks.From(arrival);
        _begin = Math.Max(Math.Min(_begin, sequence), _end - Capacity);
        NextDeadline ??= arrival + Interval;
    }

    /// <summary>Adds one feedback packet when it is due, or there is enough to tell.</summary>
    /// <returns>False when nothing was added.</returns>
    public bool TryWrite(ref RtcpWriter writer, Ssrc sender, Ssrc media, Instant now)
    {
        if (NextDeadline is not { } deadline || (now < deadline && _end - _begin < TransportFeedbackWriter.MaxPackets)) return false;
        while (_begin < _end && _ticks[Slot(_begin)] == ArrivalTicks.Missing
            && _end - _begin > TransportFeedbackWriter.MaxPackets / 2)
            _begin++;
        Span<long> arrivals = stackalloc long[(int)Math.Min(_end - _begin, TransportFeedbackWriter.MaxPackets)];
        for (var i = 0; i < arrivals.Length; i++) arrivals[i] = _ticks[Slot(_begin + i)];
        var told = TransportFeedbackWriter.Write(ref writer, sender, media, _feedbackCount, new SequenceNumber((ushort)_begin), arrivals);
        if (told == 0) return false;
        _feedbackCount++;
        _begin += told;
        // What is left is due at once: it did not fit this one.
        NextDeadline = _begin < _end ? now : null;
        return true;
    }

    private void Restart(SequenceNumber number, ref long sequence)
    {
        _started = true;
        _unwrapper = default;
        sequence = _unwrapper.Unwrap(number);
        _begin = _end = sequence;
        Array.Fill(_ticks, ArrivalTicks.Missing);
    }

    private static int Slot(long sequence) => (int)(sequence & (Capacity - 1));
}
