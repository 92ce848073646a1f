using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConfEngine.Transport.Sdp;

/// <summary>Writes SDP text, lines ended by CR LF.</summary>
internal sealed class SdpWriter
{
    private readonly StringBuilder _text = new();

    private SdpWriter()
    {
    }

    /// <summary>The answer of a lite server.</summary>
    public static string WriteAnswer(SdpDescription offer, LocalDescription local, IReadOnlyList<NegotiatedMedia> media)
    {
        var writer = new SdpWriter();
        writer.WriteSession(local);
        writer.Line("a=ice-lite");
        var bundle = media.Where(line => !line.IsRejected && line.Mid.Length > 0).Select(line => line.Mid).ToList();
        if (offer.Bundle.Count > 0) writer.Line($"a=group:BUNDLE {string.Join(' ', bundle)}");
        if (offer.AllowsMixedExtensions) writer.Line("a=extmap-allow-mixed");
        writer.Line("a=msid-semantic: WMS *");
        var hasCandidates = false;
        foreach (var line in media)
        {
            var offered = offer.Media[line.Index];
            if (line.IsRejected)
            {
                writer.WriteRefusal(offered);
                continue;
            }

            writer.WriteMediaLine(line.Kind, offered.Protocol, line.Codecs);
            // The first line of a bundle carries the candidates of all (RFC 9143, section 7.3).
            if (!hasCandidates) writer.WriteCandidates(local);
            hasCandidates = true;
            writer.WriteTransport(local, "passive");
            writer.WriteMedia(line, offered.HasReducedSizeRtcp);
        }

        return writer._text.ToString();
    }

    /// <summary>The offer of one of our own clients.</summary>
    public static string WriteOffer(LocalDescription local, IReadOnlyList<NegotiatedMedia> media)
    {
        var writer = new SdpWriter();
        writer.WriteSession(local);
        writer.Line($"a=group:BUNDLE {string.Join(' ', media.Select(line => line.Mid))}");
        writer.Line("a=msid-semantic: WMS *");
        foreach (var line in media)
        {
            writer.WriteMediaLine(line.Kind, "UDP/TLS/RTP/SAVPF", line.Codecs);
            if (line.Index == 0) writer.WriteCandidates(local);
            writer.WriteTransport(local, "actpass");
            writer.WriteMedia(line, reducedSize: true);
        }

        return writer._text.ToString();
    }

    /// <summary>Where an encoder of plain RTP is to send.</summary>
    public static string WritePlain(PlainDescription sent, ulong sessionId, IPAddress address, IReadOnlyList<int> ports)
    {
        var writer = new SdpWriter();
        var where = $"IN {(address.AddressFamily == AddressFamily.InterNetworkV6 ? "IP6" : "IP4")} {address}";
        writer.Line("v=0");
        writer.Line($"o=- {sessionId} 1 {where}");
        writer.Line("s=ConfEngine");
        writer.Line($"c={where}");
        writer.Line("t=0 0");
        for (var index = 0; index < sent.Sections.Count; index++)
        {
            var section = sent.Sections[index];
            var at = sent.Media.ToList().FindIndex(line => line.Index == index);
            if (at < 0)
            {
                writer.Line($"m={section.Kind} 0 {section.Protocol} {string.Join(' ', section.Formats)}");
                continue;
            }

            var codec = sent.Media[at].Codec;
            writer.Line($"m={section.Kind} {ports[at]} {section.Protocol} {codec.PayloadType}");
            writer.Line($"a=rtpmap:{codec.PayloadType} {codec.Name}/{codec.ClockRate}{(codec.Channels > 1 ? "/" + codec.Channels : "")}");
            // RTCP has a port of its own (RFC 3605), whether the encoder would share one or not.
            writer.Line($"a=rtcp:{ports[at] + 1}");
            writer.Line("a=recvonly");
        }

        return writer._text.ToString();
    }

    private void WriteSession(LocalDescription local)
    {
        Line("v=0");
        Line($"o=- {local.SessionId} {local.Version} IN IP4 127.0.0.1");
        Line("s=-");
        Line("t=0 0");
    }

    private void WriteMediaLine(string kind, string protocol, IReadOnlyList<RtpCodec> codecs)
    {
        // Port 9 and no address: the candidates say where (RFC 8829, section 5.2.1).
        _text.Append(CultureInfo.InvariantCulture, $"m={kind} 9 {protocol}");
        foreach (var codec in codecs)
        {
            _text.Append(CultureInfo.InvariantCulture, $" {codec.PayloadType}");
            if (codec.RtxPayloadType is { } rtx) _text.Append(CultureInfo.InvariantCulture, $" {rtx}");
        }

        Line("");
        Line("c=IN IP4 0.0.0.0");
    }

    // A refused m-line keeps its place (RFC 3264, section 6).
    private void WriteRefusal(SdpMedia offered)
    {
        Line($"m={offered.Kind} 0 {offered.Protocol} {string.Join(' ', offered.Formats)}");
        Line("c=IN IP4 0.0.0.0");
        if (offered.Mid.Length > 0) Line($"a=mid:{offered.Mid}");
        Line("a=inactive");
    }

    private void WriteCandidates(LocalDescription local)
    {
        foreach (var candidate in local.Candidates) Line($"a=candidate:{candidate}");
        if (local.Candidates.Count > 0) Line("a=end-of-candidates");
    }

    private void WriteTransport(LocalDescription local, string setup)
    {
        Line($"a=ice-ufrag:{local.Credentials.Ufrag}");
        Line($"a=ice-pwd:{local.Credentials.Password}");
        Line($"a=fingerprint:{local.Fingerprint}");
        Line($"a=setup:{setup}");
    }

    private void WriteMedia(NegotiatedMedia line, bool reducedSize)
    {
        if (line.Mid.Length > 0) Line($"a=mid:{line.Mid}");
        Line("a=rtcp-mux");
        if (reducedSize) Line("a=rtcp-rsize");
        foreach (var extension in line.Extensions)
            Line($"a=extmap:{extension.Id}{(extension.Direction is { } way ? "/" + NameOf(way) : "")} {extension.Uri}");
        Line("a=" + NameOf(line.Direction));
        foreach (var codec in line.Codecs) WriteCodec(codec);
        if (line.Track is { } track) WriteTrack(track, hasSources: line.SendLayers.Count == 0);
        foreach (var layer in line.SendLayers) Line($"a=rid:{layer} send");
        if (line.SendLayers.Count > 0) Line($"a=simulcast:send {string.Join(';', line.SendLayers)}");
        foreach (var layer in line.ReceiveLayers) Line($"a=rid:{layer} recv");
        if (line.ReceiveLayers.Count > 0) Line($"a=simulcast:recv {string.Join(';', line.ReceiveLayers)}");
    }

    private void WriteCodec(RtpCodec codec)
    {
        Line($"a=rtpmap:{codec.PayloadType} {codec.Name}/{codec.ClockRate}{(codec.Channels > 1 ? "/" + codec.Channels : "")}");
        foreach (var feedback in codec.Feedback) Line($"a=rtcp-fb:{codec.PayloadType} {feedback}");
        if (codec.Parameters.Length > 0) Line($"a=fmtp:{codec.PayloadType} {codec.Parameters}");
        if (codec.RtxPayloadType is not { } rtx) return;
        Line($"a=rtpmap:{rtx} rtx/{codec.ClockRate}");
        Line($"a=fmtp:{rtx} apt={codec.PayloadType}");
    }

    // Layers are told apart by RID; they have SSRCs that no SDP knows.
    private void WriteTrack(LocalTrack track, bool hasSources)
    {
        Line($"a=msid:{track.StreamId}");
        if (!hasSources) return;
        if (track.RtxSsrc is { } rtx) Line($"a=ssrc-group:FID {track.Ssrc} {rtx}");
        Line($"a=ssrc:{track.Ssrc} cname:{track.Cname}");
        if (track.RtxSsrc is { } repeated) Line($"a=ssrc:{repeated} cname:{track.Cname}");
    }

    private void Line(string line) => _text.Append(line).Append("\r\n");

    private static string NameOf(MediaDirection direction) => direction switch
    {
        MediaDirection.SendReceive => "sendrecv",
        MediaDirection.SendOnly => "sendonly",
        MediaDirection.ReceiveOnly => "recvonly",
        _ => "inactive",
    };
}
