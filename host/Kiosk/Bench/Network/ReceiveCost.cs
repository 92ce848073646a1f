using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>What it costs to receive a packet, in nanoseconds of one thread.</summary>
/// <param name="Profile">How it is protected.</param>
/// <param name="Packet">What it carries.</param>
/// <param name="Bytes">Its length before protection.</param>
/// <param name="SrtpNanoseconds">To check and decrypt it.</param>
/// <param name="TotalNanoseconds">That, and to parse it, to find its place, and to put pictures together.</param>
internal sealed record ReceiveCostFigure(string Profile, string Packet, int Bytes, double SrtpNanoseconds, double TotalNanoseconds);

/// <summary>Measures the receive path from datagram to encoded frame without a socket, on packets of several streams that take turns.</summary>
internal sealed class ReceiveCost(IClock clock)
{
    private const int Streams = 16;
    private const int Packets = 16_000;
    private const int WarmUps = 10;
    private const int Runs = 10;
    private const int VideoBytes = 1200;
    private const int SoundBytes = 160;
    private const int PacketsOfFrame = 5;

    public IReadOnlyList<ReceiveCostFigure> Measure() =>
    [
        .. from profile in new[] { SrtpProfile.AeadAes128Gcm, SrtpProfile.Aes128CmHmacSha1Tag80 }
           from isVideo in new[] { true, false }
           select Measure(profile, isVideo),
    ];

    private ReceiveCostFigure Measure(SrtpProfile profile, bool isVideo)
    {
        var packets = Make(isVideo);
        var (srtp, total) = (double.MaxValue, double.MaxValue);
        // In turns, and the best of each: whatever else the machine does only ever adds to it.
        for (var run = -WarmUps; run < Runs; run++)
        {
            var (first, second) = (Run(profile, packets, receivers: null), Run(profile, packets, [.. Enumerable.Range(0, Streams).Select(i => new Receiver(i, isVideo))]));
            if (run >= 0) (srtp, total) = (Math.Min(srtp, first), Math.Min(total, second));
        }

        return new ReceiveCostFigure(profile.WireName(), isVideo ? "VP8" : "Opus", isVideo ? VideoBytes : SoundBytes, srtp, total);
    }

    private double Run(SrtpProfile profile, byte[][] packets, Receiver[]? receivers)
    {
        var datagrams = Protect(profile, packets);
        using var context = new SrtpContext(Keys(profile, isClient: false));
        var began = clock.Now;
        for (var i = 0; i < datagrams.Length; i++)
        {
            if (context.UnprotectRtp(datagrams[i], out var length) != SrtpStatus.Ok) throw new InvalidOperationException("a packet of our own was refused");
            receivers?[i % Streams].Take(datagrams[i].AsSpan(0, length), began);
        }

        var nanoseconds = (clock.Now - began).Nanoseconds;
        if (receivers is not null && receivers.Any(receiver => !receiver.IsComplete)) throw new InvalidOperationException("packets of our own got lost on the way");
        return (double)nanoseconds / datagrams.Length;
    }

    private static byte[][] Protect(SrtpProfile profile, byte[][] packets)
    {
        using var context = new SrtpContext(Keys(profile, isClient: true));
        var datagrams = new byte[packets.Length][];
        Span<byte> buffer = stackalloc byte[2048];
        for (var i = 0; i < packets.Length; i++)
        {
            packets[i].CopyTo(buffer);
            var length = packets[i].Length;
            context.ProtectRtp(buffer, ref length);
            datagrams[i] = buffer[..length].ToArray();
        }

        return datagrams;
    }

    private static SrtpKeys Keys(SrtpProfile profile, bool isClient) =>
        SrtpKeys.FromExporter(profile, Enumerable.Range(1, SrtpKeys.MaterialSize(profile)).Select(i => (byte)i).ToArray(), isClient);

    private static byte[][] Make(bool isVideo)
    {
        var writers = Enumerable.Range(0, Streams).Select(i => new Writer(i, isVideo)).ToArray();
        return [.. Enumerable.Range(0, Packets).Select(i => writers[i % Streams].Next())];
    }

    /// <summary>Makes the packets of one stream.</summary>
    private sealed class Writer(int index, bool isVideo)
    {
        private readonly Vp8Packetizer _packetizer = new();
        private readonly byte[] _frame = Frame();
        private readonly byte[] _sound = new byte[SoundBytes - RtpPacket.FixedHeaderLength];
        private ushort _sequence;
        private uint _timestamp;
        private int _packet;

        public byte[] Next()
        {
            Span<byte> payload = stackalloc byte[VideoBytes - RtpPacket.FixedHeaderLength];
            var isLast = false;
            if (isVideo)
            {
                if (_packet++ % PacketsOfFrame == 0) _packetizer.Begin(_frame);
                _packetizer.TryNext(payload, out var length, out isLast);
                payload = payload[..length];
            }
            else
            {
                payload = _sound;
            }

            var packet = new byte[RtpPacket.FixedHeaderLength + payload.Length];
            var writer = new RtpWriter(packet, new RtpHeader(new PayloadType(96), new SequenceNumber(_sequence++), new RtpTimestamp(_timestamp), SsrcOf(index), isLast));
            writer.TryAddPayload(payload);
            writer.Finish();
            if (isLast || !isVideo) _timestamp += isVideo ? 3000u : 960u;
            return packet;
        }

        // The descriptor of a payload is 4 bytes long; a key frame begins with bit 0 clear and has its start code behind the tag (RFC 6386, 9.1).
        private static byte[] Frame()
        {
            var frame = new byte[PacketsOfFrame * (VideoBytes - RtpPacket.FixedHeaderLength - 4)];
            new Random(1).NextBytes(frame);
            frame[0] = 0x10;
            (frame[3], frame[4], frame[5]) = (0x9d, 0x01, 0x2a);
            return frame;
        }
    }

    /// <summary>Receives one stream as a session does.</summary>
    private sealed class Receiver(int index, bool isVideo)
    {
        private readonly ReceiveStream _stream = new(SsrcOf(index), isVideo ? 90_000 : 48_000, asksAgain: isVideo);
        private readonly FrameAssembler _assembler = new(VideoCodec.Vp8, 90_000, new PacketPool(FrameAssembler.Capacity));
        private readonly EncodedFrame _frame = new();
        private int _packets;
        private int _frames;

        public bool IsComplete => isVideo ? _frames == Packets / Streams / PacketsOfFrame : _packets == Packets / Streams;

        public void Take(ReadOnlySpan<byte> data, Instant now)
        {
            if (!RtpPacket.TryParse(data, out var packet)) return;
            var reception = _stream.OnPacket(packet, now);
            if (!reception.IsAccepted) return;
            _packets++;
            if (!isVideo) return;
            _assembler.Insert(reception.Sequence, packet, now);
            while (_assembler.TryTake(now, _frame)) _frames++;
        }
    }

    private static Ssrc SsrcOf(int index) => new(0x1000u + (uint)index);
}
