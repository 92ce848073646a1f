using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.TestKit.Media;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Transport.Tests.Peers;

public sealed class NodeAllocationTests
{
    private static readonly StreamKey Stream = new("a");

    [Fact]
    public void A_packet_that_is_taken_in_forwarded_and_assembled_allocates_nothing()
    {
        using var room = new TestRoom();
        var raw = room.AddRaw(CallLine.Publish(Stream, "p"));
        for (var i = 0; i < 10; i++)
        {
            var player = room.AddRaw(CallLine.Play(Stream, "q"));
            room.Server.Node.Forward(player.Call.OnServer, Stream, true);
        }

        var sink = new CountingSink();
        room.Server.Node.Watch(Stream, sink);
        room.World.Run(1);
        var path = new NetworkPath(0, raw.Address);
        var sender = new CountingSender();
        var datagrams = Record(raw);
        var now = room.World.Now;
        long allocated = 0;
        for (var i = 0; i < datagrams.Count; i++)
        {
            now += MediaTime.FromMilliseconds(10);
            var before = GC.GetAllocatedBytesForCurrentThread();
            room.Server.Node.OnDatagram(datagrams[i], path, now);
            room.Server.Node.OnTurn(now, sender);
            // The first rounds make buffers, fill caches and compile.
            if (i > datagrams.Count / 2) allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
        Assert.InRange(sink.Frames, 1_990, 2_001);
        Assert.InRange(room.Server.Node.Counters.Forwarded, 19_000, 20_010);
        Assert.InRange(sender.Datagrams, 20_000, 60_000);
    }

    // What a publisher sends, kept instead of delivered.
    private static List<byte[]> Record(RawPeer raw)
    {
        var datagrams = new List<byte[]>();
        var stream = new RawStream(raw, "pv", 77);
        for (var i = 0; i < 2_000; i++)
        {
            stream.SendFrame(i == 0);
            while (raw.Connection.TryGetTransmit(out var datagram, out _)) datagrams.Add(datagram.ToArray());
        }

        return datagrams;
    }

    private sealed class CountingSender : IDatagramSender
    {
        public long Datagrams { get; private set; }

        public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path) => Datagrams++;
    }

    private sealed class CountingSink : IStreamSink
    {
        public int WantedHeight => 720;

        public long Frames { get; private set; }

        public void OnVideo(EncodedFrame frame, VideoCodec codec, int quarterTurns) => Frames++;

        public void OnAudio(ReadOnlySpan<byte> packet, MediaTime pts, Instant arrival)
        {
        }

        public void OnClock(TrackKind kind, MediaTime captureAtZero)
        {
        }

        public bool TakeKeyFrameWish() => false;
    }
}
