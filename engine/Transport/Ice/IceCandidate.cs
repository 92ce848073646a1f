using System.Globalization;
using System.Net;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Ice;

/// <summary>A UDP address where one side can be reached, component 1 (RFC 8445, section 5.1). TCP candidates and names (mDNS) are none of ours.</summary>
/// <param name="Foundation">Same for candidates of the same kind and base.</param>
/// <param name="Priority">1 to 2^31 - 1, higher is better.</param>
/// <param name="Address">Where.</param>
/// <param name="Kind">"host", "srflx", "prflx" or "relay".</param>
public sealed record IceCandidate(string Foundation, uint Priority, UdpAddress Address, string Kind = "host")
{
    private const uint HostPreference = 126;

    /// <summary>Our own address.</summary>
    /// <param name="index">Position among our addresses; earlier is preferred.</param>
    /// <param name="address">Where the socket is bound.</param>
    public static IceCandidate Host(int index, UdpAddress address) =>
        new((index + 1).ToString(CultureInfo.InvariantCulture), MakePriority(HostPreference, index), address);

    /// <summary>Reads the value of `a=candidate:`. False for what is not a UDP address of component 1.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IceCandidate candidate)
    {
        candidate = null!;
        Span<Range> parts = stackalloc Range[9];
        if (text.Length > 512 || text.Split(parts, ' ', StringSplitOptions.RemoveEmptyEntries) < 8) return false;
        if (text[parts[0]].Length > 32 || !text[parts[1]].SequenceEqual("1")) return false;
        if (!text[parts[2]].Equals("udp", StringComparison.OrdinalIgnoreCase) || !text[parts[6]].SequenceEqual("typ")) return false;
        var kind = text[parts[7]] switch { "host" => "host", "srflx" => "srflx", "prflx" => "prflx", "relay" => "relay", _ => null };
        if (kind is null || !uint.TryParse(text[parts[3]], NumberStyles.None, CultureInfo.InvariantCulture, out var priority)) return false;
        if (!IPAddress.TryParse(text[parts[4]], out var host)) return false;
        if (!ushort.TryParse(text[parts[5]], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0) return false;
        candidate = new IceCandidate(text[parts[0]].ToString(), priority, UdpAddress.From(new IPEndPoint(host, port)), kind);
        return true;
    }

    /// <summary>The value of `a=candidate:`.</summary>
    public override string ToString()
    {
        var endPoint = Address.ToEndPoint();
        return string.Create(CultureInfo.InvariantCulture, $"{Foundation} 1 udp {Priority} {endPoint.Address} {endPoint.Port} typ {Kind}");
    }

    /// <summary>The priority that a candidate the other side learns from a check has: type preference 110 (RFC 8445, section 5.1.2.1).</summary>
    internal static uint PeerReflexivePriority(int index) => MakePriority(110, index);

    private static uint MakePriority(uint typePreference, int index) =>
        (typePreference << 24) | ((uint)Math.Max(0, 65535 - index) << 8) | 255;
}
