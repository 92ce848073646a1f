using System.Buffers.Binary;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>Writes transport-wide feedback from arrival times (draft-holmer-rmcat-transport-wide-cc-extensions-01, 3.1).</summary>
public static class TransportFeedbackWriter
{
    /// <summary>The most packets that one feedback speaks of; more go into the next.</summary>
    public const int MaxPackets = 512;

    /// <summary>Adds one feedback packet.</summary>
    /// <param name="writer">The datagram.</param>
    /// <param name="sender">Who received the packets.</param>
    /// <param name="media">Any stream of the transport.</param>
    /// <param name="feedbackCount">Counts up by one with every feedback.</param>
    /// <param name="first">Transport-wide number of the first packet.</param>
    /// <param name="arrivals">A tick for each packet in order, or <see cref="ArrivalTicks.Missing"/>.</param>
    /// <returns>How many packets from the front were told of; 0 when none has arrived or there is no room. A gap of more than 8 s between
    /// two
    /// arrivals, or <see cref="MaxPackets"/>, ends a feedback; the rest goes into another.</returns>
    public static int Write(
        ref RtcpWriter writer, Ssrc sender, Ssrc media, byte feedbackCount, SequenceNumber first, scoped ReadOnlySpan<long> arrivals)
    {
        // The worst case for n packets is a two-bit word for 7 of them and two bytes for each: everything that can be told fits.
        var most = Math.Min(MaxPackets, (writer.Room - 4 - 8 - TransportFeedback.FixedLength - 8) * 7 / 16);
        if (arrivals.Length > most) arrivals = arrivals[..Math.Max(0, most)];
        Span<PacketStatus> symbols = stackalloc PacketStatus[arrivals.Length];
        var reference = Classify(arrivals, symbols, out var told, out var deltaBytes);
        if (told == 0) return 0;
        symbols = symbols[..told];
        Span<byte> chunks = stackalloc byte[2 * (told / StatusChunk.TwoBitCount + 1)];
        chunks = chunks[..WriteChunks(symbols, chunks)];
        var length = TransportFeedback.FixedLength + chunks.Length + deltaBytes;
        if (!writer.TryFeedback(RtcpType.TransportFeedback, TransportFormat.TransportWide, sender, media, (length + 3) & ~3, out var body))
            return 0;
        BinaryPrimitives.WriteUInt16BigEndian(body, first.Value);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], (ushort)told);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], (uint)reference << 8 | feedbackCount);
        chunks.CopyTo(body[TransportFeedback.FixedLength..]);
        var deltas = body[(TransportFeedback.FixedLength + chunks.Length)..];
        WriteDeltas(arrivals, symbols, reference, deltas);
        deltas[deltaBytes..].Clear();
        return told;
    }

    // Says how each packet's delta is coded, up to the first one that cannot be, and the reference time in 64 ms.
    private static long Classify(ReadOnlySpan<long> arrivals, Span<PacketStatus> symbols, out int told, out int deltaBytes)
    {
        long reference = 0, last = ArrivalTicks.Missing;
        deltaBytes = 0;
        told = 0;
        for (var i = 0; i < arrivals.Length; i++)
        {
            symbols[i] = PacketStatus.Missing;
            if (arrivals[i] == ArrivalTicks.Missing) continue;
            if (last == ArrivalTicks.Missing)
            {
                reference = arrivals[i] >> 8;
                last = reference * ArrivalTicks.PerReference;
            }

            var delta = arrivals[i] - last;
            if (delta is < short.MinValue or > short.MaxValue) return reference;
            symbols[i] = delta is >= 0 and <= byte.MaxValue ? PacketStatus.SmallDelta : PacketStatus.LargeDelta;
            deltaBytes += symbols[i] == PacketStatus.SmallDelta ? 1 : 2;
            last = arrivals[i];
            // Missing packets behind the last one that came may still be under way: they are told of next time.
            told = i + 1;
        }

        return reference;
    }

    private static int WriteChunks(ReadOnlySpan<PacketStatus> symbols, Span<byte> chunks)
    {
        var length = 0;
        while (!symbols.IsEmpty)
        {
            var (chunk, count) = NextChunk(symbols);
            BinaryPrimitives.WriteUInt16BigEndian(chunks[length..], chunk.Word);
            length += 2;
            symbols = symbols[count..];
        }

        return length;
    }

    // The word that tells of most packets.
    private static (StatusChunk Chunk, int Count) NextChunk(ReadOnlySpan<PacketStatus> symbols)
    {
        var other = symbols[1..].IndexOfAnyExcept(symbols[0]);
        var run = Math.Min(other < 0 ? symbols.Length : other + 1, StatusChunk.MaxRun);
        var large = symbols[..Math.Min(symbols.Length, StatusChunk.OneBitCount)].IndexOf(PacketStatus.LargeDelta);
        var oneBit = large < 0 ? Math.Min(symbols.Length, StatusChunk.OneBitCount) : 0;
        var twoBit = Math.Min(symbols.Length, StatusChunk.TwoBitCount);
        if (run >= Math.Max(oneBit, twoBit)) return (StatusChunk.Run(symbols[0], run), run);
        return oneBit > 0 ? (StatusChunk.OneBit(symbols[..oneBit]), oneBit) : (StatusChunk.TwoBit(symbols[..twoBit]), twoBit);
    }

    private static void WriteDeltas(ReadOnlySpan<long> arrivals, ReadOnlySpan<PacketStatus> symbols, long reference, Span<byte> deltas)
    {
        var last = reference * ArrivalTicks.PerReference;
        var at = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            if (symbols[i] == PacketStatus.Missing) continue;
            var delta = arrivals[i] - last;
            last = arrivals[i];
            if (symbols[i] == PacketStatus.SmallDelta)
            {
                deltas[at++] = (byte)delta;
            }
            else
            {
                BinaryPrimitives.WriteInt16BigEndian(deltas[at..], (short)delta);
                at += 2;
            }
        }
    }
}
