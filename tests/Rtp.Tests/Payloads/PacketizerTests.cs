using ConfEngine.Rtp.Payloads;
using FsCheck;
using FsCheck.Fluent;

namespace ConfEngine.Rtp.Tests.Payloads;

public sealed class PacketizerTests
{
    [Fact]
    public void Small_h264_units_travel_together_and_large_ones_in_pieces()
    {
        var frame = Bytes.Of("0000000109f0 00000001 6742001e 00000001 68ce 000001 65" + new string('1', 60));
        var packetizer = new H264Packetizer();
        var payloads = Cut(packetizer, frame, 20);
        Assert.Equal(
            ["78000467 42001e000268ce".Replace(" ", ""), "7c85" + new string('1', 30), "7c45" + new string('1', 30)],
            payloads.Select(Convert.ToHexStringLower));
    }

    [Fact]
    public void Zero_bytes_before_a_start_code_belong_to_it()
    {
        var payloads = Cut(new H264Packetizer(), Bytes.Of("000001 41 9a 80 00 00 00 01 41 9b"), 100);
        Assert.Equal("580003419a800002419b", Convert.ToHexStringLower(Assert.Single(payloads)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("6588aa")]
    [InlineData("000001")]
    [InlineData("00000001 09f0")]
    public void A_frame_without_units_gives_no_payload(string hex) => Assert.Empty(Cut(new H264Packetizer(), Bytes.Of(hex), 100));

    [Fact]
    public void Vp8_counts_pictures_and_wraps()
    {
        var packetizer = new Vp8Packetizer(0x7fff);
        Assert.Equal(["9080ffff" + new string('a', 14), "8080ffff" + new string('a', 12)], Cut(packetizer, Bytes.Of(new string('a', 26)), 16, 2).Select(Convert.ToHexStringLower));
        Assert.Equal("90808000bb", Convert.ToHexStringLower(Assert.Single(Cut(packetizer, Bytes.Of("bb"), 16))));
    }

    [Fact]
    public void What_is_cut_is_put_together_again() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60),
        Prop.ForAll(ArbMap.Default.ArbFor<ushort[]>(), ArbMap.Default.ArbFor<byte>(), (lengths, limit) =>
        {
            var random = new Random(limit);
            var maxPayload = IPacketizer.MinPayloadLength + limit;
            var units = lengths.Select(length => Unit(random, 1 + length % 3000)).ToArray();
            var annexB = units.SelectMany(unit => new byte[] { 0, 0, 0, 1 }.Concat(unit)).ToArray();
            var vp8 = annexB.Prepend((byte)1).ToArray();
            return RoundTrips(new H264Packetizer(), VideoCodec.H264, annexB, maxPayload) && RoundTrips(new Vp8Packetizer(), VideoCodec.Vp8, vp8, maxPayload);
        }));

    private static bool RoundTrips(IPacketizer packetizer, VideoCodec codec, byte[] frame, int maxPayload)
    {
        var payloads = Cut(packetizer, frame, maxPayload);
        var buffer = new FrameBuffer();
        if (frame.Length == 0) return payloads.Count == 0;
        return payloads.All(payload => payload.Length <= maxPayload)
            && DepacketizerTests.TryDepacketize(codec, payloads, buffer, out _)
            && buffer.Span.SequenceEqual(frame);
    }

    // No zero bytes inside, so that no start code comes up by chance.
    private static byte[] Unit(Random random, int length)
    {
        var unit = new byte[length];
        for (var i = 0; i < length; i++) unit[i] = (byte)random.Next(1, 256);
        unit[0] = 0x41;
        return unit;
    }

    private static List<byte[]> Cut(IPacketizer packetizer, byte[] frame, int maxPayload, int expected = -1)
    {
        var payloads = new List<byte[]>();
        var buffer = new byte[maxPayload];
        packetizer.Begin(frame);
        var ended = false;
        while (packetizer.TryNext(buffer, out var length, out var isLast))
        {
            Assert.False(ended);
            ended = isLast;
            payloads.Add(buffer[..length]);
        }

        Assert.Equal(payloads.Count > 0, ended);
        if (expected >= 0) Assert.Equal(expected, payloads.Count);
        return payloads;
    }
}
