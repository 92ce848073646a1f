using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Receive;

namespace ConfEngine.Rtp.Tests.Receive;

public sealed class NackGeneratorTests
{
    // Steps: "number@ms" a packet comes; "?ms=a,b" what is asked for then; "!" a key frame is wished for now.
    [Theory]
    [InlineData("1@0 2@0 ?100=")]
    [InlineData("1@0 4@0 ?4= ?5=2,3 ?6=")]                          // overtaking packets get their time
    [InlineData("1@0 3@0 2@3 ?5=")]                                 // and use it
    [InlineData("1@0 3@0 ?5=2 ?54= ?55=2 ?117= ?118=2 ?200=2")]     // 50 ms apart, then a quarter more each time
    [InlineData("1@0 3@0 5@10 ?5=2 ?15=4 ?55=2 ?65=4")]
    [InlineData("1@0 3@0 ?5=2 2@20 ?60=")]
    [InlineData("1@0 3@0 <3 ?60=")]                                 // forgotten
    [InlineData("1@0 400@0 ! ?60=")]                                // an outage
    [InlineData("1@0 3@0 ?5=2 ?1001= !")]                           // given up by age
    [InlineData("1@0 3@0 r 1@1 2@1 ?60=")]
    public void Missing_packets_are_asked_for_in_good_time(string steps)
    {
        var generator = new NackGenerator();
        foreach (var step in steps.Split(' '))
        {
            if (step == "!") Assert.True(generator.TakeKeyFrameWish());
            else if (step == "r") generator.Restart();
            else if (step[0] == '<') generator.ForgetBefore(int.Parse(step[1..]));
            else if (step[0] != '?') generator.OnPacket(int.Parse(step.Split('@')[0]), Packet.At(double.Parse(step.Split('@')[1])));
            else
            {
                var parts = step[1..].Split('=');
                Assert.Equal(parts[1], string.Join(',', Collect(generator, double.Parse(parts[0])).Select(n => n.Value)));
            }
        }

        Assert.False(generator.TakeKeyFrameWish());
    }

    [Fact]
    public void Deadlines_lead_to_every_request_and_then_to_the_end()
    {
        var generator = new NackGenerator();
        generator.OnPacket(1, Packet.At(0));
        generator.OnPacket(3, Packet.At(0));
        var asked = 0;
        for (var turns = 0; generator.NextDeadline is { } deadline; turns++)
        {
            Assert.InRange(turns, 0, 20);
            asked += generator.Collect(deadline, Packet.Ms(20), new SequenceNumber[8]);
        }

        Assert.Equal(NackGenerator.MaxRequests, asked);
        Assert.True(generator.TakeKeyFrameWish());
        Assert.Equal(0, generator.MissingCount);
    }

    [Fact]
    public void What_does_not_fit_is_asked_for_next()
    {
        var generator = new NackGenerator();
        generator.OnPacket(1, Packet.At(0));
        generator.OnPacket(12, Packet.At(0));
        Assert.Equal(4, generator.Collect(Packet.At(5), Packet.Ms(50), new SequenceNumber[4]));
        Assert.Equal(6, Collect(generator, 5).Length);
        Assert.Empty(Collect(generator, 5));
    }

    [Fact]
    public void The_list_never_grows_past_its_limit()
    {
        var random = new Random(5);
        var generator = new NackGenerator();
        long at = 0;
        for (var i = 0; i < 100_000; i++)
        {
            generator.OnPacket(at += random.Next(4) == 0 ? random.Next(300) : 2, Packet.At(i * 0.1));
            Assert.InRange(generator.MissingCount, 0, NackGenerator.Capacity);
            if (i % 50 == 0) Collect(generator, i * 0.1);
        }
    }

    private static SequenceNumber[] Collect(NackGenerator generator, double at)
    {
        var numbers = new SequenceNumber[64];
        return numbers[..generator.Collect(Packet.At(at), Packet.Ms(50), numbers)];
    }
}
