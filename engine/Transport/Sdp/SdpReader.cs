using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;

namespace ConfEngine.Transport.Sdp;

/// <summary>Makes a description of the lines of an SDP. Attributes nobody asked for are passed over, as RFC 8866 wants.</summary>
internal static class SdpReader
{
    private const int MaxCandidates = 64;

    /// <summary>Reads.</summary>
    /// <exception cref="SdpException">Something is missing or malformed; the message names the line.</exception>
    public static SdpDescription Read(SdpDocument document)
    {
        var media = document.Sections.Select(section => MediaReader.Read(section)).ToList();
        var duplicate = media.Where(line => line.Mid.Length > 0).GroupBy(line => line.Mid).FirstOrDefault(group => group.Count() > 1);
        if (duplicate is not null) throw new SdpException(duplicate.Last().Line, $"second m= line with a=mid:{duplicate.Key}");
        // The transport of a bundle stands in its first m-line that is not rejected (RFC 9143, section 7.2), or at session level.
        var first = Math.Max(0, media.FindIndex(line => !line.IsRejected && line.IsRtp));
        var section = document.Sections[first];
        return new SdpDescription
        {
            // User name and session id: the same in all descriptions of one session, whose version counts up (RFC 8866, section 5.2).
            Origin = string.Join(' ', document.Origin.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)),
            Credentials = ReadCredentials(document, section),
            Fingerprint = ReadFingerprint(document, section),
            Setup = ReadSetup(document, section),
            IsLite = document.Attributes.Exists(attribute => attribute.Name == "ice-lite"),
            AllowsMixedExtensions = Find(document, section, "extmap-allow-mixed") is not null,
            Candidates = ReadCandidates(document),
            Bundle = ReadBundle(document),
            Media = media,
        };
    }

    private static SdpAttribute? Find(SdpDocument document, SdpSection section, string name) =>
        section.Attributes.Find(attribute => attribute.Name == name) ?? document.Attributes.Find(attribute => attribute.Name == name);

    private static SdpAttribute Require(SdpDocument document, SdpSection section, string name) =>
        Find(document, section, name)
        ?? throw new SdpException(section.Line, $"no a={name}, neither for this m= line nor for the session");

    private static IceCredentials ReadCredentials(SdpDocument document, SdpSection section)
    {
        var ufrag = Require(document, section, "ice-ufrag");
        var password = Require(document, section, "ice-pwd");
        return IceCredentials.TryCreate(ufrag.Value, password.Value, out var credentials)
            ? credentials
            // The password stays out of the message.
            : throw new SdpException(ufrag.Line,
                "a=ice-ufrag needs 4 and a=ice-pwd 22 characters at least, 256 at most, of letters, digits, + and /");
    }

    private static Fingerprint ReadFingerprint(SdpDocument document, SdpSection section)
    {
        var all = section.Attributes.Where(attribute => attribute.Name == "fingerprint").ToList();
        if (all.Count == 0) all = document.Attributes.Where(attribute => attribute.Name == "fingerprint").ToList();
        if (all.Count == 0) throw new SdpException(section.Line, "no a=fingerprint: media without DTLS-SRTP is not accepted here");
        foreach (var attribute in all)
            if (Fingerprint.TryParse(attribute.Value, out var fingerprint))
                return fingerprint;
        throw new SdpException(all[0].Line, $"no sha-256 fingerprint of 32 bytes in hex: {SdpParser.Quote(all[0].Value)}");
    }

    private static string ReadSetup(SdpDocument document, SdpSection section)
    {
        var setup = Require(document, section, "setup");
        return setup.Value is "actpass" or "active" or "passive"
            ? setup.Value
            : throw new SdpException(setup.Line, $"a=setup must be actpass, active or passive, not {SdpParser.Quote(setup.Value)}");
    }

    // Names (mDNS), TCP and other components are passed over; so is everything beyond what a check list can hold.
    private static List<IceCandidate> ReadCandidates(SdpDocument document)
    {
        var candidates = new List<IceCandidate>();
        foreach (var attribute in document.Sections.SelectMany(section => section.Attributes))
        {
            if (candidates.Count == MaxCandidates) break;
            if (attribute.Name == "candidate" && IceCandidate.TryParse(attribute.Value, out var candidate)
                && !candidates.Exists(known => known.Address == candidate.Address)) candidates.Add(candidate);
        }

        return candidates;
    }

    private static List<string> ReadBundle(SdpDocument document)
    {
        var group = document.Attributes.Find(attribute => attribute.Name == "group" && attribute.Value.StartsWith("BUNDLE", StringComparison.Ordinal));
        return group is null ? [] : [.. group.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }
}
