namespace ConfEngine.Rtp.Extensions;

/// <summary>The header extensions that the engine understands.</summary>
public enum ExtensionKind
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>How loud the packet is (RFC 6464).</summary>
    AudioLevel,

    /// <summary>Which media section the stream belongs to (RFC 9143, 15).</summary>
    Mid,

    /// <summary>Which simulcast layer the stream is (RFC 8852, 3.1).</summary>
    Rid,

    /// <summary>Which simulcast layer a retransmission stream repairs (RFC 8852, 3.2).</summary>
    RepairedRid,

    /// <summary>A packet counter over all streams of a transport (draft-holmer-rmcat-transport-wide-cc-extensions-01).</summary>
    TransportSequence,

    /// <summary>When the packet left, 24 bits of seconds in 6.18 fixed point (webrtc.org abs-send-time).</summary>
    AbsoluteSendTime,

    /// <summary>How the picture is to be turned (3GPP TS 26.114, 7.4.5).</summary>
    VideoOrientation,
}

/// <summary>The names of the kinds in session descriptions.</summary>
public static class ExtensionKinds
{
    private static readonly string?[] s_uris =
    [
        null,
        "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
        "urn:ietf:params:rtp-hdrext:sdes:mid",
        "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id",
        "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id",
        "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
        "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
        "urn:3gpp:video-orientation",
    ];

    /// <summary>How many kinds there are, <see cref="ExtensionKind.None"/> included.</summary>
    public static int Count => s_uris.Length;

    /// <summary>The name for a=extmap.</summary>
    public static string Uri(this ExtensionKind kind) =>
        s_uris[(int)kind] ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no name.");

    /// <summary>The kind of that name; <see cref="ExtensionKind.None"/> for one we do not know.</summary>
    public static ExtensionKind FromUri(ReadOnlySpan<char> uri)
    {
        for (var i = 1; i < s_uris.Length; i++)
            if (uri.SequenceEqual(s_uris[i])) return (ExtensionKind)i;
        return ExtensionKind.None;
    }
}
