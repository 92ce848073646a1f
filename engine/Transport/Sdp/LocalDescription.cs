using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;

namespace ConfEngine.Transport.Sdp;

/// <summary>A stream that we send on an m-line.</summary>
/// <param name="StreamId">The value of `a=msid`: "STREAM TRACK".</param>
/// <param name="Cname">The RTCP canonical name.</param>
/// <param name="Ssrc">The media's.</param>
/// <param name="RtxSsrc">That of its retransmissions; null for none.</param>
public sealed record LocalTrack(string StreamId, string Cname, uint Ssrc, uint? RtxSsrc);

/// <summary>What this side brings to an offer/answer exchange. Keep everything but <see cref="Version"/> and <see cref="Tracks"/> over the
/// renegotiations of one connection, and the transport stays as it is.</summary>
public sealed record LocalDescription
{
    /// <summary>Header extensions that are of use here.</summary>
    public static IReadOnlyList<string> DefaultExtensions { get; } =
    [
        "urn:ietf:params:rtp-hdrext:sdes:mid",
        "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id",
        "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id",
        "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
        "urn:3gpp:video-orientation",
        "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
        "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
    ];

    /// <summary>RTCP feedback that is sent and heeded here. Echoing more would make a sender wait for what never comes.</summary>
    public static IReadOnlyList<string> DefaultFeedback { get; } = ["nack", "nack pli", "ccm fir", "goog-remb", "transport-cc"];

    /// <summary>For the peer's checks.</summary>
    public required IceCredentials Credentials { get; init; }

    /// <summary>Of our certificate.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>Where we can be reached; a lite server must give at least one, a client may give none.</summary>
    public required IReadOnlyList<IceCandidate> Candidates { get; init; }

    /// <summary>The session id of `o=`.</summary>
    public required ulong SessionId { get; init; }

    /// <summary>The version of `o=`: one more with every offer or answer of the session.</summary>
    public int Version { get; init; } = 1;

    /// <summary>In order of preference.</summary>
    public IReadOnlyList<CodecPreference> Codecs { get; init; } = CodecPreference.All;

    /// <summary>URIs of header extensions.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = DefaultExtensions;

    /// <summary>Values of `a=rtcp-fb`.</summary>
    public IReadOnlyList<string> Feedback { get; init; } = DefaultFeedback;

    /// <summary>What we send, by mid. An m-line without an entry is only received.</summary>
    public IReadOnlyDictionary<string, LocalTrack> Tracks { get; init; } = new Dictionary<string, LocalTrack>();

    /// <summary>False to send only, e.g. towards a WHEP player.</summary>
    public bool Receives { get; init; } = true;

    /// <summary>The mids that are received; null for all of them. An m-line that is neither here nor in <see cref="Tracks"/> is inactive.</summary>
    public IReadOnlySet<string>? ReceivedMids { get; init; }

    /// <summary>Takes all the layers a sender offers, instead of one.</summary>
    public bool AcceptsSimulcast { get; init; } = true;
}
