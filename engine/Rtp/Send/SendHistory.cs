using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Rtp.Send;

/// <summary>What became of a packet that was sent.</summary>
/// <param name="SentAt">When it left.</param>
/// <param name="Bytes">How long it was.</param>
/// <param name="IsReceived">It has arrived.</param>
/// <param name="ArrivedAt">When it arrived, on the receiver's clock from an unknown zero; meaningless when it has not.</param>
public readonly record struct PacketResult(Instant SentAt, int Bytes, bool IsReceived, MediaTime ArrivedAt);

/// <summary>Numbers the packets of a transport and finds out from feedback what became of them
/// (draft-holmer-rmcat-transport-wide-cc-extensions-01).</summary>
public sealed class SendHistory
{
    private const int Capacity = 4096;
    private static readonly MediaTime s_reference = MediaTime.FromMilliseconds(64);

    private readonly Entry[] _entries = new Entry[Capacity];
    private readonly PacketResult[] _results = new PacketResult[TransportFeedbackWriter.MaxPackets * 4];
    private SequenceUnwrapper _unwrapper;
    private long _next = 65536;
    private bool _hasReference;
    private int _lastReference;
    private long _referenceEpoch;

    /// <summary>Bytes sent and neither reported on nor too old to be.</summary>
    public long BytesInFlight { get; private set; }

    /// <summary>Numbers a packet that is about to be sent.</summary>
    /// <param name="bytes">Its length on the wire.</param>
    /// <param name="now">When it leaves.</param>
    public SequenceNumber Add(int bytes, Instant now)
    {
        ref var entry = ref _entries[_next & (Capacity - 1)];
        if (entry.IsOpen) BytesInFlight -= entry.Bytes;
        entry = new Entry { Sequence = _next, SentAt = now, Bytes = bytes, IsOpen = true };
        BytesInFlight += bytes;
        var number = new SequenceNumber((ushort)_next);
        _unwrapper.Unwrap(number);
        _next++;
        return number;
    }

    /// <summary>Matches feedback with what was sent. A packet told of as lost may be told of as received later; received ones are told of
    /// once.</summary>
    /// <param name="feedback">The feedback.</param>
    /// <returns>Results in the order of sending; valid until the next call.</returns>
    public ReadOnlySpan<PacketResult> OnFeedback(in TransportFeedback feedback)
    {
        var epoch = UnwrapReference(feedback.ReferenceTime) - feedback.ReferenceTime;
        var offset = s_reference * epoch;
        var count = 0;
        foreach (var status in feedback)
        {
            if (count == _results.Length) break;
            var sequence = _unwrapper.Peek(status.Number);
            if (sequence >= _next || sequence < 65536) continue;
            ref var entry = ref _entries[sequence & (Capacity - 1)];
            if (entry.Sequence != sequence || entry.IsReceived || (!entry.IsOpen && !status.IsReceived)) continue;
            if (entry.IsOpen) BytesInFlight -= entry.Bytes;
            entry.IsOpen = false;
            entry.IsReceived = status.IsReceived;
            _results[count++] = new PacketResult(entry.SentAt, entry.Bytes, status.IsReceived, status.Arrival + offset);
        }

        return _results.AsSpan(0, count);
    }

    // The reference time has 24 bits of 64 ms, which wrap every 12 days.
    private long UnwrapReference(int reference)
    {
        if (_hasReference)
        {
            var step = (reference - _lastReference) << 8 >> 8;
            _referenceEpoch += step;
        }
        else
        {
            _hasReference = true;
            _referenceEpoch = reference;
        }

        _lastReference = reference;
        return _referenceEpoch;
    }

    private struct Entry
    {
        public long Sequence;
        public Instant SentAt;
        public int Bytes;
        public bool IsOpen;
        public bool IsReceived;
    }
}
