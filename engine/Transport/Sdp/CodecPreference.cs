namespace ConfEngine.Transport.Sdp;

/// <summary>Something we can receive or send.</summary>
/// <param name="Kind">"audio" or "video".</param>
/// <param name="Name">As in `a=rtpmap`.</param>
/// <param name="ClockRate">RTP ticks per second.</param>
/// <param name="Channels">As in `a=rtpmap`; 1 for video.</param>
/// <param name="Parameters">What our own offers say in `a=fmtp`; empty for nothing.</param>
public sealed record CodecPreference(string Kind, string Name, int ClockRate, int Channels, string Parameters)
{
    // What an offer without one means (RFC 6184, section 8.1); GStreamer writes none.
    private const string InferredProfile = "42000a";

    /// <summary>Opus in stereo at 48 kHz (RFC 7587).</summary>
    public static CodecPreference Opus { get; } = new("audio", "opus", 48000, 2, "minptime=10;useinbandfec=1");

    /// <summary>VP8 (RFC 7741).</summary>
    public static CodecPreference Vp8 { get; } = new("video", "VP8", 90000, 1, "");

    /// <summary>H.264, packetization-mode 1, Constrained Baseline (RFC 6184): what every browser encodes and decodes.</summary>
    public static CodecPreference H264 { get; } =
        new("video", "H264", 90000, 1, "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");

    /// <summary>VP9 profile 0 (RFC 9628).</summary>
    public static CodecPreference Vp9 { get; } = new("video", "VP9", 90000, 1, "profile-id=0");

    /// <summary>AV1 main profile.</summary>
    public static CodecPreference Av1 { get; } = new("video", "AV1", 90000, 1, "");

    /// <summary>All of them, in the order in which we prefer to be sent.</summary>
    public static IReadOnlyList<CodecPreference> All { get; } = [Opus, Vp8, H264, Vp9, Av1];

    /// <summary>True when an offered codec is this one, parameters included.</summary>
    public bool Matches(RtpCodec offered)
    {
        if (!offered.Name.Equals(Name, StringComparison.OrdinalIgnoreCase) || offered.ClockRate != ClockRate) return false;
        if (offered.Channels != Channels) return false;
        return Name switch
        {
            // Another profile cannot be answered with ours (RFC 6184, section 8.2.2); the level may differ. 42 is Baseline, and bit 6 of the
            // second byte makes it Constrained; what claims plain Baseline is in practice the same.
            "H264" => offered.FindParameter("packetization-mode") == "1"
                && (offered.FindParameter("profile-level-id") ?? InferredProfile) is { Length: 6 } profile && profile.StartsWith("42", StringComparison.Ordinal),
            "VP9" => offered.FindParameter("profile-id") is null or "0",
            "AV1" => offered.FindParameter("profile") is null or "0",
            _ => true,
        };
    }

    /// <summary>True when of two matching payload types this one is to be taken: Constrained Baseline before plain.</summary>
    internal static bool IsBetter(RtpCodec candidate, RtpCodec current) =>
        candidate.FindParameter("profile-level-id")?.StartsWith("42e0", StringComparison.OrdinalIgnoreCase) == true
        && current.FindParameter("profile-level-id")?.StartsWith("42e0", StringComparison.OrdinalIgnoreCase) == false;
}
