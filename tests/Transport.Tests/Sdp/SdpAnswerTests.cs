using System.Net;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Tests.Sdp;

public class SdpAnswerTests
{
    private static readonly LocalDescription Local = new()
    {
        Credentials = IceCredentials.TryCreate("srvU", "serverPasswordOf24Chars+", out var credentials) ? credentials : null!,
        Fingerprint = Fingerprint.FromHash(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()),
        Candidates =
        [
            IceCandidate.Host(0, UdpAddress.From(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 8443))),
            IceCandidate.Host(1, UdpAddress.From(new IPEndPoint(IPAddress.Loopback, 8443))),
        ],
        SessionId = 42,
    };

    [Fact]
    public void Chromium_gets_the_golden_answer()
    {
        var answer = Answer(BrowserOffers.Chromium, Local with { Tracks = new Dictionary<string, LocalTrack> { ["0"] = new("mix all", "wall", 9, null) } });
        Assert.Equal(GoldenAnswers.Chromium.ReplaceLineEndings("\r\n"), answer.Text);
        Assert.True(answer.Media[2].IsRejected);
        Assert.Equal(["h", "m", "l"], answer.Media[1].ReceiveLayers);
        Assert.Equal(4, answer.Media[0].FindExtension("urn:ietf:params:rtp-hdrext:sdes:mid"));
    }

    [Fact]
    public void H264_without_a_profile_is_baseline()
    {
        var offer = BrowserOffers.Chromium.Replace(";profile-level-id=42e01f", "", StringComparison.Ordinal).Replace(";profile-level-id=42001f", "", StringComparison.Ordinal);
        Assert.Contains(Answer(offer, Local).Media[1].Codecs, codec => codec.Name == "H264");
    }

    [Fact]
    public void Firefox_bundled_line_with_port_0_is_taken_and_directions_are_turned_round()
    {
        var answer = Answer(BrowserOffers.Firefox, Local);
        Assert.Equal([109, 120, 126], answer.Media.SelectMany(line => line.Codecs).Select(codec => codec.PayloadType));
        Assert.Equal(MediaDirection.ReceiveOnly, answer.Media[1].Direction);
        Assert.Equal(new AnnouncedSource(77, 78), Assert.Single(answer.Media[1].Sources));
        Assert.Contains("m=video 9 UDP/TLS/RTP/SAVPF 120 124 126 127\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("a=extmap:7/recvonly http://www.ietf.org/id/draft-holmer", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("csrc-audio-level", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("extmap-allow-mixed", answer.Text, StringComparison.Ordinal);
        Assert.Contains("a=group:BUNDLE 0 1\r\n", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_player_is_sent_the_track_it_may_have()
    {
        var tracks = new Dictionary<string, LocalTrack> { ["0"] = new("programme video", "wall", 5, 6) };
        var answer = Answer(BrowserOffers.Player, Local with { Tracks = tracks });
        Assert.Equal(MediaDirection.SendOnly, answer.Media[0].Direction);
        Assert.Equal(5u, answer.Media[0].Track!.Ssrc);
        Assert.Contains("a=sendonly\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("a=ssrc-group:FID 5 6\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Equal(MediaDirection.Inactive, Answer(BrowserOffers.Player, Local).Media[0].Direction);
    }

    [Fact]
    public void Our_answers_and_offers_are_read_back()
    {
        var tracks = new Dictionary<string, LocalTrack> { ["a"] = new("bot a", "bot", 1, null), ["v"] = new("bot v", "bot", 2, 3) };
        var client = Local with { Candidates = [], Tracks = tracks };
        var offer = SdpOffer.Make(client, [new("audio", "a", MediaDirection.SendReceive), new("video", "v", MediaDirection.SendOnly)]);
        var answer = Answer(offer.Text, Local);
        Assert.True(SdpDescription.TryRead(answer.Text, out var read, out var error), error);
        Assert.True(read.IsLite);
        Assert.Equal(Local.Candidates, read.Candidates);
        Assert.Equal(Local.Credentials.Ufrag, read.Credentials.Ufrag);
        Assert.True(read.Fingerprint.Matches(Local.Fingerprint));
        Assert.True(offer.TryAccept(read, out var agreed, out error), error);
        Assert.Equal(MediaDirection.SendOnly, agreed[0].Direction);
        Assert.Equal(["VP8", "H264", "VP9", "AV1"], agreed[1].Codecs.Select(codec => codec.Name));
        Assert.All(agreed[1].Codecs, codec => Assert.Equal(codec.PayloadType + 1, codec.RtxPayloadType));
        Assert.Equal(3u, agreed[1].Track!.RtxSsrc);
        Assert.Equal(answer.Media[1].Extensions.Select(extension => extension.Id), agreed[1].Extensions.Select(extension => extension.Id));
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public void A_client_sends_the_layers_the_server_takes(bool accepts, int layers)
    {
        var tracks = new Dictionary<string, LocalTrack> { ["v"] = new("bot v", "bot", 2, 3) };
        var offer = SdpOffer.Make(Local with { Tracks = tracks }, [new("video", "v", MediaDirection.SendOnly) { SendLayers = ["h", "m", "l"] }]);
        Assert.DoesNotContain("a=ssrc:", offer.Text, StringComparison.Ordinal);
        var answer = Answer(offer.Text, Local with { AcceptsSimulcast = accepts });
        Assert.Equal(layers, answer.Media[0].ReceiveLayers.Count);
        Assert.True(offer.TryAccept(Read(answer.Text), out var agreed, out var error), error);
        Assert.Equal(layers, agreed[0].SendLayers.Count);
    }

    [Fact]
    public void Renegotiation_adds_lines_and_keeps_the_transport()
    {
        var first = Read(BrowserOffers.Player);
        var more = BrowserOffers.Player.Replace("BUNDLE 0", "BUNDLE 0 1", StringComparison.Ordinal)
            + BrowserOffers.Player[BrowserOffers.Player.IndexOf("m=video", StringComparison.Ordinal)..].Replace("mid:0", "mid:1", StringComparison.Ordinal);
        var second = Read(more);
        Assert.True(second.KeepsTransport(first));
        Assert.False(Read(more.Replace("ufrag:play", "ufrag:again", StringComparison.Ordinal)).KeepsTransport(first));
        Assert.True(SdpAnswer.TryMake(second, Local with { Version = 2 }, out var answer, out _));
        Assert.Equal(2, answer.Media.Count);
        Assert.Contains("a=ice-ufrag:srvU\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("o=- 42 2 IN", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VP8/90000", "FLV1/90000", "no common codec: the offer has FLV1, this server takes opus, VP8")]
    [InlineData("setup:actpass", "setup:passive", "a=setup:passive")]
    [InlineData("a=rtcp-mux\n", "", "line 6: no a=rtcp-mux")]
    [InlineData("a=group:BUNDLE 0\n", "a=group:BUNDLE 7\n", "line 6: not in a=group:BUNDLE")]
    [InlineData("UDP/TLS/RTP/SAVPF", "RTP/AVP", "no audio or video over UDP/TLS/RTP/SAVPF")]
    public void Offers_that_cannot_be_served_are_refused_in_one_line(string from, string to, string expected)
    {
        var offer = Read(BrowserOffers.Player.Replace(from, to, StringComparison.Ordinal));
        Assert.False(SdpAnswer.TryMake(offer, Local, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    private static SdpDescription Read(string text)
    {
        Assert.True(SdpDescription.TryRead(text, out var description, out var error), error);
        return description;
    }

    private static SdpAnswer Answer(string offer, LocalDescription local)
    {
        Assert.True(SdpAnswer.TryMake(Read(offer), local, out var answer, out var error), error);
        return answer;
    }
}
