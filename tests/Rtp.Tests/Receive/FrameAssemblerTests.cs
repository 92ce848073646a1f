using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;

namespace ConfEngine.Rtp.Tests.Receive;

public sealed class FrameAssemblerTests
{
    private static readonly byte[] s_keyStart = [0x10, 0x00, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly byte[] s_deltaStart = [0x10, 0x01, 9];
    private static readonly byte[] s_more = [0x00, 0xee];

    // Packets "number:time stamp kind", kind K or D for a start, m for more, e for an empty one; "." marks the frame's end.
    // "@ms" takes at that time. Output: time stamp and K or D of each frame, "!" when a key frame is wished for.
    [Theory]
    [InlineData("1:1K. 2:2D.", "1K 2D")]
    [InlineData("1:1K 2:1m 3:1m. 4:2D 5:2m.", "1K 2D")]
    [InlineData("3:1m. 1:1K 2:1m 4:2D.", "! 1K 2D")]                       // the first packet overtook others
    [InlineData("1:1K. 3:2m. 2:2D 4:3D.", "1K 2D 3D")]                     // order restored
    [InlineData("1:1K. 2:2D 3:3D.", "1K 2D 3D")]                           // no marker: the next time stamp ends it
    [InlineData("1:1K. 2:1e 3:2D.", "1K 2D")]                              // padding between frames
    [InlineData("1:1K 2:1e 3:1m. 4:2D.", "1K 2D")]                         // and inside one
    [InlineData("1:1D. 2:2D. 3:3K. 4:4D.", "! 3K 4D")]                     // nothing before the first key frame
    [InlineData("1:1K. 3:3D. @399 4:4D. @400", "1K !")]                    // the gap is given up
    [InlineData("1:1K. 3:3D. @0 5:5K. 6:6D. @400", "1K 5K 6D")]            // to the next key frame at once
    [InlineData("1:1K. 3:3D. @0 @400 4:4D. 5:5K. 6:6D.", "1K ! 5K 6D")]
    [InlineData("1:1K. 3:3D. @0 @300 2:2D. @401", "1K 2D 3D")]             // filled in time
    [InlineData("1:1K. 2:2m. 3:3D. 4:4K.", "1K ! 4K")]                     // a frame without its beginning
    [InlineData("1:1K. 1:1K. 2:2D. 1:1K.", "1K 2D")]                       // twice
    [InlineData("1:1K. 2000:2D. 2001:3K.", "1K ! 3K")]                     // more than it holds
    [InlineData("1:1K. 2:2D. r 1:7D. 2:8K.", "1K 2D ! 8K")]
    public void Whole_frames_come_out_in_order(string input, string output)
    {
        var pool = new PacketPool(64);
        var assembler = new FrameAssembler(VideoCodec.Vp8, 90_000, pool);
        var frame = new EncodedFrame();
        var found = new List<string>();
        double at = 0;
        foreach (var step in input.Split(' '))
        {
            if (step[0] == '@') at = double.Parse(step[1..]);
            else if (step == "r") assembler.Restart();
            else Insert(assembler, step, at);
            while (assembler.TryTake(Packet.At(at), frame)) found.Add($"{frame.Timestamp.Value}{(frame.IsKeyFrame ? 'K' : 'D')}");
            if (assembler.TakeKeyFrameWish()) found.Add("!");
        }

        Assert.Equal(output, string.Join(' ', found));
        assembler.Restart();
        Assert.Equal(0, pool.Rented);
    }

    [Fact]
    public void A_frame_tells_its_time_and_its_arrival()
    {
        var assembler = new FrameAssembler(VideoCodec.Vp8, 90_000, new PacketPool(8));
        var frame = new EncodedFrame();
        Insert(assembler, "1:9000K.", 0);
        Assert.True(assembler.TryTake(Packet.At(0), frame));
        Insert(assembler, "2:12000D", 40);
        Insert(assembler, "4:12000m.", 42);
        Insert(assembler, "3:12000m", 60);
        Assert.True(assembler.TryTake(Packet.At(60), frame));
        Assert.Equal((Packet.At(40), Packet.At(60), 4L), (frame.FirstArrival, frame.LastArrival, frame.LastSequence));
        Assert.Equal(100.0 / 3, frame.Pts.Milliseconds, 0.001);
        Assert.Equal([1, 9, 0xee, 0xee], frame.Data.Span.ToArray());
    }

    [Fact]
    public void A_pool_without_buffers_costs_frames_and_nothing_else()
    {
        var pool = new PacketPool(4);
        var assembler = new FrameAssembler(VideoCodec.Vp8, 90_000, pool);
        var frame = new EncodedFrame();
        for (var i = 1; i <= 10; i++) Insert(assembler, $"{i}:1{(i == 1 ? 'K' : 'm')}{(i == 10 ? "." : "")}", 0);
        Assert.False(assembler.TryTake(Packet.At(0), frame));
        Insert(assembler, "20:2K.", 0);
        Assert.False(assembler.TryTake(Packet.At(0), frame));
        Assert.InRange(pool.Rented, 0, 4);
        assembler.Restart();
        Insert(assembler, "21:3K.", 0);
        Assert.True(assembler.TryTake(Packet.At(0), frame));
    }

    [Theory]
    [InlineData(VideoCodec.Vp8)]
    [InlineData(VideoCodec.Vp9)]
    [InlineData(VideoCodec.H264)]
    [InlineData(VideoCodec.Av1)]
    public void Any_stream_of_bytes_leaves_it_bounded(VideoCodec codec)
    {
        var random = new Random(99);
        var pool = new PacketPool(200);
        var assembler = new FrameAssembler(codec, 90_000, pool);
        var frame = new EncodedFrame();
        long number = 70_000;
        uint timestamp = 0;
        for (var i = 0; i < 100_000; i++)
        {
            number += random.Next(100) switch { 0 => random.Next(3000), < 5 => 2, < 10 => -3, _ => 1 };
            timestamp += random.Next(3) == 0 ? 3000u : 0;
            var bytes = Packet.Of((int)number, timestamp, random.Next(3) == 0, Bytes.Random(random, 20));
            assembler.Insert(number, Packet.Parse(bytes), Packet.At(i));
            while (assembler.TryTake(Packet.At(i), frame)) Assert.True(frame.Data.Length > 0);
            Assert.InRange(pool.Rented, 0, 200);
        }

        Assert.True(assembler.Breaks > 10);
        assembler.Restart();
        Assert.Equal(0, pool.Rented);
    }

    private static void Insert(FrameAssembler assembler, string packet, double at)
    {
        var isLast = packet.EndsWith('.');
        var parts = packet.TrimEnd('.').Split(':');
        var number = int.Parse(parts[0]);
        ReadOnlySpan<byte> payload = parts[1][^1] switch { 'K' => s_keyStart, 'D' => s_deltaStart, 'm' => s_more, _ => [] };
        assembler.Insert(number, Packet.Parse(Packet.Of(number, uint.Parse(parts[1][..^1]), isLast, payload)), Packet.At(at));
    }
}
