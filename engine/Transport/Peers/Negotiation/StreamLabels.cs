using System.Security.Cryptography;
using System.Text;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>What an SDP calls a stream and its tracks. Receivers play the tracks of one label in step.</summary>
internal static class StreamLabels
{
    // msid-id = 1*64token-char (RFC 8830, section 2); the track's suffix must fit too.
    private const int MaxLabel = 58;
    private const int HashDigits = 16;

    /// <summary>The stream's name where it fits into `a=msid` and an RTCP CNAME as it is, or a readable part of it with a hash.</summary>
    public static string LabelOf(StreamKey stream)
    {
        var name = stream.Name;
        if (name.Length is > 0 and <= MaxLabel && name.All(IsPlain)) return name;
        var readable = string.Concat(name.Take(MaxLabel - HashDigits - 1).Select(c => IsPlain(c) ? c : '-'));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return $"{readable}-{hash[..HashDigits]}";
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
