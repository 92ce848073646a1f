using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>Holds what a caller says of the m-lines against the offer.</summary>
internal static class BindingCheck
{
    /// <summary>What is wrong, in one line; empty when nothing is.</summary>
    public static string FindFault(SdpDescription offer, IReadOnlyList<TrackBinding> bindings)
    {
        var mids = new HashSet<string>();
        var tracks = new HashSet<(StreamKey Stream, bool IsPublished, string Kind)>();
        foreach (var binding in bindings)
        {
            var role = binding.IsPublished ? "publish" : "play";
            var shown = SdpParser.Quote(binding.Mid);
            if (binding.Mid.Length == 0 || offer.Media.FirstOrDefault(line => line.Mid == binding.Mid) is not { } media)
                return $"{role}: the offer has no m-line with mid {shown}, but {Describe(offer)}";
            if (!mids.Add(binding.Mid)) return $"mid {shown} is named twice: an m-line carries one stream, one way";
            if (media.Kind is not ("audio" or "video"))
                return $"{role}: mid {shown} is {SdpParser.Quote(media.Kind)}, only audio and video carry streams";
            if (!tracks.Add((binding.Stream, binding.IsPublished, media.Kind)))
                return $"{role}: mid {shown} is the second {media.Kind} of stream {SdpParser.Quote(binding.Stream.Name)}: a stream has one audio and one video at most";
        }

        return "";
    }

    private static string Describe(SdpDescription offer)
    {
        var mids = offer.Media.Where(line => line.Mid.Length > 0).Select(line => line.Mid).Take(20).ToList();
        return mids.Count == 0 ? "none with a mid at all" : string.Join(", ", mids);
    }
}
