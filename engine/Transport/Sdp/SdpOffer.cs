namespace ConfEngine.Transport.Sdp;

/// <summary>An m-line that one of our own clients wants.</summary>
/// <param name="Kind">"audio" or "video".</param>
/// <param name="Mid">The identification tag.</param>
/// <param name="Direction">From our point of view; sending needs an entry in <see cref="LocalDescription.Tracks"/>.</param>
public sealed record WantedMedia(string Kind, string Mid, MediaDirection Direction)
{
    /// <summary>Simulcast layers to send, e.g. "h", "m", "l"; empty for one plain stream.</summary>
    public IReadOnlyList<string> SendLayers { get; init; } = [];

    /// <summary>The codecs to offer, in order of preference; null for all of <see cref="LocalDescription.Codecs"/>. A codec has the same payload
    /// type on every line.</summary>
    public IReadOnlyList<CodecPreference>? Codecs { get; init; }
}

/// <summary>The offer of one of our own clients, and what becomes of it when the answer is there.</summary>
/// <param name="Text">The SDP to send.</param>
/// <param name="Media">What was offered, an entry per m-line.</param>
public sealed record SdpOffer(string Text, IReadOnlyList<NegotiatedMedia> Media)
{
    private const int FirstPayloadType = 96;

    /// <summary>Makes an offer. Payload types count up from 96, header extensions from 1, the same on every line.</summary>
    public static SdpOffer Make(LocalDescription local, IReadOnlyList<WantedMedia> wanted)
    {
        var extensions = local.Extensions.Select((uri, index) => new HeaderExtension(index + 1, uri, null)).ToList();
        var media = wanted.Select((line, index) => new NegotiatedMedia(
            index, line.Kind, line.Mid, line.Direction, MakeCodecs(local, line), extensions, [], [],
            line.Direction.HasFlag(MediaDirection.SendOnly) ? local.Tracks.GetValueOrDefault(line.Mid) : null)
        {
            SendLayers = line.SendLayers,
        }).ToList();
        return new SdpOffer(SdpWriter.WriteOffer(local, media), media);
    }

    /// <summary>Reads what the answer made of the offer.</summary>
    /// <param name="answer">What the server sent.</param>
    /// <param name="agreed">An entry per m-line, with the answer's order of codecs.</param>
    /// <param name="error">One line.</param>
    public bool TryAccept(SdpDescription answer, out IReadOnlyList<NegotiatedMedia> agreed, out string error)
    {
        agreed = [];
        error = answer.Media.Count != Media.Count
            ? $"SDP: the answer has {answer.Media.Count} m= lines, the offer had {Media.Count}"
            : answer.Setup == "passive" ? "" : $"SDP: the answer says a=setup:{answer.Setup}: a client of this kind needs a passive server";
        if (error.Length > 0) return false;
        agreed = [.. Media.Zip(answer.Media, Agree)];
        return true;
    }

    private static NegotiatedMedia Agree(NegotiatedMedia offered, SdpMedia answered)
    {
        if (answered.IsRejected)
            return offered with { Codecs = [], Extensions = [], Direction = MediaDirection.Inactive, Track = null, SendLayers = [] };
        var mayReceive = answered.Direction.HasFlag(MediaDirection.SendOnly) ? MediaDirection.ReceiveOnly : 0;
        var maySend = answered.Direction.HasFlag(MediaDirection.ReceiveOnly) ? MediaDirection.SendOnly : 0;
        var direction = offered.Direction & (mayReceive | maySend);
        return offered with
        {
            Direction = direction,
            Codecs = [.. answered.Codecs.Where(codec => offered.Codecs.Any(ours => ours.PayloadType == codec.PayloadType))],
            Extensions = [.. offered.Extensions.Where(ours => answered.Extensions.Any(theirs => theirs.Id == ours.Id && theirs.Uri == ours.Uri))],
            Sources = answered.Sources,
            // An answer without simulcast wants one plain stream.
            SendLayers = [.. offered.SendLayers.Where(answered.ReceiveLayers.Contains)],
            Track = direction.HasFlag(MediaDirection.SendOnly) ? offered.Track : null,
        };
    }

    private static List<RtpCodec> MakeCodecs(LocalDescription local, WantedMedia line)
    {
        var codecs = new List<RtpCodec>();
        var type = FirstPayloadType;
        foreach (var preference in local.Codecs)
        {
            // Audio is concealed, not repeated: its retransmissions would come too late to be heard.
            var isVideo = preference.Kind == "video";
            if (preference.Kind == line.Kind && line.Codecs?.Contains(preference) != false)
                codecs.Add(new RtpCodec(
                    type, preference.Name, preference.ClockRate, preference.Channels, preference.Parameters,
                    isVideo ? local.Feedback : [.. local.Feedback.Where(feedback => feedback == "transport-cc")], isVideo ? type + 1 : null));
            type += isVideo ? 2 : 1;
        }

        return codecs;
    }
}
