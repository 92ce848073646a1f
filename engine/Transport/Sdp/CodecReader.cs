using System.Globalization;

namespace ConfEngine.Transport.Sdp;

/// <summary>Reads the payload types of an m-line with what `a=rtpmap`, `a=fmtp` and `a=rtcp-fb` say about them.</summary>
internal static class CodecReader
{
    // RFC 3551, table 4: payload types that need no rtpmap and that phones still use.
    private static readonly Dictionary<int, string> Static = new() { [0] = "PCMU/8000", [8] = "PCMA/8000", [9] = "G722/8000" };

    /// <summary>Reads.</summary>
    /// <exception cref="SdpException">A line is malformed; the message names it.</exception>
    public static List<RtpCodec> Read(SdpSection section)
    {
        var maps = ReadNumbered(section, "rtpmap");
        var parameters = ReadNumbered(section, "fmtp");
        var codecs = new List<RtpCodec>();
        var rtx = new Dictionary<int, int>();
        foreach (var format in section.Formats)
        {
            if (!int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var type) || type > 127)
                throw new SdpException(section.Line, $"no payload type: {SdpParser.Quote(format)}");
            var map = maps.TryGetValue(type, out var attribute) ? attribute.Value : Static.GetValueOrDefault(type);
            if (map is null) continue;
            var codec = MakeCodec(type, map, attribute.Line == 0 ? section.Line : attribute.Line)
                with { Parameters = parameters.TryGetValue(type, out var fmtp) ? fmtp.Value : "", Feedback = ReadFeedback(section, type) };
            if (!codec.Name.Equals("rtx", StringComparison.OrdinalIgnoreCase)) codecs.Add(codec);
            else if (int.TryParse(codec.FindParameter("apt"), NumberStyles.None, CultureInfo.InvariantCulture, out var apt)) rtx.TryAdd(apt, type);
        }

        return codecs.ConvertAll(codec => rtx.TryGetValue(codec.PayloadType, out var type) ? codec with { RtxPayloadType = type } : codec);
    }

    private static Dictionary<int, (string Value, int Line)> ReadNumbered(SdpSection section, string name)
    {
        var found = new Dictionary<int, (string, int)>();
        foreach (var attribute in section.Attributes)
        {
            if (attribute.Name != name) continue;
            var space = attribute.Value.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !int.TryParse(attribute.Value.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var type) || type > 127)
                throw new SdpException(attribute.Line, $"expected a={name}:PAYLOAD-TYPE VALUE, found {SdpParser.Quote(attribute.Value)}");
            if (!found.TryAdd(type, (attribute.Value[(space + 1)..].Trim(), attribute.Line)))
                throw new SdpException(attribute.Line, $"second a={name} for payload type {type}");
        }

        return found;
    }

    private static RtpCodec MakeCodec(int type, string map, int line)
    {
        var parts = map.Split('/');
        var channels = 1;
        if (parts.Length is < 2 or > 3 || parts[0].Length is 0 or > 32
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rate) || rate == 0
            || (parts.Length == 3 && !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out channels)))
            throw new SdpException(line, $"expected a=rtpmap:{type} NAME/RATE, found {SdpParser.Quote(map)}");
        return new RtpCodec(type, parts[0], rate, channels, "", [], null);
    }

    private static List<string> ReadFeedback(SdpSection section, int type)
    {
        var number = type.ToString(CultureInfo.InvariantCulture);
        return section.Attributes
            .Where(attribute => attribute.Name == "rtcp-fb")
            .Select(attribute => attribute.Value.Split(' ', 2))
            .Where(parts => parts.Length == 2 && (parts[0] == number || parts[0] == "*"))
            .Select(parts => parts[1].Trim())
            .Distinct()
            .ToList();
    }
}
