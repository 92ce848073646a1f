using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>Arrival times of consecutive packets of a transport (draft-holmer-rmcat-transport-wide-cc-extensions-01, 3.1), as a view that
/// has
/// been checked to its end before anything is read.</summary>
public readonly ref struct TransportFeedback
{
    /// <summary>Bytes between the media source and the first chunk.</summary>
    internal const int FixedLength = 8;

    private readonly ReadOnlySpan<byte> _chunks;
    private readonly ReadOnlySpan<byte> _deltas;

    private TransportFeedback(ReadOnlySpan<byte> fields, ReadOnlySpan<byte> chunks, ReadOnlySpan<byte> deltas)
    {
        First = new SequenceNumber(BinaryPrimitives.ReadUInt16BigEndian(fields));
        PacketCount = BinaryPrimitives.ReadUInt16BigEndian(fields[2..]);
        var reference = BinaryPrimitives.ReadUInt32BigEndian(fields[4..]);
        ReferenceTime = (int)reference >> 8;
        FeedbackCount = (byte)reference;
        _chunks = chunks;
        _deltas = deltas;
    }

    /// <summary>The transport-wide number of the first packet.</summary>
    public SequenceNumber First { get; }

    /// <summary>How many packets it speaks of.</summary>
    public int PacketCount { get; }

    /// <summary>The time that the deltas start from, in 64 ms on the receiver's clock, 24 bits signed.</summary>
    public int ReferenceTime { get; }

    /// <summary>Counts feedback packets, to notice lost ones.</summary>
    public byte FeedbackCount { get; }

    /// <summary>Reads and checks the feedback; false when chunks or deltas end before the packets do.</summary>
    public static bool TryRead(in RtcpPacket packet, out TransportFeedback feedback)
    {
        feedback = default;
        if (!packet.IsFeedback(RtcpType.TransportFeedback, TransportFormat.TransportWide) || packet.Body.Length < 8 + FixedLength)
            return false;
        var fields = packet.Body[8..];
        var rest = fields[FixedLength..];
        int count = BinaryPrimitives.ReadUInt16BigEndian(fields[2..]), at = 0, deltaBytes = 0;
        for (var told = 0; told < count; at += 2)
        {
            if (at + 2 > rest.Length) return false;
            var chunk = new StatusChunk(BinaryPrimitives.ReadUInt16BigEndian(rest[at..]));
            var symbols = Math.Min(chunk.Count, count - told);
            deltaBytes += chunk.DeltaBytes(symbols);
            told += symbols;
        }

        if (at + deltaBytes > rest.Length) return false;
        feedback = new TransportFeedback(fields, rest[..at], rest.Slice(at, deltaBytes));
        return true;
    }

    /// <summary>Walks through the packets in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>What is said about one packet.</summary>
    /// <param name="Number">Its transport-wide number.</param>
    /// <param name="IsReceived">False when it had not come.</param>
    /// <param name="Arrival">When it came, from the zero of the feedback's reference time.</param>
    public readonly record struct Status(SequenceNumber Number, bool IsReceived, MediaTime Arrival);

    /// <summary>Walks through the packets of a feedback.</summary>
    public ref struct Enumerator
    {
        private readonly int _count;
        private ReadOnlySpan<byte> _chunks;
        private ReadOnlySpan<byte> _deltas;
        private StatusChunk _chunk;
        private int _inChunk;
        private int _told;
        private SequenceNumber _next;
        private long _ticks;

        internal Enumerator(TransportFeedback feedback)
        {
            _count = feedback.PacketCount;
            _chunks = feedback._chunks;
            _deltas = feedback._deltas;
            _next = feedback.First;
            _ticks = (long)feedback.ReferenceTime * ArrivalTicks.PerReference;
        }

        /// <summary>The present packet.</summary>
        public Status Current { get; private set; }

        /// <summary>Goes on to the next packet.</summary>
        public bool MoveNext()
        {
            if (_told == _count) return false;
            while (_inChunk == _chunk.Count)
            {
                _chunk = new StatusChunk(BinaryPrimitives.ReadUInt16BigEndian(_chunks));
                _chunks = _chunks[2..];
                _inChunk = 0;
            }

            var symbol = _chunk.SymbolAt(_inChunk++);
            if (symbol == PacketStatus.SmallDelta)
            {
                _ticks += _deltas[0];
                _deltas = _deltas[1..];
            }
            else if (symbol == PacketStatus.LargeDelta)
            {
                _ticks += BinaryPrimitives.ReadInt16BigEndian(_deltas);
                _deltas = _deltas[2..];
            }

            var received = symbol is PacketStatus.SmallDelta or PacketStatus.LargeDelta;
            Current = new Status(_next, received, received ? ArrivalTicks.ToTime(_ticks) : default);
            _next = _next.Next;
            _told++;
            return true;
        }
    }
}
