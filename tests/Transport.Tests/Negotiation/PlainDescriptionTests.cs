using System.Net;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Tests.Negotiation;

public class PlainDescriptionTests
{
    /// <summary>As ffmpeg 5.1 wrote it: <c>-map 0:v -c:v libx264 -bf 0 -f rtp rtp://… -map 1:a -c:a libopus -f rtp rtp://… -sdp_file …</c>.</summary>
    private const string Ffmpeg = """
        v=0
        o=- 0 0 IN IP4 127.0.0.1
        s=No Name
        t=0 0
        a=tool:libavformat 59.27.100
        m=video 5004 RTP/AVP 96
        c=IN IP4 192.0.2.1
        a=rtpmap:96 H264/90000
        a=fmtp:96 packetization-mode=1
        m=audio 5006 RTP/AVP 97
        c=IN IP4 192.0.2.1
        b=AS:64
        a=rtpmap:97 opus/48000/2

        """;

    /// <summary>In the form of GStreamer's sdpdemux peers: address at session level, clock in the fmtp line, a port for RTCP.</summary>
    private const string Gstreamer = """
        v=0
        o=- 1188340656180883 1 IN IP4 192.0.2.7
        s=Session streamed by GStreamer
        i=server.sh
        c=IN IP4 239.1.1.1/64
        t=0 0
        a=tool:GStreamer
        a=type:broadcast
        m=video 5000 RTP/AVPF 96
        a=rtcp:5005
        a=rtpmap:96 VP8/90000
        a=rtcp-fb:96 nack pli
        a=framerate:30
        m=audio 0 RTP/AVP 0

        """;

    [Fact]
    public void What_ffmpeg_writes_is_read()
    {
        var sent = Read("SDP:\n" + Ffmpeg);
        Assert.Equal(["video", "audio"], sent.Media.Select(line => line.Kind));
        Assert.Equal(["H264", "opus"], sent.Media.Select(line => line.Codec.Name));
        Assert.Equal([96, 97], sent.Media.Select(line => line.Codec.PayloadType));
        Assert.Equal([90000, 48000], sent.Media.Select(line => line.Codec.ClockRate));
    }

    [Fact]
    public void The_reply_says_where_to_send_and_keeps_refused_lines()
    {
        var reply = Read(Ffmpeg).WriteReply(5, IPAddress.Parse("192.0.2.9"), [40000, 40002]);
        Assert.Contains("c=IN IP4 192.0.2.9\r\n", reply, StringComparison.Ordinal);
        Assert.Contains("m=video 40000 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=rtcp:40001\r\na=recvonly\r\n", reply, StringComparison.Ordinal);
        Assert.Contains("m=audio 40002 RTP/AVP 97\r\na=rtpmap:97 opus/48000/2\r\na=rtcp:40003\r\na=recvonly\r\n", reply, StringComparison.Ordinal);
        var other = Read(Gstreamer).WriteReply(5, IPAddress.IPv6Loopback, [40000]);
        Assert.Contains("c=IN IP6 ::1\r\n", other, StringComparison.Ordinal);
        Assert.Contains("m=video 40000 RTP/AVPF 96\r\n", other, StringComparison.Ordinal);
        Assert.EndsWith("m=audio 0 RTP/AVP 0\r\n", other, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opus/48000/2", "MPEG4-GENERIC/44100/1", "line 10: AAC: send Opus: -c:a libopus")]
    [InlineData("m=audio 5006 RTP/AVP 97", "m=audio 5006 RTP/AVP 0", "line 10: 'PCMU' is not taken: send Opus")]
    [InlineData("opus/48000/2", "opus/48000", "line 10: Opus is opus/48000/2")]
    [InlineData("H264/90000", "H265/90000", "line 6: H.265 is not taken")]
    [InlineData("H264/90000", "H264/48000", "line 6: H264 has a clock of 90000")]
    [InlineData("packetization-mode=1", "packetization-mode=2", "line 6: H.264 with packetization-mode 2")]
    [InlineData("m=video 5004 RTP/AVP 96", "m=video 5004 RTP/AVP 33", "line 6: MPEG-TS")]
    [InlineData("m=video 5004 RTP/AVP 96", "m=video 5004 RTP/SAVP 96", "line 6: 'RTP/SAVP' is encrypted")]
    [InlineData("m=video 5004 RTP/AVP 96", "m=video 5004 udp 96", "line 6: expected RTP/AVP")]
    [InlineData("m=video 5004 RTP/AVP 96", "m=application 5004 RTP/AVP 96", "line 6: 'application' is of no use")]
    [InlineData("m=audio 5006 RTP/AVP 97", "m=video 5006 RTP/AVP 96\na=rtpmap:96 VP8/90000", "line 10: second video")]
    [InlineData("a=rtpmap:96 H264/90000", "a=x-none", "line 6: no a=rtpmap for payload type '96'")]
    [InlineData("b=AS:64", "a=recvonly", "line 12: a=recvonly says that nothing is sent")]
    [InlineData("c=IN IP4 192.0.2.1\nb", "c=IN IP4 ::1\nb", "line 11: '::1' is no IP4 address")]
    [InlineData("c=IN IP4 192.0.2.1\nb", "c=ATM\nb", "line 11: expected c=IN IP4 ADDRESS")]
    public void What_cannot_be_taken_is_refused_with_the_remedy(string from, string to, string expected)
    {
        var text = Ffmpeg.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Ffmpeg, text);
        Assert.False(PlainDescription.TryRead(text, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Fact]
    public void Without_a_port_there_is_nothing_to_receive()
    {
        var text = Ffmpeg.Replace(" 5004 ", " 0 ", StringComparison.Ordinal).Replace(" 5006 ", " 0 ", StringComparison.Ordinal);
        Assert.False(PlainDescription.TryRead(text, out _, out var error));
        Assert.Contains("nothing to receive", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_descriptions_are_read_or_refused_in_one_line()
    {
        var random = new Random(3);
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var text = Mutation.Of(random.Next(2) == 0 ? Ffmpeg : Gstreamer, random);
            if (PlainDescription.TryRead(text, out var sent, out var error))
            {
                Assert.InRange(sent.Media.Count, 1, 2);
                Assert.StartsWith("v=0\r\n", sent.WriteReply(1, IPAddress.Loopback, [.. sent.Media.Select((_, index) => 4000 + 2 * index)]), StringComparison.Ordinal);
                continue;
            }

            refused++;
            Assert.StartsWith("SDP", error, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error);
        }

        Assert.InRange(refused, 100, 2900);
    }

    private static PlainDescription Read(string text)
    {
        Assert.True(PlainDescription.TryRead(text, out var sent, out var error), error);
        return sent;
    }
}
