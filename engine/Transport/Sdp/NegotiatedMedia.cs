namespace ConfEngine.Transport.Sdp;

/// <summary>One m-line as both sides agreed on it.</summary>
/// <param name="Index">Its position in the SDP, from 0.</param>
/// <param name="Kind">"audio", "video", or what the offer said of a refused one.</param>
/// <param name="Mid">The identification tag.</param>
/// <param name="Direction">From our point of view; <see cref="MediaDirection.Inactive"/> for a refused one.</param>
/// <param name="Codecs">With the offer's payload types, the one to send with first; empty for a refused one.</param>
/// <param name="Extensions">With the offer's ids.</param>
/// <param name="ReceiveLayers">Simulcast layers that the peer will send, as it listed them.</param>
/// <param name="Sources">SSRCs that the peer announced.</param>
/// <param name="Track">What we send, if we do.</param>
public sealed record NegotiatedMedia(
    int Index, string Kind, string Mid, MediaDirection Direction, IReadOnlyList<RtpCodec> Codecs,
    IReadOnlyList<HeaderExtension> Extensions, IReadOnlyList<string> ReceiveLayers, IReadOnlyList<AnnouncedSource> Sources, LocalTrack? Track)
{
    /// <summary>Simulcast layers that we send, by the RID header extension; empty for one plain stream.</summary>
    public IReadOnlyList<string> SendLayers { get; init; } = [];

    /// <summary>True when the m-line came to nothing.</summary>
    public bool IsRejected => Codecs.Count == 0;

    /// <summary>The id of a header extension, or 0 when it was not agreed on.</summary>
    public int FindExtension(string uri)
    {
        foreach (var extension in Extensions)
            if (extension.Uri == uri)
                return extension.Id;
        return 0;
    }
}
