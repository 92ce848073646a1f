namespace ConfEngine.Transport.Sdp;

/// <summary>The answer of a lite server to an offer (RFC 8829, section 5.3; RFC 9143): a pure function of the offer and of what we bring.</summary>
/// <param name="Text">The SDP to send back.</param>
/// <param name="Media">What was agreed, an entry per m-line.</param>
public sealed record SdpAnswer(string Text, IReadOnlyList<NegotiatedMedia> Media)
{
    /// <summary>Answers an offer. M-lines that cannot be served are refused one by one; an offer of which nothing is left is an error.</summary>
    /// <param name="offer">What the peer wants.</param>
    /// <param name="local">What we bring.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="error">One line that says what would have been needed.</param>
    public static bool TryMake(SdpDescription offer, LocalDescription local, out SdpAnswer answer, out string error)
    {
        answer = null!;
        error = FindFault(offer);
        if (error.Length > 0) return false;
        var media = offer.Media.Select((line, index) => Negotiate(offer, line, index, local)).ToList();
        if (media.TrueForAll(line => line.IsRejected))
        {
            error = DescribeMismatch(offer, local);
            return false;
        }

        answer = new SdpAnswer(SdpWriter.WriteAnswer(offer, local, media), media);
        return true;
    }

    private static string FindFault(SdpDescription offer)
    {
        if (offer.Setup == "passive") return "SDP: the offer says a=setup:passive, but this server is the passive side: offer actpass or active";
        if (offer.IsLite) return "SDP: the offer says a=ice-lite, but this server is lite itself and somebody must send checks";
        var line = offer.Media.FirstOrDefault(line => line is { IsRejected: false, IsRtp: true, HasRtcpMux: false });
        if (line is not null) return $"SDP line {line.Line}: no a=rtcp-mux: RTP and RTCP must share a port here";
        line = offer.Media.FirstOrDefault(line => line is { IsRejected: false, IsRtp: true });
        return line is null || offer.Media.Any(line => IsAcceptable(offer, line)) ? ""
            : $"SDP line {line.Line}: not in a=group:BUNDLE: all media must share one transport (bundle policy max-bundle)";
    }

    private static string DescribeMismatch(SdpDescription offer, LocalDescription local)
    {
        var offered = string.Join(", ", offer.Media.SelectMany(line => line.Codecs).Select(codec => codec.Name).Distinct());
        var ours = string.Join(", ", local.Codecs.Select(codec => codec.Name));
        return offer.Media.Any(line => line is { IsRejected: false, IsRtp: true })
            ? $"SDP: no common codec: the offer has {(offered.Length > 0 ? offered : "none")}, this server takes {ours}"
            : "SDP: no audio or video over UDP/TLS/RTP/SAVPF in the offer";
    }

    private static NegotiatedMedia Negotiate(SdpDescription offer, SdpMedia line, int index, LocalDescription local)
    {
        var codecs = IsAcceptable(offer, line) ? ChooseCodecs(line, local) : [];
        if (codecs.Count == 0) return new NegotiatedMedia(index, line.Kind, line.Mid, MediaDirection.Inactive, [], [], [], [], null);
        var track = local.Tracks.GetValueOrDefault(line.Mid);
        var receives = local.Receives && local.ReceivedMids?.Contains(line.Mid) != false;
        var willing = (receives ? MediaDirection.ReceiveOnly : 0) | (track is null ? 0 : MediaDirection.SendOnly);
        var direction = Reverse(line.Direction) & willing;
        var layers = local.AcceptsSimulcast && direction.HasFlag(MediaDirection.ReceiveOnly) ? line.SendLayers : [];
        var extensions = line.Extensions
            .Where(extension => local.Extensions.Contains(extension.Uri) && (extension.Id < 15 || offer.AllowsMixedExtensions))
            .Select(extension => extension with { Direction = extension.Direction is { } way ? Reverse(way) : null })
            .ToList();
        return new NegotiatedMedia(
            index, line.Kind, line.Mid, direction, codecs, extensions, layers, line.Sources,
            direction.HasFlag(MediaDirection.SendOnly) ? track : null);
    }

    // All media shares one transport: what is not in the bundle would need another. A single m-line needs no bundle.
    private static bool IsAcceptable(SdpDescription offer, SdpMedia line) =>
        line is { IsRejected: false, IsRtp: true } && (offer.Bundle.Contains(line.Mid) || (offer.Bundle.Count == 0 && offer.Media.Count == 1));

    private static List<RtpCodec> ChooseCodecs(SdpMedia line, LocalDescription local)
    {
        var chosen = new List<RtpCodec>();
        foreach (var preference in local.Codecs.Where(codec => codec.Kind == line.Kind))
        {
            RtpCodec? best = null;
            foreach (var offered in line.Codecs)
                if (preference.Matches(offered) && (best is null || CodecPreference.IsBetter(offered, best)))
                    best = offered;
            if (best is not null) chosen.Add(best with { Feedback = [.. best.Feedback.Where(local.Feedback.Contains)] });
        }

        return chosen;
    }

    private static MediaDirection Reverse(MediaDirection direction) =>
        (direction.HasFlag(MediaDirection.SendOnly) ? MediaDirection.ReceiveOnly : 0)
        | (direction.HasFlag(MediaDirection.ReceiveOnly) ? MediaDirection.SendOnly : 0);
}
