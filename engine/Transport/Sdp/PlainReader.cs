using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ConfEngine.Transport.Sdp;

/// <summary>Makes a <see cref="PlainDescription"/> of the lines of an SDP.</summary>
internal static class PlainReader
{
    private const string SendOpus = "send Opus: -c:a libopus -ar 48000";
    private const string SendVideo = "send H.264, VP8, VP9 or AV1: -c:v libx264 -bf 0, or -c:v libvpx";

    // RFC 3551, tables 4 and 5: what ffmpeg writes without an rtpmap.
    private static readonly Dictionary<int, string> Static = new()
    {
        [0] = "PCMU", [3] = "GSM", [4] = "G723", [8] = "PCMA", [9] = "G722", [10] = "L16", [11] = "L16", [14] = "MPA", [18] = "G729",
        [26] = "JPEG", [31] = "H261", [32] = "MPV", [33] = "MP2T", [34] = "H263",
    };

    /// <summary>Reads.</summary>
    /// <exception cref="SdpException">Something is missing, malformed or of no use here; the message names the line and the remedy.</exception>
    public static PlainDescription Read(SdpDocument document)
    {
        if (document.Connection is { } connection) CheckAddress(connection);
        var media = new List<PlainSdpMedia>();
        for (var index = 0; index < document.Sections.Count; index++)
        {
            var section = document.Sections[index];
            if (section.Connection is { } own) CheckAddress(own);
            if (section.Port == 0) continue;
            CheckUse(document, section);
            if (media.Exists(line => line.Kind == section.Kind))
                throw new SdpException(section.Line, $"second {section.Kind}: a stream has one audio and one video at most; send the others as streams of their own");
            media.Add(new PlainSdpMedia(section.Kind, ChooseCodec(section), index));
        }

        if (media.Count == 0) throw new SdpException("no m= line with a port: there is nothing to receive");
        return new PlainDescription { Media = media, Sections = document.Sections };
    }

    private static void CheckAddress(SdpAttribute connection)
    {
        var parts = connection.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var family = parts is ["IN", "IP4", _] ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;
        if (parts is not ["IN", "IP4" or "IP6", _])
            throw new SdpException(connection.Line, $"expected c=IN IP4 ADDRESS or c=IN IP6 ADDRESS, found {SdpParser.Quote(connection.Value)}");
        // A time to live may follow, and names are allowed: nothing is sent there, so they need not be resolved.
        var host = parts[2].Split('/')[0];
        if (IPAddress.TryParse(host, out var address) && address.AddressFamily != family)
            throw new SdpException(connection.Line, $"{SdpParser.Quote(host)} is no {parts[1]} address");
    }

    private static void CheckUse(SdpDocument document, SdpSection section)
    {
        if (section.Kind is not ("audio" or "video"))
            throw new SdpException(section.Line, $"{SdpParser.Quote(section.Kind)} is of no use here: send audio and video");
        if (section.Protocol.Contains("SAVP", StringComparison.Ordinal))
            throw new SdpException(section.Line, $"{SdpParser.Quote(section.Protocol)} is encrypted, this address takes plain RTP/AVP: use WHIP (POST /whip/ROOM) for encrypted media");
        if (section.Protocol is not ("RTP/AVP" or "RTP/AVPF"))
            throw new SdpException(section.Line, $"expected RTP/AVP, found {SdpParser.Quote(section.Protocol)}: with ffmpeg use -f rtp");
        var silent = section.Attributes.Concat(document.Attributes).FirstOrDefault(attribute => attribute.Value.Length == 0 && attribute.Name is "recvonly" or "inactive");
        if (silent is not null)
            throw new SdpException(silent.Line, $"a={silent.Name} says that nothing is sent: post the SDP of what the encoder sends");
    }

    private static RtpCodec ChooseCodec(SdpSection section)
    {
        var codecs = CodecReader.Read(section);
        foreach (var codec in codecs)
            if (IsTaken(section, codec))
                return codec;
        var name = codecs.Count > 0 ? codecs[0].Name
            : int.TryParse(section.Formats[0], NumberStyles.None, CultureInfo.InvariantCulture, out var type) && Static.TryGetValue(type, out var known) ? known
            : throw new SdpException(section.Line, $"no a=rtpmap for payload type {SdpParser.Quote(section.Formats[0])}");
        throw new SdpException(section.Line, Explain(section.Kind, name));
    }

    private static bool IsTaken(SdpSection section, RtpCodec codec)
    {
        switch (section.Kind, codec.Name.ToUpperInvariant())
        {
            case ("audio", "OPUS"):
                // RFC 7587, section 7: always 48000 and 2, whatever is sent.
                return codec.ClockRate == 48000 && codec.Channels == 2 ? true
                    : throw new SdpException(section.Line, $"Opus is opus/48000/2 in RTP, found {codec.ClockRate}/{codec.Channels}");
            case ("video", "H264"):
                // RFC 6184, section 6.2: 0 and 1 come in decoding order, 2 would have to be sorted.
                return codec.FindParameter("packetization-mode") is null or "0" or "1" ? IsVideoClock(section, codec)
                    : throw new SdpException(section.Line, "H.264 with packetization-mode 2 is interleaved: send mode 1");
            case ("video", "VP8" or "VP9" or "AV1"):
                return IsVideoClock(section, codec);
            default:
                return false;
        }
    }

    private static bool IsVideoClock(SdpSection section, RtpCodec codec) => codec.ClockRate == 90000
        ? true
        : throw new SdpException(section.Line, $"{codec.Name} has a clock of 90000 in RTP, found {codec.ClockRate}");

    private static string Explain(string kind, string name) => (kind, name.ToUpperInvariant()) switch
    {
        (_, "MP2T") => "MPEG-TS is not taken apart here: send each stream by itself, with ffmpeg -f rtp instead of -f rtp_mpegts",
        ("audio", "MPEG4-GENERIC" or "MP4A-LATM") => $"AAC: {SendOpus}",
        ("audio", _) => $"{SdpParser.Quote(name)} is not taken: {SendOpus}",
        ("video", "H265") => $"H.265 is not taken, as browsers do not play it: {SendVideo}",
        _ => $"{SdpParser.Quote(name)} is not taken: {SendVideo}",
    };
}
