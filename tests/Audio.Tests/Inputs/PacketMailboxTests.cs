using ConfEngine.Audio.Inputs;

namespace ConfEngine.Audio.Tests.Inputs;

public class PacketMailboxTests
{
    [Fact]
    public void First_in_first_out_and_bounded()
    {
        var mailbox = new PacketMailbox(4);
        for (var i = 0; i < 4; i++)
        {
            mailbox.Reserve()!.SetPcm([i], i, 1, 0);
            mailbox.Publish();
        }

        Assert.Null(mailbox.Reserve());
        Assert.Equal(0, mailbox.Free);
        Assert.Equal(4, mailbox.Samples);
        var packet = new PacketBuffer();
        for (var i = 0; i < 4; i++)
        {
            Assert.True(mailbox.TryTake(ref packet));
            Assert.Equal(i, packet.Start);
        }

        Assert.False(mailbox.TryTake(ref packet));
        Assert.Equal(0, mailbox.Samples);
    }

    [Fact]
    public void Two_threads_lose_nothing_and_tear_nothing()
    {
        const int Count = 200_000;
        var mailbox = new PacketMailbox(64);
        var writer = new Thread(() =>
        {
            Span<float> pcm = stackalloc float[16];
            for (var i = 0; i < Count;)
            {
                if (mailbox.Reserve() is not { } buffer) continue;
                pcm.Fill(i % 1000);
                buffer.SetPcm(pcm, i, 1, 0);
                mailbox.Publish();
                i++;
            }
        });
        writer.Start();
        var packet = new PacketBuffer();
        for (var expected = 0; expected < Count;)
        {
            if (!mailbox.TryTake(ref packet)) continue;
            if (packet.Start != expected || packet.Pcm[0] != expected % 1000 || packet.Pcm[15] != expected % 1000)
                Assert.Fail($"packet {expected} came as {packet.Start} with {packet.Pcm[0]}..{packet.Pcm[15]}");
            expected++;
        }

        writer.Join();
        Assert.Equal(0, mailbox.Samples);
    }
}
