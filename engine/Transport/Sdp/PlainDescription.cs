using System.Net;

namespace ConfEngine.Transport.Sdp;

/// <summary>One m-line of an encoder that sends plain RTP.</summary>
/// <param name="Kind">"audio" or "video".</param>
/// <param name="Codec">The first of its formats that is understood here.</param>
/// <param name="Index">Its position in the SDP, from 0.</param>
public sealed record PlainSdpMedia(string Kind, RtpCodec Codec, int Index);

/// <summary>An SDP of plain RTP (RFC 3551, RFC 8866): as encoders write it to say what they send, without keys and without a negotiation. Port and
/// address in it are the encoder's idea; <see cref="WriteReply"/> says where to send really.</summary>
public sealed record PlainDescription
{
    /// <summary>What the encoder sends: one audio and one video at most.</summary>
    public required IReadOnlyList<PlainSdpMedia> Media { get; init; }

    /// <summary>Whatever stands on the m-lines, in order; those with port 0 stay so in the reply.</summary>
    internal IReadOnlyList<SdpSection> Sections { get; init; } = [];

    /// <summary>Reads an encoder's SDP.</summary>
    /// <param name="text">What came from outside.</param>
    /// <param name="description">What it says.</param>
    /// <param name="error">One line that names the line of the text, what is wrong with it, and the remedy.</param>
    public static bool TryRead(string text, out PlainDescription description, out string error)
    {
        try
        {
            description = PlainReader.Read(SdpParser.Parse(StripHeading(text)));
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

    /// <summary>Says where to send.</summary>
    /// <param name="sessionId">Of `o=`.</param>
    /// <param name="address">Of this machine.</param>
    /// <param name="ports">The RTP port of each of <see cref="Media"/>; RTCP goes to the one above it.</param>
    public string WriteReply(ulong sessionId, IPAddress address, IReadOnlyList<int> ports) => SdpWriter.WritePlain(this, sessionId, address, ports);

    // ffmpeg prints "SDP:" before it, and a paste begins with empty lines.
    private static string StripHeading(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        const string Heading = "SDP:";
        if (trimmed.StartsWith(Heading, StringComparison.Ordinal)) trimmed = trimmed[Heading.Length..].TrimStart();
        return trimmed.ToString();
    }
}
