using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Fuzz.Targets;

internal static class RtpTargets
{
    private static readonly ExtensionMap s_extensions = MakeMap();

    public static FuzzTarget Packet() => new("rtp-packet", [Make(1, ExtensionForm.OneByte), Make(2, ExtensionForm.TwoByte), Make(3, null)], RunPacket)
    {
        Iterations = 100_000, MostAllocated = 4096, MostBytes = 1500,
    };

    /// <summary>A stream of packets into the receiving end, its requests for what is missing, and what a retransmission brings.</summary>
    public static FuzzTarget Receive() => new("rtp-receive", [Stream(20), Stream(3)], RunReceive) { Iterations = 8000, MostBytes = 8192 };

    /// <summary>A stream of packets through the forwarder.</summary>
    public static FuzzTarget Rewrite() => new("rtp-rewrite", [Stream(20), Stream(5)], RunRewrite) { Iterations = 3000, MostBytes = 8192 };

    private static int RunPacket(ReadOnlySpan<byte> input)
    {
        RtpPacket.IsRtcp(input);
        if (!RtpPacket.TryParse(input, out var packet)) return 0;
        Rules.Hold(packet.HeaderLength + packet.Payload.Length + packet.PaddingLength == input.Length);
        var outcome = 1 + packet.ContributingCount;
        for (var i = 0; i < packet.ContributingCount; i++) packet.Contributing(i);
        var count = 0;
        foreach (var element in packet.Extensions)
        {
            Rules.Hold(element.Id != 0 && element.Value.Length <= 255);
            count++;
        }

        Rules.Hold(count <= input.Length);
        var extensions = new PacketExtensions(packet, s_extensions);
        if (extensions.AudioLevel is { } level)
        {
            Rules.Hold(level.DecibelsBelowFull <= 127);
            outcome |= 32;
        }

        if (!extensions.Mid.IsEmpty) outcome |= 64;
        if (!extensions.Rid.IsEmpty) outcome |= 128;
        if (!extensions.RepairedRid.IsEmpty) outcome |= 256;
        if (extensions.TransportSequence is not null) outcome |= 512;
        if (extensions.AbsoluteSendTime is not null) outcome |= 1024;
        if (extensions.VideoOrientation is { } turned)
        {
            Rules.Hold(turned.QuarterTurns < 4);
            outcome |= 2048;
        }

        CheckRoundTrip(packet);
        return outcome;
    }

    private static void CheckRoundTrip(in RtpPacket packet)
    {
        Span<byte> buffer = stackalloc byte[4096];
        var writer = new RtpWriter(buffer, packet.Header, ExtensionForm.TwoByte);
        foreach (var element in packet.Extensions) Rules.Hold(writer.TryAddExtension(element.Id, element.Value));
        Rules.Hold(writer.TryAddPayload(packet.Payload));
        Rules.Hold(RtpPacket.TryParse(buffer[..writer.Finish()], out var again));
        Rules.Hold(again.Header == packet.Header && again.Payload.SequenceEqual(packet.Payload));
        var left = again.Extensions.GetEnumerator();
        foreach (var element in packet.Extensions)
        {
            Rules.Hold(left.MoveNext());
            Rules.Hold(left.Current.Id == element.Id && left.Current.Value.SequenceEqual(element.Value));
        }

        Rules.Hold(!left.MoveNext());
    }

    private static int RunReceive(ReadOnlySpan<byte> input)
    {
        var stream = new ReceiveStream(new Ssrc(7), 90_000, asksAgain: true);
        var now = new Instant(1_000_000_000);
        Span<SequenceNumber> missing = stackalloc SequenceNumber[NackGenerator.Capacity];
        Span<byte> original = stackalloc byte[2048];
        var outcome = 0;
        var chunks = new Chunks(input);
        while (chunks.TryNext(out var bytes))
        {
            if (!RtpPacket.TryParse(bytes, out var packet)) continue;
            now += MediaTime.FromMilliseconds(packet.Marker ? 30 : 1);
            if (packet.PayloadType.Value == 97)
            {
                if (!Retransmission.TryUnwrap(packet, new Ssrc(7), new PayloadType(96), original, out var length)) continue;
                Rules.Hold(RtpPacket.TryParse(original[..length], out var repaired));
                Rules.Hold(repaired.Ssrc.Value == 7 && repaired.PaddingLength == 0);
                outcome |= 1 << (int)stream.OnPacket(repaired, now, isRetransmission: true).Kind;
            }
            else
            {
                outcome |= 16 << (int)stream.OnPacket(packet, now).Kind;
            }

            var asked = stream.CollectMissing(now, MediaTime.FromMilliseconds(20), missing);
            if (asked > 0) outcome |= 1024;
            if (stream.TakeKeyFrameWish()) outcome |= 2048;
            Rules.Hold(stream.Statistics.Jitter >= MediaTime.Zero);
        }

        var report = stream.Statistics.TakeReport(now);
        Rules.Hold(report.Source.Value == 7);
        return outcome;
    }

    private static int RunRewrite(ReadOnlySpan<byte> input)
    {
        var rewriter = new StreamRewriter(new Ssrc(9), 90_000, isVp8: true);
        var sender = new SendStream(new SendStreamOptions
        {
            Ssrc = new Ssrc(9), PayloadType = new PayloadType(100), ClockRate = 90_000, Extensions = s_extensions, Mid = "1"u8.ToArray(),
            RetransmissionSsrc = new Ssrc(10), RetransmissionType = new PayloadType(101), Kept = 64,
        });
        var now = new Instant(1_000_000_000);
        Span<byte> buffer = stackalloc byte[2048];
        var outcome = 0;
        var chunks = new Chunks(input);
        while (chunks.TryNext(out var bytes))
        {
            if (!RtpPacket.TryParse(bytes, out var packet)) continue;
            now += MediaTime.FromMilliseconds(packet.Marker ? 30 : 1);
            if (packet.Ssrc.Value != 7) rewriter.Switch();
            if (packet.PayloadType.Value == 98 && rewriter.Skip(packet)) outcome |= 1;
            if (!rewriter.TryRewrite(packet, now, out var rewrite)) continue;
            outcome |= 2;
            var extensions = new PacketExtensions(packet, s_extensions);
            var marks = new MediaMarks(extensions.AudioLevel, extensions.VideoOrientation);
            if (!sender.TryForward(rewrite, packet.Payload, marks, now, buffer, out var length)) continue;
            Rules.Hold(RtpPacket.TryParse(buffer[..length], out var sent));
            Rules.Hold(sent.Ssrc.Value == 9 && sent.PayloadType.Value == 100 && sent.Payload.Length == packet.Payload.Length);
            Rules.Hold(sent.Marker == packet.Marker && sent.SequenceNumber == rewrite.Header.SequenceNumber);
            outcome |= 4;
            if (rewrite.PictureId is not null) outcome |= 8;
            if (rewrite.Tl0PictureIndex is not null) outcome |= 16;
            if (!sender.TryResend(sent.SequenceNumber, now, MediaTime.FromMilliseconds(10), buffer, out length)) continue;
            Rules.Hold(RtpPacket.TryParse(buffer[..length], out sent));
            Rules.Hold(sent.Ssrc.Value == 10);
            outcome |= 32;
        }

        return outcome;
    }

    /// <summary>A stream of VP8, with a retransmission in it.</summary>
    private static byte[] Stream(int count)
    {
        var packetizer = new Vp8Packetizer();
        var packets = new List<byte[]>();
        Span<byte> payload = stackalloc byte[60];
        for (var frame = 0; frame < count; frame++)
        {
            packetizer.Begin(Enumerable.Range(0, 90).Select(i => (byte)(i + (frame > 0 ? 1 : 0))).ToArray());
            while (packetizer.TryNext(payload, out var length, out var isLast))
                packets.Add(Write(96, (ushort)(65_530 + packets.Count), (uint)(3000 * frame), isLast, payload[..length]));
        }

        packets.Insert(packets.Count / 2, Write(97, 5, 3000, true, [255, 251, .. payload[..40]]));
        return Chunks.Join(packets);
    }

    private static byte[] Write(byte type, ushort number, uint timestamp, bool marker, ReadOnlySpan<byte> payload)
    {
        Span<byte> buffer = stackalloc byte[1500];
        var writer = new RtpWriter(buffer, new RtpHeader(new PayloadType(type), new SequenceNumber(number), new RtpTimestamp(timestamp), new Ssrc(7), marker));
        writer.TryAddPayload(payload);
        return buffer[..writer.Finish()].ToArray();
    }

    private static byte[] Make(ushort number, ExtensionForm? form)
    {
        Span<byte> buffer = stackalloc byte[1500];
        var header = new RtpHeader(new PayloadType(96), new SequenceNumber(number), new RtpTimestamp(90_000), new Ssrc(7), true);
        var writer = new RtpWriter(buffer, header, form ?? ExtensionForm.OneByte, [new Ssrc(1), new Ssrc(2)]);
        if (form is not null)
        {
            writer.TryAddExtension(1, [0x8a]);
            writer.TryAddExtension(2, "0"u8);
            writer.TryAddExtension(3, "hi"u8);
            writer.TryAddExtension(4, "lo"u8);
            writer.TryAddExtension(5, [1, 2]);
            writer.TryAddExtension(6, [1, 2, 3]);
            writer.TryAddExtension(7, [3]);
        }

        writer.TryAddPayload("some payload"u8);
        if (number == 2) writer.TryAddPadding(5);
        return buffer[..writer.Finish()].ToArray();
    }

    private static ExtensionMap MakeMap()
    {
        var map = new ExtensionMap();
        for (var kind = ExtensionKind.AudioLevel; (int)kind < ExtensionKinds.Count; kind++) map.TryAdd(kind, (int)kind);
        return map;
    }
}
