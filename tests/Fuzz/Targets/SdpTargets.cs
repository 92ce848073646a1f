using System.Net;
using System.Text;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Fuzz.Targets;

internal static class SdpTargets
{
    private static readonly LocalDescription s_server = new()
    {
        Credentials = IceCredentials.TryCreate("srvU", "serverPasswordOf24Chars+", out var credentials) ? credentials : null!,
        Fingerprint = Fingerprint.FromHash(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()),
        Candidates = [IceCandidate.Host(0, UdpAddress.From(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 8443)))],
        SessionId = 42,
        Tracks = new Dictionary<string, LocalTrack> { ["0"] = new("a b", "wall", 9, null), ["2"] = new("a c", "wall", 10, 11) },
    };

    private static readonly SdpOffer s_offer = SdpOffer.Make(s_server,
    [
        new WantedMedia("audio", "0", MediaDirection.SendReceive),
        new WantedMedia("video", "1", MediaDirection.ReceiveOnly),
        new WantedMedia("video", "2", MediaDirection.SendOnly) { SendLayers = ["h", "l"] },
    ]);

    private static readonly byte[][] s_words =
    [
        .. "\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n|\r\na=|a=mid:|a=rtpmap:96 VP8/90000\r\n|a=fmtp:97 apt=96\r\n|a=rid:h send\r\n|a=simulcast:send h;m;l\r\n|a=ssrc-group:FID 1 2\r\n|a=ssrc:1 cname:x\r\n|a=extmap:3 urn:x\r\n|a=bundle-only\r\n|a=setup:active\r\n|a=ice-lite\r\n|a=group:BUNDLE 0 1|a=candidate:1 1 udp 1 192.0.2.9 9 typ host\r\n|65536|4294967296|-1|,|;|~|/| |\0|é"
            .Split('|').Select(Encoding.UTF8.GetBytes),
    ];

    public static FuzzTarget Offer() => new("sdp-offer", [Encoding.UTF8.GetBytes(BrowserOffer), Encoding.UTF8.GetBytes(s_offer.Text)], RunOffer)
    {
        Iterations = 6000, MostAllocated = 2 << 20, MostBytes = 16_384, Words = s_words,
    };

    public static FuzzTarget Answer()
    {
        Rules.Hold(SdpDescription.TryRead(s_offer.Text, out var offer, out _));
        Rules.Hold(SdpAnswer.TryMake(offer, s_server, out var answer, out _));
        return new FuzzTarget("sdp-answer", [Encoding.UTF8.GetBytes(answer.Text)], RunAnswer)
        {
            Iterations = 6000, MostAllocated = 2 << 20, MostBytes = 16_384, Words = s_words,
        };
    }

    public static FuzzTarget Plain() => new("sdp-plain", [Encoding.UTF8.GetBytes(EncoderSdp)], RunPlain)
    {
        Iterations = 20_000, MostAllocated = 2 << 20, MostBytes = 16_384, Words = s_words,
    };

    public static FuzzTarget Candidate() => new(
        "ice-candidate",
        [.. new[] { "1 1 udp 2130706431 192.0.2.1 8443 typ host", "2 1 UDP 1 2001:db8::1 9 typ srflx raddr 0.0.0.0 rport 0", "1 1 tcp 9 192.0.2.9 9 typ host tcptype active" }.Select(Encoding.UTF8.GetBytes)],
        input =>
        {
            if (!IceCandidate.TryParse(Encoding.Latin1.GetString(input), out var candidate)) return 0;
            Rules.Hold(IceCandidate.TryParse(candidate.ToString(), out var again));
            Rules.Hold(again == candidate);
            return 1 + candidate.Kind.Length + (candidate.Address.IsV6 ? 16 : 0);
        }) { MostAllocated = 64 * 1024, Words = s_words };

    public static FuzzTarget Fingerprints() => new(
        "fingerprint", [Encoding.UTF8.GetBytes(s_server.Fingerprint.ToString()), Encoding.UTF8.GetBytes(s_server.Fingerprint.ToString().ToLowerInvariant())],
        input =>
        {
            if (!Fingerprint.TryParse(Encoding.Latin1.GetString(input), out var fingerprint)) return Math.Min(input.Length, 8);
            Rules.Hold(Fingerprint.TryParse(fingerprint.ToString(), out var again));
            Rules.Hold(again.Matches(fingerprint));
            return 100;
        }) { MostAllocated = 64 * 1024 };

    private static int RunOffer(ReadOnlySpan<byte> input)
    {
        if (!SdpDescription.TryRead(Encoding.UTF8.GetString(input), out var offer, out var error))
        {
            Rules.IsOneLine(error);
            return Shape(error);
        }

        if (!SdpAnswer.TryMake(offer, s_server, out var answer, out error))
        {
            Rules.IsOneLine(error);
            return 1000 + Shape(error);
        }

        Rules.Hold(answer.Media.Count == offer.Media.Count);
        // What we write, we can read: nothing of the offer got into the answer that means something else there.
        var understood = SdpDescription.TryRead(answer.Text, out var again, out error);
        if (!understood) throw new InvalidOperationException($"the answer cannot be read: {error}");
        Rules.Hold(again.Credentials == s_server.Credentials && again.Fingerprint.Matches(s_server.Fingerprint));
        Rules.Hold(again is { IsLite: true, Setup: "passive" });
        Rules.Hold(again.Media.Count == offer.Media.Count);
        for (var i = 0; i < again.Media.Count; i++)
        {
            Rules.Hold(again.Media[i].Mid == offer.Media[i].Mid);
            Rules.Hold(again.Media[i].Direction == answer.Media[i].Direction);
            Rules.Hold(again.Media[i].ReceiveLayers.SequenceEqual(answer.Media[i].ReceiveLayers));
        }

        return 2000 + answer.Media.Sum(line => 1 + line.Codecs.Count + 16 * line.ReceiveLayers.Count + (int)line.Direction);
    }

    private static int RunAnswer(ReadOnlySpan<byte> input)
    {
        if (!SdpDescription.TryRead(Encoding.UTF8.GetString(input), out var answer, out var error))
        {
            Rules.IsOneLine(error);
            return Shape(error);
        }

        if (!s_offer.TryAccept(answer, out var agreed, out error))
        {
            Rules.IsOneLine(error);
            return 1000 + Shape(error);
        }

        Rules.Hold(agreed.Count == s_offer.Media.Count);
        Rules.Hold(agreed.All(line => (line.Direction & ~s_offer.Media[line.Index].Direction) == 0));
        return 2000 + agreed.Sum(line => 1 + line.Codecs.Count + 16 * line.SendLayers.Count + (int)line.Direction);
    }

    private static int RunPlain(ReadOnlySpan<byte> input)
    {
        if (!PlainDescription.TryRead(Encoding.UTF8.GetString(input), out var plain, out var error))
        {
            Rules.IsOneLine(error);
            return Shape(error);
        }

        Rules.Hold(plain.Media.Count is 1 or 2);
        Rules.Hold(plain.Media.Select(line => line.Kind).Distinct().Count() == plain.Media.Count);
        var reply = plain.WriteReply(7, IPAddress.Parse("192.0.2.1"), [.. plain.Media.Select((_, index) => 6000 + 2 * index)]);
        // The reply speaks for the receiver; turned round it is what the encoder does.
        if (!PlainDescription.TryRead(reply.Replace("a=recvonly", "a=sendonly", StringComparison.Ordinal), out var again, out error)) throw new InvalidOperationException($"the reply cannot be read: {error}");
        Rules.Hold(again.Media.Select(line => (line.Kind, line.Codec.Name, line.Codec.PayloadType)).SequenceEqual(plain.Media.Select(line => (line.Kind, line.Codec.Name, line.Codec.PayloadType))));
        return 2000 + plain.Media.Sum(line => line.Codec.Name.Length + 16 * line.Index);
    }

    // Errors are told apart by their words, not by the numbers and quotes in them.
    private static int Shape(string error) => error.Count(char.IsAsciiLetterLower) % 900;

    /// <summary>What ffmpeg prints for H.264 and Opus.</summary>
    private const string EncoderSdp =
        "SDP:\nv=0\no=- 0 0 IN IP4 127.0.0.1\ns=No Name\nc=IN IP4 127.0.0.1\nt=0 0\na=tool:libavformat 59.27.100\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n"
        + "a=fmtp:96 packetization-mode=1; sprop-parameter-sets=Z0LAHtoCgL/lwFqAgICg,aM48gA==; profile-level-id=42C01E\nm=audio 5006 RTP/AVP 97\nb=AS:64\na=rtpmap:97 opus/48000/2\na=fmtp:97 sprop-stereo=1\n";

    /// <summary>What Chromium offers, in short.</summary>
    public const string BrowserOffer =
        "v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1 2\r\na=extmap-allow-mixed\r\na=msid-semantic: WMS 7f1e\r\n"
        + "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 0\r\nc=IN IP4 0.0.0.0\r\na=rtcp:9 IN IP4 0.0.0.0\r\na=candidate:1004 1 udp 2113937150 192.0.2.9 47001 typ host generation 0\r\n"
        + Transport + "a=mid:0\r\na=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level\r\na=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid\r\na=sendrecv\r\na=msid:7f1e a0\r\n"
        + "a=rtcp-mux\r\na=rtcp-rsize\r\na=rtpmap:111 opus/48000/2\r\na=rtcp-fb:111 transport-cc\r\na=fmtp:111 minptime=10;useinbandfec=1\r\na=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111\r\n"
        + "a=ssrc:1111 cname:c1\r\nm=video 9 UDP/TLS/RTP/SAVPF 96 97 102 103\r\nc=IN IP4 0.0.0.0\r\n" + Transport
        + "a=mid:1\r\na=extmap:13 urn:3gpp:video-orientation\r\na=extmap:10/sendonly urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r\na=sendonly\r\na=rtcp-mux\r\na=rtcp-rsize\r\n"
        + "a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack\r\na=rtcp-fb:96 nack pli\r\na=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=96\r\na=rtpmap:102 H264/90000\r\n"
        + "a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f\r\na=rtpmap:103 rtx/90000\r\na=fmtp:103 apt=102\r\na=rid:h send\r\na=rid:m send\r\n"
        + "a=rid:l send\r\na=simulcast:send h;m;l\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\n" + Transport + "a=mid:2\r\na=sctp-port:5000\r\n";

    private const string Transport =
        "a=ice-ufrag:Zk3W\r\na=ice-pwd:uQ2vJm5Q7jVbT0n4sXk1cR8e\r\na=ice-options:trickle\r\na=fingerprint:sha-256 D0:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\r\na=setup:actpass\r\n";
}
