using ConfEngine.Core.Time;
using ConfEngine.Rtp.Bandwidth;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Tests.Bandwidth;

/// <summary>A sender that fills what it may over a link of changing rate with a queue of 300 ms, with a seed, in virtual time.</summary>
public sealed class BottleneckSimulationTests
{
    [Theory]
    [InlineData(1, 500)]
    [InlineData(2, 2000)]
    [InlineData(3, 8000)]
    public void The_estimate_finds_the_links_rate_and_keeps_the_queue_short(int seed, int kilobits)
    {
        var path = new Path(seed) { LinkKilobits = kilobits };
        path.Run(20_000);
        var (mean, queue, _) = path.Run(20_000);
        Assert.True(mean >= 0.65 * kilobits && mean <= 1.05 * kilobits, $"seed {seed}: mean {mean:0} kbit/s over {kilobits}");
        Assert.True(queue < 100, $"seed {seed}: mean queue {queue:0} ms");
    }

    [Fact]
    public void Steps_of_the_links_rate_are_followed_both_ways()
    {
        var path = new Path(4) { LinkKilobits = 3000 };
        path.Run(20_000);
        path.LinkKilobits = 800;
        path.Run(4_000);
        var (mean, queue, lost) = path.Run(10_000);
        Assert.True(mean is > 450 and < 850, $"mean {mean:0} kbit/s after the step down");
        Assert.True(queue < 150 && lost < 0.05, $"queue {queue:0} ms, {lost:P1} lost after the step down");
        path.LinkKilobits = 3000;
        path.Run(20_000);
        (mean, _, _) = path.Run(10_000);
        Assert.True(mean > 1500, $"mean {mean:0} kbit/s after the step up");
    }

    [Fact]
    public void Random_loss_and_jitter_are_not_taken_for_a_full_link()
    {
        var path = new Path(5) { LinkKilobits = 4000, Loss = 0.04, JitterMs = 6 };
        path.Run(30_000);
        var (mean, _, _) = path.Run(20_000);
        Assert.True(mean > 1500, $"mean {mean:0} kbit/s");
    }

    [Fact]
    public void Heavy_loss_makes_room()
    {
        var path = new Path(6) { LinkKilobits = 4000, Loss = 0.25 };
        var (before, _, _) = path.Run(5_000);
        path.Run(20_000);
        var (after, _, _) = path.Run(5_000);
        Assert.True(after < 0.5 * before, $"{before:0} kbit/s before, {after:0} after");
    }

    [Fact]
    public void The_receivers_own_estimate_is_a_ceiling()
    {
        var path = new Path(7) { LinkKilobits = 4000 };
        path.Estimator.OnReceiverEstimate(300_000);
        path.Run(5_000);
        Assert.Equal(300_000, path.Estimator.BitsPerSecond);
    }

    [Fact]
    public void Garbage_times_leave_it_within_its_bounds()
    {
        var random = new Random(8);
        var estimator = new BandwidthEstimator();
        var results = new PacketResult[50];
        for (var i = 0; i < 20_000; i++)
        {
            for (var j = 0; j < results.Length; j++)
                results[j] = new PacketResult(new Instant(random.NextInt64() >> random.Next(64)), random.Next(2000), random.Next(2) == 0, new MediaTime(random.NextInt64() >> random.Next(1, 64)));
            estimator.OnFeedback(results, Packet.Ms(random.Next(1000)), Packet.At(i * 50));
            Assert.InRange(estimator.BitsPerSecond, 50_000, 20_000_000);
        }
    }

    private sealed class Path(int seed)
    {
        private const int PacketBytes = 1200;
        private const double PropagationMs = 25;
        private const double MaxQueueMs = 300;
        private readonly Random _random = new(seed);
        private readonly SendHistory _history = new();
        private readonly ArrivalRecorder _recorder = new();
        private readonly Pacer _pacer = new();
        private readonly PriorityQueue<SequenceNumber, double> _arrivals = new();
        private readonly Queue<(byte[] Bytes, double At)> _feedback = new();
        private double _now;
        private double _linkFreeAt;

        public BandwidthEstimator Estimator { get; } = new();

        public int LinkKilobits { get; set; }

        public double Loss { get; init; }

        public double JitterMs { get; init; }

        /// <summary>Mean estimate in kbit/s, mean queue in ms, and share of packets that the queue refused.</summary>
        public (double Mean, double Queue, double Lost) Run(double milliseconds)
        {
            double sum = 0, queues = 0;
            int ticks = 0, sent = 0, refused = 0;
            for (var end = _now + milliseconds; _now < end; _now++, ticks++)
            {
                _pacer.BitsPerSecond = Estimator.BitsPerSecond;
                while (_pacer.TrySend(PacketBytes, Packet.At(_now)))
                {
                    sent++;
                    if (!Send()) refused++;
                }

                Receive();
                sum += Estimator.BitsPerSecond / 1000.0;
                queues += Math.Max(0, _linkFreeAt - _now);
            }

            return (sum / ticks, queues / ticks, (double)refused / Math.Max(1, sent));
        }

        private bool Send()
        {
            var number = _history.Add(PacketBytes, Packet.At(_now));
            if (_linkFreeAt - _now > MaxQueueMs) return false;
            _linkFreeAt = Math.Max(_linkFreeAt, _now) + PacketBytes * 8.0 / LinkKilobits;
            if (_random.NextDouble() >= Loss) _arrivals.Enqueue(number, _linkFreeAt + PropagationMs + _random.NextDouble() * JitterMs);
            return true;
        }

        private void Receive()
        {
            while (_arrivals.TryPeek(out var number, out var at) && at <= _now)
            {
                _arrivals.Dequeue();
                _recorder.OnPacket(number, Packet.At(at));
            }

            var buffer = new byte[1200];
            var writer = new RtcpWriter(buffer);
            if (_recorder.TryWrite(ref writer, new Ssrc(1), new Ssrc(2), Packet.At(_now))) _feedback.Enqueue((buffer[..writer.Length], _now + PropagationMs));
            while (_feedback.TryPeek(out var report) && report.At <= _now)
            {
                _feedback.Dequeue();
                Assert.True(RtcpReader.TryOpen(report.Bytes, out var reader));
                Assert.True(reader.TryRead(out var packet));
                Assert.True(TransportFeedback.TryRead(packet, out var feedback));
                Estimator.OnFeedback(_history.OnFeedback(feedback), MediaTime.FromMilliseconds(2 * PropagationMs), Packet.At(_now));
            }
        }
    }
}
