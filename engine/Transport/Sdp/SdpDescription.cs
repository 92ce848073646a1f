using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;

namespace ConfEngine.Transport.Sdp;

/// <summary>Which way media goes, from the point of view of the side that wrote it.</summary>
[Flags]
public enum MediaDirection
{
    /// <summary>`inactive`.</summary>
    Inactive = 0,

    /// <summary>`sendonly`.</summary>
    SendOnly = 1,

    /// <summary>`recvonly`.</summary>
    ReceiveOnly = 2,

    /// <summary>`sendrecv`.</summary>
    SendReceive = 3,
}

/// <summary>A codec on an m-line.</summary>
/// <param name="PayloadType">0 to 127.</param>
/// <param name="Name">As in `a=rtpmap`, e.g. "opus", "VP8", "H264".</param>
/// <param name="ClockRate">RTP ticks per second.</param>
/// <param name="Channels">1 when not said.</param>
/// <param name="Parameters">The value of `a=fmtp`, or empty.</param>
/// <param name="Feedback">What `a=rtcp-fb` lists for it.</param>
/// <param name="RtxPayloadType">The payload type of its retransmissions (RFC 4588), or null.</param>
public sealed record RtpCodec(
    int PayloadType, string Name, int ClockRate, int Channels, string Parameters, IReadOnlyList<string> Feedback, int? RtxPayloadType)
{
    /// <summary>Finds NAME=VALUE in <see cref="Parameters"/>; null when it is not there.</summary>
    public string? FindParameter(string name)
    {
        foreach (var part in Parameters.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return part[(equals + 1)..].Trim();
        }

        return null;
    }
}

/// <summary>An RTP header extension (RFC 8285).</summary>
/// <param name="Id">1 to 14, or to 255 in the two-byte form.</param>
/// <param name="Uri">Which one it is.</param>
/// <param name="Direction">Null when `a=extmap` names none.</param>
public sealed record HeaderExtension(int Id, string Uri, MediaDirection? Direction);

/// <summary>An SSRC that was announced, with its retransmission SSRC if any (`a=ssrc-group:FID`).</summary>
/// <param name="Ssrc">The media.</param>
/// <param name="RtxSsrc">Its retransmissions.</param>
public sealed record AnnouncedSource(uint Ssrc, uint? RtxSsrc);

/// <summary>One m-line as it was understood.</summary>
public sealed record SdpMedia
{
    /// <summary>"audio", "video", or something that is always refused.</summary>
    public required string Kind { get; init; }

    /// <summary>The identification tag (`a=mid`); empty when there is none.</summary>
    public required string Mid { get; init; }

    /// <summary>As on the m-line.</summary>
    public required string Protocol { get; init; }

    /// <summary>As on the m-line.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>The number of the m-line in the text, for error messages.</summary>
    public required int Line { get; init; }

    /// <summary>Port 0 without `bundle-only`: not wanted.</summary>
    public required bool IsRejected { get; init; }

    /// <summary>From the writer's point of view.</summary>
    public required MediaDirection Direction { get; init; }

    /// <summary>RTP and RTCP on one port.</summary>
    public required bool HasRtcpMux { get; init; }

    /// <summary>RTCP may be sent in small pieces (RFC 5506).</summary>
    public required bool HasReducedSizeRtcp { get; init; }

    /// <summary>In order of preference; retransmission formats are with their codecs.</summary>
    public required IReadOnlyList<RtpCodec> Codecs { get; init; }

    /// <summary>In the order of the text.</summary>
    public required IReadOnlyList<HeaderExtension> Extensions { get; init; }

    /// <summary>The layers the writer sends (`a=simulcast:send`), as it listed them; empty without simulcast.</summary>
    public required IReadOnlyList<string> SendLayers { get; init; }

    /// <summary>The layers the writer wants to receive.</summary>
    public required IReadOnlyList<string> ReceiveLayers { get; init; }

    /// <summary>Announced SSRCs, retransmissions folded in.</summary>
    public required IReadOnlyList<AnnouncedSource> Sources { get; init; }

    /// <summary>The value of `a=msid`; empty when there is none.</summary>
    public required string StreamId { get; init; }

    /// <summary>True for audio and video over DTLS-SRTP: what can be accepted.</summary>
    public bool IsRtp => Kind is "audio" or "video" && Protocol is "UDP/TLS/RTP/SAVPF" or "UDP/TLS/RTP/SAVP";
}

/// <summary>An offer or answer as it was understood (RFC 8866, RFC 8829): one bundled transport and its m-lines.</summary>
public sealed record SdpDescription
{
    /// <summary>What names the writer's session: user name and session id of `o=`.</summary>
    public required string Origin { get; init; }

    /// <summary>Signs the checks towards the writer.</summary>
    public required IceCredentials Credentials { get; init; }

    /// <summary>The writer's certificate.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>`actpass`, `active` or `passive`.</summary>
    public required string Setup { get; init; }

    /// <summary>True when the writer is an ICE-lite server.</summary>
    public required bool IsLite { get; init; }

    /// <summary>Extensions of one-byte and two-byte form may be mixed.</summary>
    public required bool AllowsMixedExtensions { get; init; }

    /// <summary>UDP addresses. A lite server has no use for them.</summary>
    public required IReadOnlyList<IceCandidate> Candidates { get; init; }

    /// <summary>The mids in `a=group:BUNDLE`.</summary>
    public required IReadOnlyList<string> Bundle { get; init; }

    /// <summary>All of them, in order.</summary>
    public required IReadOnlyList<SdpMedia> Media { get; init; }

    /// <summary>True when this renegotiates media over the transport that <paramref name="earlier"/> set up: same certificate and no ICE
    /// restart.</summary>
    public bool KeepsTransport(SdpDescription earlier) =>
        Credentials == earlier.Credentials && Fingerprint.Matches(earlier.Fingerprint);

    /// <summary>True when the same session asks for an ICE restart (RFC 8445, section 9): new credentials, while its certificate and with it the
    /// keys go on.</summary>
    public bool RestartsIce(SdpDescription earlier) =>
        Credentials != earlier.Credentials && Origin == earlier.Origin && Fingerprint.Matches(earlier.Fingerprint);

    /// <summary>Reads an offer or an answer.</summary>
    /// <param name="text">What came from outside.</param>
    /// <param name="description">What it says.</param>
    /// <param name="error">One line that names the line of the text and what is wrong with it.</param>
    public static bool TryRead(string text, out SdpDescription description, out string error)
    {
        try
        {
            description = SdpReader.Read(SdpParser.Parse(text));
            error = "";
            return true;
        }
        catch (SdpException exception)
        {
            description = null!;
            error = exception.Message;
            return false;
        }
    }
}
