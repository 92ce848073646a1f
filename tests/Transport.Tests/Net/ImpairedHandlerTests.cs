using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Transport.Tests.Net;

public class ImpairedHandlerTests
{
    private static readonly MediaTime Millisecond = MediaTime.FromMilliseconds(1);
    private static readonly NetworkPath Path = new(1, UdpAddress.FromBytes([10, 0, 0, 9], 4000));

    [Fact]
    public void Both_directions_pass_it_with_their_delay_and_their_deadline()
    {
        var echo = new Echo();
        var handler = new ImpairedHandler(
            echo, new Impairment(new ImpairmentOptions { Delay = Millisecond * 10 }, 1), new Impairment(new ImpairmentOptions { Delay = Millisecond * 5 }, 2));
        var sent = new Outbox();
        Assert.Equal(Echo.OwnDeadline, handler.OnTurn(At(0), sent));
        handler.OnDatagram([7, 8], Path, At(1));
        Assert.Equal(At(11), handler.OnTurn(At(2), sent));
        Assert.Empty(echo.Arrivals);
        // The turn comes late: the time of arrival does not, the echo leaves now.
        Assert.Equal(At(18), handler.OnTurn(At(13), sent));
        Assert.Equal([At(11)], echo.Arrivals);
        Assert.Empty(sent.Datagrams);
        Assert.Equal(Echo.OwnDeadline, handler.OnTurn(At(18), sent));
        var (bytes, path) = Assert.Single(sent.Datagrams);
        Assert.Equal([7, 8], bytes);
        Assert.Equal(Path, path);
    }

    [Fact]
    public void What_is_lost_on_the_way_in_never_arrives_and_the_way_out_is_another()
    {
        var echo = new Echo();
        var outbound = new Impairment(new ImpairmentOptions { Loss = 0.5 }, 4);
        var handler = new ImpairedHandler(echo, new Impairment(new ImpairmentOptions { Loss = 0.5 }, 3), outbound);
        var sent = new Outbox();
        for (var i = 0; i < 1000; i++)
        {
            handler.OnDatagram([(byte)i], Path, At(i));
            handler.OnTurn(At(i), sent);
        }

        Assert.InRange(echo.Arrivals.Count, 450, 550);
        Assert.InRange(sent.Datagrams.Count, 200, 300);
        Assert.Equal(echo.Arrivals.Count, outbound.Offered);
        Assert.Equal(echo.Arrivals.Count - sent.Datagrams.Count, outbound.Lost);
    }

    private static Instant At(long milliseconds) => new(milliseconds * Millisecond.Nanoseconds);

    private sealed class Echo : IDatagramHandler
    {
        private readonly Queue<(byte[] Bytes, NetworkPath Path)> _answers = [];

        public static Instant OwnDeadline => At(100_000);

        public List<Instant> Arrivals { get; } = [];

        public void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival)
        {
            Arrivals.Add(arrival);
            _answers.Enqueue((datagram.ToArray(), path));
        }

        public Instant? OnTurn(Instant now, IDatagramSender sender)
        {
            while (_answers.TryDequeue(out var answer)) sender.Send(answer.Bytes, answer.Path);
            return OwnDeadline;
        }
    }

    private sealed class Outbox : IDatagramSender
    {
        public List<(byte[] Bytes, NetworkPath Path)> Datagrams { get; } = [];

        public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path) => Datagrams.Add((datagram.ToArray(), path));
    }
}
