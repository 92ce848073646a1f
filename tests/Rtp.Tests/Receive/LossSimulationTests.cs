using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Tests.Receive;

/// <summary>A sender and a receiver over a network with a seed, in virtual time: VP8 at 30 frames a second, NACK, RTX and key frame
/// requests.</summary>
public sealed class LossSimulationTests
{
    // Share of frames that must come out: all of them while retransmission can keep up, but for a very first packet, which nobody misses.
    [Theory]
    [InlineData(1, 0.00, 0, 0.00, 1.00)]
    [InlineData(2, 0.00, 30, 0.02, 1.00)]
    [InlineData(3, 0.05, 10, 0.02, 0.995)]
    [InlineData(4, 0.15, 20, 0.05, 0.99)]
    [InlineData(5, 0.30, 20, 0.05, 0.80)]
    public void Frames_come_out_whole_over_a_bad_network(int seed, double loss, double jitterMs, double duplicates, double share)
    {
        var call = new Call(seed, loss, jitterMs, duplicates);
        call.Run(60_000);
        Assert.True(call.FramesSent == 1800 && call.FramesReceived >= share * call.FramesSent, $"seed {seed}: {call}");
        Assert.True(call.PoolRented <= 600, $"seed {seed}: {call}");
        if (loss == 0) Assert.InRange(call.KeyFramesSent, 1, 2);
        else Assert.True(call.Stream.Recovered > 0, $"seed {seed}: {call}");
    }

    [Fact]
    public void An_outage_ends_with_a_key_frame()
    {
        var call = new Call(6, 0.02, 5, 0) { OutageFromMs = 20_000, OutageToMs = 23_000 };
        call.Run(30_000);
        Assert.True(call.FramesReceived >= 900 - 90 - 20, call.ToString());
        Assert.True(call.KeyFramesSent > 1, call.ToString());
    }

    private sealed class Call
    {
        private const int FrameMs = 33;
        private readonly Random _random;
        private readonly double _loss;
        private readonly double _jitter;
        private readonly double _duplicates;
        private readonly PriorityQueue<(byte[] Bytes, bool ToReceiver), (double, int)> _network = new();
        private readonly RetransmissionCache _cache = new(1024);
        private readonly Vp8Packetizer _packetizer = new();
        private readonly PacketPool _pool = new(600);
        private readonly FrameAssembler _assembler;
        private readonly KeyFrameRequester _requester = new();
        private readonly EncodedFrame _frame = new();
        private int _order;
        private ushort _number = 65_000;
        private ushort _rtxNumber = 17;
        private bool _keyFrameWanted = true;
        private int _newestFrame = -1;
        private int _first = -1;

        public Call(int seed, double loss, double jitter, double duplicates)
        {
            (_random, _loss, _jitter, _duplicates) = (new Random(seed), loss, jitter, duplicates);
            _assembler = new FrameAssembler(VideoCodec.Vp8, 90_000, _pool);
        }

        public ReceiveStream Stream { get; } = new(new Ssrc(1), 90_000, true);

        public int FramesSent { get; private set; }

        public int FramesReceived { get; private set; }

        public int KeyFramesSent { get; private set; }

        public int PoolRented => _pool.Rented;

        public double OutageFromMs { get; init; } = double.MaxValue;

        public double OutageToMs { get; init; } = double.MaxValue;

        public override string ToString() =>
            $"{FramesReceived} of {FramesSent} frames, {KeyFramesSent} key frames, {Stream.Recovered} recovered, {_assembler.Breaks} breaks, {_pool.Rented} buffers out";

        public void Run(int milliseconds)
        {
            for (var ms = 0; ms < milliseconds + 2000; ms++)
            {
                if (ms % FrameMs == 0 && FramesSent < milliseconds * 30 / 1000 && ms < milliseconds + 2000) SendFrame(ms);
                while (_network.TryPeek(out var item, out var due) && due.Item1 <= ms)
                {
                    _network.Dequeue();
                    if (item.ToReceiver) Receive(item.Bytes, ms);
                    else AnswerFeedback(item.Bytes, ms);
                }

                RunReceiver(ms);
            }
        }

        private void SendFrame(int ms)
        {
            var isKey = _keyFrameWanted;
            _keyFrameWanted = false;
            if (isKey) KeyFramesSent++;
            var frame = new byte[isKey ? 20_000 : 3_000 + _random.Next(3000)];
            frame[0] = (byte)(isKey ? 0 : 1);
            BitConverter.TryWriteBytes(frame.AsSpan(10), FramesSent);
            _packetizer.Begin(frame);
            Span<byte> payload = stackalloc byte[1100];
            while (_packetizer.TryNext(payload, out var length, out var isLast))
            {
                var bytes = Packet.Of(_number++, (uint)(FramesSent * 3000), isLast, payload[..length]);
                _cache.Add(Packet.Parse(bytes), Packet.At(ms));
                Transmit(bytes, ms, true);
            }

            FramesSent++;
        }

        private void Transmit(byte[] bytes, double ms, bool toReceiver)
        {
            if (ms >= OutageFromMs && ms < OutageToMs) return;
            for (var copies = _random.NextDouble() < _duplicates ? 2 : 1; copies > 0; copies--)
                if (_random.NextDouble() >= _loss) _network.Enqueue((bytes, toReceiver), (ms + 20 + _random.NextDouble() * _jitter, _order++));
        }

        private void Receive(byte[] bytes, double ms)
        {
            var packet = Packet.Parse(bytes);
            var isRetransmission = packet.PayloadType.Value == 97;
            if (isRetransmission)
            {
                var original = new byte[1500];
                Assert.True(Retransmission.TryUnwrap(packet, new Ssrc(1), new PayloadType(96), original, out var length));
                packet = Packet.Parse(original.AsSpan(0, length));
            }

            var reception = Stream.OnPacket(packet, Packet.At(ms), isRetransmission);
            if (reception.Kind == ReceptionKind.Restarted) _assembler.Restart();
            if (reception.IsAccepted) _assembler.Insert(reception.Sequence, packet, Packet.At(ms));
        }

        private void RunReceiver(double ms)
        {
            var now = Packet.At(ms);
            while (_assembler.TryTake(now, _frame))
            {
                var index = BitConverter.ToInt32(_frame.Data.Span[10..]);
                Assert.True(index > _newestFrame, "a frame came twice or out of order");
                Assert.True(index == _newestFrame + 1 || _frame.IsKeyFrame, "a frame came out whose reference is missing");
                if (_first < 0) _first = index;
                Assert.Equal(MediaTime.FromUnits((index - _first) * 3000L, 90_000), _frame.Pts);
                _newestFrame = index;
                FramesReceived++;
                if (_frame.IsKeyFrame) _requester.OnKeyFrame();
            }

            Stream.ForgetBefore(_assembler.NextSequence);
            if (Stream.TakeKeyFrameWish() | _assembler.TakeKeyFrameWish()) _requester.Want();
            var buffer = new byte[600];
            var writer = new RtcpWriter(buffer);
            Span<SequenceNumber> missing = stackalloc SequenceNumber[64];
            var count = Stream.CollectMissing(now, MediaTime.FromMilliseconds(50), missing);
            if (count > 0) Assert.True(writer.TryNack(new Ssrc(2), new Ssrc(1), missing[..count]));
            if (_requester.Take(now)) Assert.True(writer.TryPictureLoss(new Ssrc(2), new Ssrc(1)));
            if (writer.Length > 0) Transmit(buffer[..writer.Length], ms, false);
        }

        private void AnswerFeedback(byte[] bytes, double ms)
        {
            Assert.True(RtcpReader.TryOpen(bytes, out var reader));
            while (reader.TryRead(out var packet))
            {
                if (packet.IsFeedback(RtcpType.PayloadFeedback, PayloadFormat.PictureLoss)) _keyFrameWanted = true;
                if (!NackList.TryOpen(packet, out var list)) continue;
                while (list.TryRead(out var number))
                {
                    if (!_cache.TryTake(number, Packet.At(ms), MediaTime.FromMilliseconds(40), out var kept)) continue;
                    var buffer = new byte[1500];
                    Assert.True(RetransmissionCache.TryWrap(kept, new Ssrc(3), new PayloadType(97), new SequenceNumber(_rtxNumber++), buffer, out var length));
                    Transmit(buffer[..length], ms, true);
                }
            }
        }
    }
}
