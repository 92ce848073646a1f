using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Tests.Sdp;

public class SdpReadTests
{
    [Fact]
    public void Only_addresses_that_a_udp_client_can_check_are_candidates()
    {
        Assert.True(SdpDescription.TryRead(BrowserOffers.Chromium, out var offer, out _));
        Assert.Equal("192.0.2.9:47001", Assert.Single(offer.Candidates).Address.ToString());
    }

    [Theory]
    [InlineData("v=0", "v=1", "line 1: expected v=0")]
    [InlineData("o=- 1", "x=- 1", "line 2")]
    [InlineData("s=-", "t=-", "line 3: expected s=")]
    [InlineData("t=0 0", "hello", "line 4: expected TYPE=VALUE")]
    [InlineData("t=0 0", "t=0\u0007", "line 4: control character in 't=0?'")]
    [InlineData("m=video 9 UDP", "m=video 99999 UDP", "line 6: no port number: '99999'")]
    [InlineData("m=video 9 UDP/TLS/RTP/SAVPF 96 97", "m=video 9", "line 6: expected m=MEDIA")]
    [InlineData("SAVPF 96 97", "SAVPF 96 128", "line 6: no payload type: '128'")]
    [InlineData("ice-ufrag:play", "ice-ufrag:pl", "line 8: a=ice-ufrag")]
    [InlineData("a=ice-pwd:uQ2vJm5Q7jVbT0n4sXk1cR8e\n", "", "line 6: no a=ice-pwd")]
    [InlineData("fingerprint:sha-256 D0:", "fingerprint:sha-256 XX:", "line 10: no sha-256 fingerprint")]
    [InlineData("setup:actpass", "setup:holdconn", "line 11: a=setup")]
    [InlineData("mid:0", "mid:a b", "line 12: no identification tag")]
    [InlineData("rtpmap:96 VP8/90000", "rtpmap:96 VP8", "line 15: expected a=rtpmap:96 NAME/RATE")]
    [InlineData("rtpmap:97 rtx", "rtpmap:96 rtx", "line 17: second a=rtpmap for payload type 96")]
    [InlineData("rtcp-mux", "extmap:0 urn:x", "line 14: expected a=extmap")]
    [InlineData("rtcp-mux", "extmap:1/sideways urn:x", "line 14: no direction")]
    [InlineData("rtcp-mux", "simulcast:send a;b", "line 14: layer 'a' has no a=rid")]
    [InlineData("rtcp-mux", "ssrc:-1 cname:x", "line 14: no SSRC")]
    public void Malformed_lines_are_named(string from, string to, string expected)
    {
        var text = BrowserOffers.Player.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(BrowserOffers.Player, text);
        Assert.False(SdpDescription.TryRead(text, out _, out var error));
        Assert.StartsWith("SDP", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v=0")]
    [InlineData("v=0\r\no=x\r\ns=-\r\n")]
    [InlineData("{\"json\":true}")]
    public void What_is_no_sdp_is_refused(string text)
    {
        Assert.False(SdpDescription.TryRead(text, out _, out var error));
        Assert.StartsWith("SDP", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Size_is_bounded()
    {
        Assert.False(SdpDescription.TryRead(BrowserOffers.Player + new string('x', SdpParser.MaxLength), out _, out var error));
        Assert.Contains("characters", error, StringComparison.Ordinal);
        var section = BrowserOffers.Player[BrowserOffers.Player.IndexOf("m=video", StringComparison.Ordinal)..].Replace("a=mid:0\n", "", StringComparison.Ordinal);
        Assert.False(SdpDescription.TryRead(BrowserOffers.Player + string.Concat(Enumerable.Repeat(section, 200)), out _, out error));
        Assert.Contains("more than 128 m= lines", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_offers_are_read_or_refused_in_one_line()
    {
        var random = new Random(8866);
        var read = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var text = (i % 2 == 0 ? BrowserOffers.Chromium : BrowserOffers.Firefox).ToCharArray().ToList();
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(4))
                {
                    case 0: text[at] = (char)random.Next(256); break;
                    case 1: text.RemoveRange(at, Math.Min(text.Count - at, random.Next(1, 40))); break;
                    case 2: text.InsertRange(at, text.GetRange(random.Next(text.Count / 2), random.Next(1, 200))); break;
                    default: text[at] = ' '; break;
                }
            }

            if (SdpDescription.TryRead(string.Concat(text), out _, out var error)) read++;
            else Assert.DoesNotContain('\n', error);
        }

        Assert.InRange(read, 500, 9_500);
    }
}
