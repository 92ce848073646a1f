using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;

namespace ConfEngine.Fuzz.Targets;

internal static class PayloadTargets
{
    private const int PoolCapacity = 256;

    public static FuzzTarget Opus() => new("opus", [[0xfc, 1, 2], [0x03, 0x86, 1], [0x79], [0x0b, 0x03, 1]], input =>
    {
        OpusPayload.IsSilence(input);
        if (!OpusPayload.TryGetDuration(input, out var samples)) return 0;
        // A packet is 2.5 to 120 ms long, in whole frames.
        Rules.Hold(samples is >= 120 and <= OpusPayload.MaxSamples && samples % 120 == 0);
        return samples;
    }) { Iterations = 200_000, MostAllocated = 1024, MostBytes = 64 };

    /// <summary>The payloads of one frame after the other.</summary>
    public static FuzzTarget Frames(VideoCodec codec) => new($"payload-{Name(codec)}", [Chunks.Join(Payloads(codec))], input => RunFrames(codec, input))
    {
        Iterations = 100_000,
    };

    /// <summary>Packets in any order, cut anywhere, with any time between them.</summary>
    public static FuzzTarget Assemble(VideoCodec codec)
    {
        // Each packet after 4 bytes: step of the sequence number, step of the time stamp, marker and padding, milliseconds that pass.
        var payloads = Payloads(codec).ToList();
        byte[] Packet(int index, byte step) => [step, (byte)((index + 1) % 2), (byte)(index % 2), 10, .. payloads[index % payloads.Count]];
        var inOrder = Enumerable.Range(0, 12).Select(index => Packet(index, 1));
        var lossy = Enumerable.Range(0, 12).Select(index => Packet(index, (byte)(index % 5 == 4 ? 2 : 1)));
        return new FuzzTarget($"assembler-{Name(codec)}", [Chunks.Join(inOrder), Chunks.Join(lossy)], input => RunAssembler(codec, input))
        {
            Iterations = 15_000, MostAllocated = 2 << 20,
        };
    }

    public static FuzzTarget Vp8RoundTrip() => new("vp8-round-trip", [Frame(VideoCodec.Vp8, true), Frame(VideoCodec.Vp8, false)], input =>
    {
        if (input.IsEmpty) return 0;
        var (frame, isKey, count) = Repack(new Vp8Packetizer(), VideoCodec.Vp8, input.ToArray());
        // A key frame of fewer bytes than its header is none.
        if (frame is null) Rules.Hold((input[0] & 1) == 0 && input.Length < 10);
        else Rules.Hold(frame.AsSpan().SequenceEqual(input) && isKey == ((input[0] & 1) == 0));
        return count + (isKey ? 64 : 0);
    }) { Iterations = 20_000 };

    public static FuzzTarget H264RoundTrip() => new("h264-round-trip", [Frame(VideoCodec.H264, true), Frame(VideoCodec.H264, false)], input =>
    {
        var (frame, isKey, count) = Repack(new H264Packetizer(), VideoCodec.H264, input.ToArray());
        if (frame is null) return count;
        // Cut and put together again it comes out the same: the packetizer took out what it takes out the first time.
        var (again, isKeyAgain, _) = Repack(new H264Packetizer(), VideoCodec.H264, frame);
        Rules.Hold(again is not null && again.AsSpan().SequenceEqual(frame) && isKey == isKeyAgain);
        Rules.Hold(frame.Length <= 2 * input.Length + 8);
        return count + (isKey ? 64 : 0);
    }) { Iterations = 20_000 };

    private static int RunFrames(VideoCodec codec, ReadOnlySpan<byte> input)
    {
        var depacketizer = codec.CreateDepacketizer();
        var frame = new FrameBuffer();
        depacketizer.Begin();
        var outcome = 0;
        var bytes = 0;
        var chunks = new Chunks(input);
        while (chunks.TryNext(out var payload))
        {
            if (codec.StartsKeyFrame(payload)) outcome |= 1;
            if (codec.StartsFrame(payload)) outcome |= 2;
            if (payload.IsEmpty) continue;
            bytes += payload.Length;
            if (depacketizer.TryAppend(payload, frame))
            {
                outcome |= 4;
                // Start codes and sizes are all that is added to what came in.
                Rules.Hold(frame.Length <= 8 + 6 * bytes);
                // The payloads of a frame end in odd bytes, but for the last.
                if (payload[^1] % 2 != 0) continue;
            }

            if (depacketizer.TryEnd(frame, out var isKeyFrame))
            {
                Rules.Hold(frame.Length > 0);
                outcome |= isKeyFrame ? 16 : 8;
            }

            depacketizer.Begin();
            frame.Clear();
            bytes = 0;
        }

        return outcome;
    }

    private static int RunAssembler(VideoCodec codec, ReadOnlySpan<byte> input)
    {
        var pool = new PacketPool(PoolCapacity);
        var assembler = new FrameAssembler(codec, 90_000, pool);
        var frame = new EncodedFrame();
        var (now, sequence, timestamp, last) = (new Instant(1_000_000_000), 70_000L, 90_000u, long.MinValue);
        var (frames, breaks) = (0, 0L);
        Span<byte> buffer = stackalloc byte[PacketPool.BufferLength + 64];
        var chunks = new Chunks(input);
        while (chunks.TryNext(out var chunk))
        {
            if (chunk.Length < 4) continue;
            sequence += (sbyte)chunk[0];
            timestamp += (uint)(3000 * (sbyte)chunk[1]);
            now += MediaTime.FromMilliseconds(chunk[3]);
            var writer = new RtpWriter(buffer, new RtpHeader(new PayloadType(96), new SequenceNumber((ushort)sequence), new RtpTimestamp(timestamp), new Ssrc(7), (chunk[2] & 1) != 0));
            if ((chunk[2] & 2) == 0) writer.TryAddPayload(chunk[4..Math.Min(chunk.Length, PacketPool.BufferLength)]);
            Rules.Hold(RtpPacket.TryParse(buffer[..writer.Finish()], out var packet));
            if ((chunk[2] & 0x40) != 0) assembler.Restart();
            if ((chunk[2] & 0x40) != 0) last = long.MinValue;
            assembler.Insert(sequence, packet, now);
            for (var taken = 0; assembler.TryTake(now, frame); taken++)
            {
                Rules.Hold(taken < FrameAssembler.Capacity);
                // Once each and in order, and after a break a decoder can start.
                Rules.Hold(frame.LastSequence > last && frame.Data.Length > 0);
                Rules.Hold(frame.IsKeyFrame || (frames > 0 && assembler.Breaks == breaks));
                (last, breaks) = (frame.LastSequence, assembler.Breaks);
                frames++;
            }

            assembler.TakeKeyFrameWish();
            Rules.Hold(pool.Rented <= PoolCapacity);
            // What is due has been done: a deadline in the past would make the network thread spin.
            Rules.Hold(assembler.NextDeadline is not { } deadline || deadline > now);
        }

        assembler.Restart();
        Rules.Hold(pool.Rented == 0);
        return Math.Min(frames, 16) + 32 * (int)Math.Min(assembler.Breaks, 8);
    }

    private static (byte[]? Frame, bool IsKey, int Count) Repack(IPacketizer packetizer, VideoCodec codec, byte[] bytes)
    {
        var depacketizer = codec.CreateDepacketizer();
        var frame = new FrameBuffer();
        Span<byte> payload = stackalloc byte[100];
        packetizer.Begin(bytes);
        depacketizer.Begin();
        var (count, isLast) = (0, false);
        while (packetizer.TryNext(payload, out var length, out var ends))
        {
            Rules.Hold(!isLast && length is > 0 and <= 100);
            Rules.Hold(depacketizer.TryAppend(payload[..length], frame));
            isLast = ends;
            count++;
        }

        Rules.Hold(count == 0 || isLast);
        var isWhole = depacketizer.TryEnd(frame, out var isKey);
        return (isWhole ? frame.Span.ToArray() : null, isKey, count);
    }

    // Two frames of two payloads each, the first a key frame.
    private static IEnumerable<byte[]> Payloads(VideoCodec codec) => codec switch
    {
        VideoCodec.Vp8 => [[0x90, 0xf0, 0x81, 0x02, 5, 0x20, 0, 1, 2, 0x9d, 1, 0x2a, 4, 0, 4, 0, 9], [0x80, 0x80, 0x81, 0x02, 7, 8], [0x90, 0x80, 0x03, 1, 3], [0x80, 0x80, 0x03, 2]],
        VideoCodec.Vp9 => [[0x8a, 0x81, 0x02, 0x18, 0, 2, 1, 0x68, 1, 4, 1, 0x82, 9], [0x84, 0x81, 0x02, 7, 8], [0xc8, 0x81, 0x03, 0x87, 1], [0xc4, 0x81, 0x03, 2]],
        VideoCodec.H264 => [[0x7c, 0x85, 1, 2, 3], [0x7c, 0x45, 9, 8], [0x78, 0, 3, 0x41, 1, 2, 0, 2, 0x41, 5], [0x41, 5, 6, 8]],
        _ => [[0x68, 2, 0x08, 1, 0x30, 5, 5, 5], [0x90, 6, 6, 6], [0x10, 0x30, 1, 3], [0x20, 2, 0x30, 9, 0x30, 8]],
    };

    private static byte[] Frame(VideoCodec codec, bool isKey)
    {
        var body = Enumerable.Range(0, 300).Select(i => (byte)(i * 31));
        return codec == VideoCodec.Vp8
            ? [(byte)(isKey ? 0x10 : 0x11), .. body]
            : [0, 0, 0, 1, 9, 0x10, 0, 0, 0, 1, 0x67, 1, 2, 3, 0, 0, 1, 0x68, 4, 0, 0, 1, (byte)(isKey ? 0x65 : 0x41), .. body];
    }

    private static string Name(VideoCodec codec) => codec.ToString().ToLowerInvariant();
}
