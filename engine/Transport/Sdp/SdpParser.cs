using System.Globalization;

namespace ConfEngine.Transport.Sdp;

/// <summary>Splits an SDP into lines (RFC 8866) within limits that no browser comes near.</summary>
internal static class SdpParser
{
    /// <summary>The longest text taken, in characters.</summary>
    public const int MaxLength = 512 * 1024;

    private const int MaxLine = 8192;
    private const int MaxLines = 16_384;
    private const int MaxSections = 128;
    private const int MaxFormats = 128;
    private const string KnownTypes = "vosiuepcbtrzkam";

    /// <summary>Takes the text apart.</summary>
    /// <exception cref="SdpException">It is no SDP; the message names the line.</exception>
    public static SdpDocument Parse(string text)
    {
        if (text.Length > MaxLength) throw new SdpException($"{text.Length} characters are more than the {MaxLength} accepted");
        var document = new SdpDocument();
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            if (raw.IsEmpty && number > 1) continue;
            if (number > MaxLines) throw new SdpException(number, $"more than {MaxLines} lines");
            CheckLine(raw, number);
            AddLine(document, raw, number);
        }

        if (document.Sections.Count == 0) throw new SdpException("no m= line: there is nothing to send or receive");
        return document;
    }

    /// <summary>An excerpt of a line that is fit for an error message.</summary>
    public static string Quote(ReadOnlySpan<char> line)
    {
        var excerpt = line.Length > 60 ? string.Concat(line[..60], "…") : line.ToString();
        return "'" + string.Concat(excerpt.Select(c => char.IsControl(c) ? '?' : c)) + "'";
    }

    private static void CheckLine(ReadOnlySpan<char> line, int number)
    {
        if (number == 1 && !line.SequenceEqual("v=0")) throw new SdpException(1, $"expected v=0, found {Quote(line)}");
        if (line.Length > MaxLine) throw new SdpException(number, $"longer than {MaxLine} characters");
        if (line.Length < 2 || line[1] != '=' || !KnownTypes.Contains(line[0]))
            throw new SdpException(number, $"expected TYPE=VALUE with a type of RFC 8866, found {Quote(line)}");
        if (line.IndexOfAnyInRange('\0', '\u001F') >= 0) throw new SdpException(number, $"control character in {Quote(line)}");
        if (number == 2 && line[0] != 'o') throw new SdpException(2, $"expected o=, found {Quote(line)}");
        if (number == 3 && line[0] != 's') throw new SdpException(3, $"expected s=, found {Quote(line)}");
    }

    private static void AddLine(SdpDocument document, ReadOnlySpan<char> line, int number)
    {
        var value = line[2..];
        switch (line[0])
        {
            case 'a':
                var colon = value.IndexOf(':');
                var name = colon < 0 ? value : value[..colon];
                if (name.IsEmpty) throw new SdpException(number, $"attribute without a name: {Quote(line)}");
                var list = document.Sections.Count == 0 ? document.Attributes : document.Sections[^1].Attributes;
                list.Add(new SdpAttribute(name.ToString(), colon < 0 ? "" : value[(colon + 1)..].Trim().ToString(), number));
                break;
            case 'o' when number == 2:
                document.Origin = value.ToString();
                break;
            case 'c':
                var connection = new SdpAttribute("c", value.Trim().ToString(), number);
                if (document.Sections.Count == 0) document.Connection ??= connection;
                else document.Sections[^1].Connection ??= connection;
                break;
            case 'm':
                if (document.Sections.Count == MaxSections) throw new SdpException(number, $"more than {MaxSections} m= lines");
                document.Sections.Add(ParseSection(value, number));
                break;
        }
    }

    private static SdpSection ParseSection(ReadOnlySpan<char> value, int number)
    {
        var parts = value.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 4 || parts.Length > 3 + MaxFormats)
            throw new SdpException(number, $"expected m=MEDIA PORT PROTOCOL FORMATS (at most {MaxFormats}), found {Quote(value)}");
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
            throw new SdpException(number, $"no port number: {Quote(parts[1])}");
        return new SdpSection(parts[0], port, parts[2], parts[3..], number);
    }
}
