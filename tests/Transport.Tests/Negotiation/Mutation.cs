namespace ConfEngine.Transport.Tests.Negotiation;

/// <summary>Damages a text the way a bug, a cut or an enemy would.</summary>
internal static class Mutation
{
    private static readonly string[] Morsels =
        ["\r\n", "=", ":", "/", " ", "a=", "m=", "-1", "99999999999999999999", "0", "\0", "ÿ", "会议", ";", ",", "a=mid:0\n", "m=audio 9 UDP/TLS/RTP/SAVPF 0\n"];

    public static string Of(string text, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0 && text.Length > 1; changes--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 30), text.Length - at);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Morsels[random.Next(Morsels.Length)]),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text.Remove(at, 1).Insert(at, ((char)random.Next(1, 300)).ToString()),
                _ => random.Next(8) == 0 ? text[..at] : SwapLines(text, random),
            };
        }

        return text;
    }

    private static string SwapLines(string text, Random random)
    {
        var lines = text.Split('\n');
        var (a, b) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return string.Join('\n', lines);
    }
}
