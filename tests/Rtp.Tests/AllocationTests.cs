using ConfEngine.Core.Time;
using ConfEngine.Rtp.Bandwidth;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Tests;

public sealed class AllocationTests
{
    private readonly byte[] _packet = new byte[1500];
    private readonly byte[] _out = new byte[1500];
    private readonly byte[] _rtcp = new byte[1200];
    private readonly ExtensionMap _map = new();
    private readonly ReceiveStream _stream = new(new Ssrc(1), 90_000, true);
    private readonly FrameAssembler _assembler = new(VideoCodec.Vp8, 90_000, new PacketPool(64));
    private readonly EncodedFrame _frame = new();
    private readonly StreamRewriter _rewriter = new(new Ssrc(2), 90_000, true);
    private readonly SendStream _sender;
    private readonly BandwidthEstimator _estimator = new();
    private readonly SendHistory _history = new();
    private readonly SendHistory _other = new();
    private readonly ArrivalRecorder _recorder = new();
    private readonly Vp8Packetizer _packetizer = new();
    private readonly byte[] _picture = new byte[3000];

    public AllocationTests()
    {
        _map.TryAdd(ExtensionKind.TransportSequence, 3);
        _map.TryAdd(ExtensionKind.AbsoluteSendTime, 2);
        _map.TryAdd(ExtensionKind.Mid, 1);
        _sender = new SendStream(new SendStreamOptions
        {
            Ssrc = new Ssrc(2),
            PayloadType = new PayloadType(100),
            ClockRate = 90_000,
            Extensions = _map,
            Mid = "0"u8.ToArray(),
            RetransmissionSsrc = new Ssrc(3),
            Kept = 64,
        });
    }

    [Fact]
    public void A_packet_that_is_received_assembled_and_forwarded_allocates_nothing()
    {
        // The first rounds make buffers and compile the code.
        for (var i = 0; i < 3000; i++) Frame(i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 3000; i < 6000; i++) Frame(i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(_assembler.FramesTaken, 3000, 6000);
        Assert.InRange(_sender.Resent, 10_000, 18_000);
        Assert.NotNull(_estimator.Delivered);
    }

    private void Frame(int index)
    {
        var now = Packet.At(index * 33);
        Span<byte> payload = stackalloc byte[1100];
        _packetizer.Begin(_picture);
        for (var part = 0; _packetizer.TryNext(payload, out var length, out var isLast); part++)
        {
            var number = index * 3 + part;
            var header = new RtpHeader(new PayloadType(96), new SequenceNumber((ushort)number), new RtpTimestamp((uint)(index * 3000)), new Ssrc(1), isLast);
            var writer = new RtpWriter(_packet, header);
            var transport = _history.Add(length, now);
            writer.TryAddExtension(3, [(byte)(transport.Value >> 8), (byte)transport.Value]);
            writer.TryAddPayload(payload[..length]);
            // Now and then a packet is lost, so that requests are made too.
            if (number % 97 != 0) Receive(_packet.AsSpan(0, writer.Finish()), now);
        }

        Control(now);
    }

    private void Receive(ReadOnlySpan<byte> bytes, Instant now)
    {
        RtpPacket.TryParse(bytes, out var packet);
        var extensions = new PacketExtensions(packet, _map);
        if (extensions.TransportSequence is { } transport) _recorder.OnPacket(transport, now);
        var reception = _stream.OnPacket(packet, now);
        _assembler.Insert(reception.Sequence, packet, now);
        while (_assembler.TryTake(now, _frame)) { }
        if (!_rewriter.TryRewrite(packet, now, out var rewrite)) return;
        if (!_sender.TryForward(rewrite, packet.Payload, default, now, _out, out var length)) return;
        SendStamp.TryApply(_out.AsSpan(0, length), _map, _other, 40, now);
        if (_sender.TryResend(rewrite.Header.SequenceNumber, now, MediaTime.Zero, _out, out length))
            SendStamp.TryApply(_out.AsSpan(0, length), _map, _other, 40, now);
    }

    private void Control(Instant now)
    {
        var writer = new RtcpWriter(_rtcp);
        Span<SequenceNumber> missing = stackalloc SequenceNumber[64];
        writer.TryReceiverReport(new Ssrc(9), [_stream.Statistics.TakeReport(now)]);
        writer.TryCname(new Ssrc(9), "kiosk");
        writer.TryNack(new Ssrc(9), new Ssrc(1), missing[.._stream.CollectMissing(now, MediaTime.FromMilliseconds(20), missing)]);
        _recorder.TryWrite(ref writer, new Ssrc(9), new Ssrc(1), now);
        RtcpReader.TryOpen(_rtcp.AsSpan(0, writer.Length), out var reader);
        while (reader.TryRead(out var packet))
        {
            ReportBlock.TryRead(packet, 0, out _);
            if (NackList.TryOpen(packet, out var list))
                while (list.TryRead(out _)) { }
            if (TransportFeedback.TryRead(packet, out var feedback))
                _estimator.OnFeedback(_history.OnFeedback(feedback), MediaTime.FromMilliseconds(20), now);
        }
    }
}
