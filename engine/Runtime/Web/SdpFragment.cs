namespace ConfEngine.Runtime.Web;

/// <summary>A piece of a description, as trickle ICE sends it (RFC 8840, section 9).</summary>
/// <param name="Ufrag">Of the ICE session it belongs to; empty when it does not say.</param>
internal readonly record struct SdpFragment(string Ufrag)
{
    private const string UfragName = "a=ice-ufrag:";

    /// <summary>Reads a fragment.</summary>
    /// <param name="text">What came from outside; bounded by the server's limit on bodies.</param>
    /// <param name="fragment">What it says.</param>
    /// <param name="error">What is wrong.</param>
    public static bool TryRead(string text, out SdpFragment fragment, out string error)
    {
        fragment = new SdpFragment("");
        error = "";
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsEmpty) continue;
            if (line.Length < 2 || line[1] != '=' || line[0] is not ('a' or 'm' or 'v' or 'o' or 's' or 't' or 'c' or 'b'))
            {
                error = $"SDP line {number}: expected TYPE=VALUE as in RFC 8840";
                return false;
            }

            // The first one counts, as that of the bundle's transport does.
            if (fragment.Ufrag.Length == 0 && line.StartsWith(UfragName, StringComparison.Ordinal))
                fragment = new SdpFragment(line[UfragName.Length..].Trim().ToString());
        }

        return true;
    }
}
