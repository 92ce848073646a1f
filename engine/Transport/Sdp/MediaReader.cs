using System.Globalization;

namespace ConfEngine.Transport.Sdp;

/// <summary>Makes an <see cref="SdpMedia"/> of one m-line and its attributes.</summary>
internal static class MediaReader
{
    private const int MaxSources = 64;
    private const int MaxExtensions = 64;
    private const int MaxLayers = 8;
    private const int MaxToken = 64;

    /// <summary>Reads one section.</summary>
    /// <exception cref="SdpException">A line is malformed; the message names it.</exception>
    public static SdpMedia Read(SdpSection section)
    {
        var mid = section.Attributes.Find(attribute => attribute.Name == "mid");
        if (mid is not null && !IsToken(mid.Value)) throw new SdpException(mid.Line, $"no identification tag: {SdpParser.Quote(mid.Value)}");
        var isRtp = section.Kind is "audio" or "video";
        return new SdpMedia
        {
            Kind = section.Kind,
            Mid = mid?.Value ?? "",
            Protocol = section.Protocol,
            Formats = section.Formats,
            Line = section.Line,
            // Firefox offers bundled lines with port 0 and bundle-only (RFC 9143, section 6).
            IsRejected = section.Port == 0 && !Has(section, "bundle-only"),
            Direction = ReadDirection(section),
            HasRtcpMux = Has(section, "rtcp-mux"),
            HasReducedSizeRtcp = Has(section, "rtcp-rsize"),
            Codecs = isRtp ? CodecReader.Read(section) : [],
            Extensions = isRtp ? ReadExtensions(section) : [],
            SendLayers = ReadLayers(section, "send"),
            ReceiveLayers = ReadLayers(section, "recv"),
            Sources = ReadSources(section),
            StreamId = section.Attributes.Find(attribute => attribute.Name == "msid")?.Value ?? "",
        };
    }

    /// <summary>Reads a direction. False for anything else.</summary>
    public static bool TryReadDirection(ReadOnlySpan<char> text, out MediaDirection direction)
    {
        (var known, direction) = text switch
        {
            "sendrecv" => (true, MediaDirection.SendReceive),
            "sendonly" => (true, MediaDirection.SendOnly),
            "recvonly" => (true, MediaDirection.ReceiveOnly),
            "inactive" => (true, MediaDirection.Inactive),
            _ => (false, MediaDirection.SendReceive),
        };
        return known;
    }

    private static bool Has(SdpSection section, string name) => section.Attributes.Exists(attribute => attribute.Name == name);

    // "token" of RFC 8866, section 9, less the rare marks.
    private static bool IsToken(string text) =>
        text.Length is > 0 and <= MaxToken && text.All(c => char.IsAsciiLetterOrDigit(c) || "-_.+!#$%&'*^`{|}~".Contains(c));

    private static MediaDirection ReadDirection(SdpSection section)
    {
        foreach (var attribute in section.Attributes)
            if (attribute.Value.Length == 0 && TryReadDirection(attribute.Name, out var direction))
                return direction;
        return MediaDirection.SendReceive;
    }

    private static List<HeaderExtension> ReadExtensions(SdpSection section)
    {
        var extensions = new List<HeaderExtension>();
        foreach (var attribute in section.Attributes.Where(attribute => attribute.Name == "extmap").Take(MaxExtensions))
        {
            var parts = attribute.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var slash = parts.Length < 2 ? -1 : parts[0].IndexOf('/', StringComparison.Ordinal);
            var number = parts.Length < 2 ? "" : slash < 0 ? parts[0] : parts[0][..slash];
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id is < 1 or > 255 or 15)
                throw new SdpException(attribute.Line, $"expected a=extmap:ID URI with an ID of 1 to 14 or 16 to 255, found {SdpParser.Quote(attribute.Value)}");
            MediaDirection? direction = null;
            if (slash >= 0)
            {
                if (!TryReadDirection(parts[0].AsSpan(slash + 1), out var read))
                    throw new SdpException(attribute.Line, $"no direction: {SdpParser.Quote(parts[0])}");
                direction = read;
            }

            if (extensions.Exists(known => known.Id == id))
                throw new SdpException(attribute.Line, $"header extension {id} is defined twice");
            extensions.Add(new HeaderExtension(id, parts[1], direction));
        }

        return extensions;
    }

    // "a=simulcast:send h;m,m2;~l" (RFC 8853): of alternatives the first counts, ~ means paused at the start.
    private static List<string> ReadLayers(SdpSection section, string direction)
    {
        var simulcast = section.Attributes.Find(attribute => attribute.Name == "simulcast");
        if (simulcast is null) return [];
        var parts = simulcast.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(parts, direction);
        if (at < 0) return [];
        if (at + 1 >= parts.Length) throw new SdpException(simulcast.Line, $"no layers after '{direction}'");
        var layers = parts[at + 1].Split(';').Select(layer => layer.Split(',')[0].TrimStart('~')).ToList();
        if (layers.Count > MaxLayers) throw new SdpException(simulcast.Line, $"more than {MaxLayers} layers");
        var unknown = layers.Find(layer => !section.Attributes.Exists(
            attribute => attribute.Name == "rid" && attribute.Value.Split(' ') is [var id, var way, ..] && id == layer && way == direction));
        if (unknown is not null) throw new SdpException(simulcast.Line, $"layer {SdpParser.Quote(unknown)} has no a=rid line with '{direction}'");
        return layers;
    }

    private static List<AnnouncedSource> ReadSources(SdpSection section)
    {
        var retransmissions = new Dictionary<uint, uint>();
        foreach (var attribute in section.Attributes.Where(attribute => attribute.Name == "ssrc-group"))
        {
            var parts = attribute.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is not ["FID", var media, var repeated]) continue;
            retransmissions[ReadSsrc(media, attribute.Line)] = ReadSsrc(repeated, attribute.Line);
        }

        var sources = new List<AnnouncedSource>();
        foreach (var attribute in section.Attributes.Where(attribute => attribute.Name == "ssrc"))
        {
            var ssrc = ReadSsrc(attribute.Value.Split(' ')[0], attribute.Line);
            if (retransmissions.ContainsValue(ssrc) || sources.Exists(source => source.Ssrc == ssrc)) continue;
            if (sources.Count == MaxSources) throw new SdpException(attribute.Line, $"more than {MaxSources} SSRCs");
            sources.Add(new AnnouncedSource(ssrc, retransmissions.TryGetValue(ssrc, out var repeated) ? repeated : null));
        }

        return sources;
    }

    private static uint ReadSsrc(string text, int line) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ssrc)
            ? ssrc
            : throw new SdpException(line, $"no SSRC: {SdpParser.Quote(text)}");
}
