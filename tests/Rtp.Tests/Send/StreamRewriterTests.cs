using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Tests.Send;

public sealed class StreamRewriterTests
{
    // Each step: number/time stamp@ms -> what goes out. "|" switches the source, "-" leaves the packet out, "x" stands for refused.
    [Theory]
    [InlineData("10/100@0 11/100@0 12/200@1", "10/100 11/100 12/200")]
    [InlineData("65535/100@0 0/200@1 1/300@2", "65535/100 0/200 1/300")]
    [InlineData("10/100@0 12/300@2 11/200@3 13/400@4", "10/100 12/300 11/200 13/400")]                    // order stays as it came
    [InlineData("10/100@0 9/90@1", "10/100 x")]                                                            // before the first
    [InlineData("10/100@0 | 500/7@10 501/8@10", "10/100 11/1000 12/1001")]                                 // 10 ms are 900 units
    [InlineData("10/100@0 | 500/7@0", "10/100 11/101")]                                                    // no time passed: one step
    [InlineData("10/100@0 12/100@0 | 500/7@10 499/7@11 501/7@12", "10/100 12/100 13/1000 x 14/1000")]      // older than the switch
    [InlineData("10/100@0 11/200@1 | 11/200@1000 12/290@1001", "10/100 11/200 12/90110 13/90200")]         // the same source after a pause
    [InlineData("10/4294967295@0 | 65535/4294967000@10", "10/4294967295 11/899")]                          // time stamps wrap
    [InlineData("10/1@0 -11/2@1 12/3@2 -13/4@3 14/5@4", "10/1 - 11/3 - 12/5")]                             // left out without a gap
    [InlineData("10/1@0 13/3@1 -14/4@1 15/5@2 12/3@3 11/2@3", "10/1 13/3 - 14/5 12/3 11/2")]               // gaps before it are still filled
    [InlineData("10/1@0 -12/2@1 13/3@2", "10/1 ! 13/3")]                                                   // cannot be hidden behind a gap
    [InlineData("10/1@0 -11/2@1 | 70/9@10 71/9@10", "10/1 - 11/901 12/901")]
    [InlineData("10/1@0 3000/2@1 2500/2@1 1900/2@1", "10/1 3000/2 2500/2 x")]                              // too late to be placed
    public void One_steady_stream_comes_out(string input, string output)
    {
        var rewriter = new StreamRewriter(new Ssrc(77), 90_000, false);
        var found = new List<string>();
        foreach (var step in input.Split(' '))
        {
            if (step == "|")
            {
                rewriter.Switch();
                continue;
            }

            var parts = step.TrimStart('-').Split('/', '@');
            var packet = Packet.Parse(Packet.Of(int.Parse(parts[0]), uint.Parse(parts[1]), true, [1], ssrc: 5));
            if (step[0] == '-') found.Add(rewriter.Skip(packet) ? "-" : "!");
            else if (!rewriter.TryRewrite(packet, Packet.At(double.Parse(parts[2])), out var rewrite)) found.Add("x");
            else
            {
                found.Add($"{rewrite.Header.SequenceNumber.Value}/{rewrite.Header.Timestamp.Value}");
                Assert.Equal((new Ssrc(77), true, new PayloadType(96)), (rewrite.Header.Ssrc, rewrite.Header.Marker, rewrite.Header.PayloadType));
            }
        }

        Assert.Equal(output, string.Join(' ', found));
    }

    // Each step: number:picture id.base-layer index.
    [Theory]
    [InlineData(15, "1:500.7 2:501.7 3:502.8", "500.7 501.7 502.8")]
    [InlineData(15, "1:32767.255 2:0.0", "32767.255 0.0")]
    [InlineData(15, "1:500.7 2:501.8 | 90:9000.200 91:9001.200 92:9002.201", "500.7 501.8 502.9 503.9 504.10")]
    [InlineData(15, "1:32767.255 | 90:9000.200 91:9001.201", "32767.255 0.0 1.1")]
    [InlineData(15, "1:500.7 3:502.8 2:501.7 | 90:0.0", "500.7 502.8 501.7 503.9")]      // the newest counts, not the last
    [InlineData(15, "1:500.7 -2:501.7 -3:501.7 4:502.8 -5:503.8 6:504.9", "500.7 - - 501.8 - 502.9")]
    [InlineData(15, "1:500.7 3:502.7 -4:503.7 5:504.8 2:501.7", "500.7 502.7 - 503.8 501.7")]
    [InlineData(7, "1:126.7 2:127.7 3:0.8 | 9:50.1 10:51.2", "126.7 127.7 0.8 1.9 2.10")]
    [InlineData(7, "1:10.7 -2:11.7 3:12.8", "10.7 - 11.8")]
    public void Vp8_counters_count_on(int bits, string input, string output)
    {
        var rewriter = new StreamRewriter(new Ssrc(77), 90_000, true);
        var found = new List<string>();
        foreach (var step in input.Split(' '))
        {
            if (step == "|")
            {
                rewriter.Switch();
                continue;
            }

            var parts = step.TrimStart('-').Split(':', '.').Select(int.Parse).ToArray();
            var payload = bits == 15
                ? new byte[] { 0x90, 0xe0, (byte)(0x80 | parts[1] >> 8), (byte)parts[1], (byte)parts[2], 0x20, 1 }
                : [0x90, 0xe0, (byte)parts[1], (byte)parts[2], 0x20, 1];
            var packet = Packet.Parse(Packet.Of(parts[0], (uint)parts[1], true, payload));
            if (step[0] == '-')
            {
                found.Add(rewriter.Skip(packet) ? "-" : "!");
                continue;
            }

            Assert.True(rewriter.TryRewrite(packet, Packet.At(0), out var rewrite));
            rewrite.Apply(payload);
            Assert.True(Vp8Descriptor.TryParse(payload, out var descriptor));
            Assert.Equal(bits, descriptor.PictureIdBits);
            found.Add($"{descriptor.PictureId}.{descriptor.Tl0PictureIndex}");
        }

        Assert.Equal(output, string.Join(' ', found));
    }

    [Fact]
    public void Malformed_vp8_is_not_forwarded_and_empty_payloads_are()
    {
        var rewriter = new StreamRewriter(new Ssrc(77), 90_000, true);
        Assert.False(rewriter.TryRewrite(Packet.Parse(Packet.Of(1, payload: [0x90])), default, out _));
        Assert.True(rewriter.TryRewrite(Packet.Parse(Packet.Of(2)), default, out var rewrite));
        Assert.Null(rewrite.PictureId);
    }

    [Fact]
    public void A_source_goes_on_for_ever_past_every_wrap_of_its_numbers()
    {
        var rewriter = new StreamRewriter(new Ssrc(77), 48_000, false);
        for (var i = 0; i < 200_000; i++)
        {
            var packet = Packet.Parse(Packet.Of((i + 60_000) & 0xffff, (uint)(i * 960), payload: [1]));
            Assert.True(rewriter.TryRewrite(packet, Packet.At(20 * i), out var rewrite), $"packet {i}");
            Assert.Equal((ushort)(i + 60_000), rewrite.Header.SequenceNumber.Value);
        }
    }

    [Fact]
    public void Packets_from_before_a_switch_stay_out_whatever_their_numbers()
    {
        var rewriter = new StreamRewriter(new Ssrc(77), 90_000, false);
        for (var i = 0; i < 5000; i++) Assert.True(rewriter.TryRewrite(Packet.Parse(Packet.Of(i, (uint)(i * 3000), payload: [1])), Packet.At(i), out _));
        rewriter.Switch();
        Assert.True(rewriter.TryRewrite(Packet.Parse(Packet.Of(5003, 9_000_000, payload: [1])), Packet.At(5003), out _));
        Assert.False(rewriter.TryRewrite(Packet.Parse(Packet.Of(5001, 8_994_000, payload: [1])), Packet.At(5004), out _));
    }

    [Fact]
    public void Whatever_the_sources_do_numbers_never_repeat_and_time_stamps_rise_over_switches()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var rewriter = new StreamRewriter(new Ssrc(77), 90_000, false);
            var used = new HashSet<int>();
            int number = random.Next(65536), before = -1;
            uint timestamp = (uint)random.NextInt64(1L << 32);
            RtpTimestamp? newest = null;
            for (var i = 0; i < 400; i++)
            {
                var isSwitch = random.Next(40) == 0;
                if (isSwitch)
                {
                    rewriter.Switch();
                    number = random.Next(65536);
                    timestamp = (uint)random.NextInt64(1L << 32);
                }

                number += random.Next(8) == 0 ? 2 : 1;
                timestamp += 3000;
                var packet = Packet.Parse(Packet.Of(number, timestamp, payload: [1]));
                if (random.Next(10) == 0 && rewriter.Skip(packet)) continue;
                Assert.True(rewriter.TryRewrite(packet, Packet.At(33 * i), out var rewrite));
                var header = rewrite.Header;
                Assert.True(used.Add(header.SequenceNumber.Value), $"seed {seed}");
                if (before >= 0) Assert.InRange((ushort)(header.SequenceNumber.Value - before), 1, 40);
                if (newest is { } last) Assert.True(header.Timestamp.DistanceFrom(last) > 0, $"seed {seed}");
                before = header.SequenceNumber.Value;
                newest = header.Timestamp;
            }
        }
    }
}
