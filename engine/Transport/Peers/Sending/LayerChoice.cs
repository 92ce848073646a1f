using ConfEngine.Core.Time;
using ConfEngine.Rtp.Send;
using ConfEngine.Transport.Peers.Streams;

namespace ConfEngine.Transport.Peers.Sending;

/// <summary>Shares what a path carries among the videos that a peer plays, and picks each one's layer. Sound comes first; then every video gets
/// its smallest layer; what is left goes by wanted height, and what one cannot use goes to the others.</summary>
internal static class LayerChoice
{
    private const double Headroom = 1.2;
    private const int NoLimit = 1080;

    /// <summary>Decides for all of a peer's tracks.</summary>
    /// <param name="tracks">What it plays.</param>
    /// <param name="estimate">Bits a second that it may be sent.</param>
    /// <param name="now">The time.</param>
    /// <returns>Bits a second that it could use while a better layer would be welcome; else 0.</returns>
    public static long Apply(List<SendTrack> tracks, long estimate, Instant now)
    {
        Span<long> rates = stackalloc long[SourceTrack.MaxLayers];
        long left = estimate, weights = 0, wanted = 0;
        var wantsMore = false;
        foreach (var track in tracks)
        {
            if (track.Kind == TrackKind.Audio)
            {
                track.ChooseAudio();
                if (track.Lanes[0].Current is not { } sound) continue;
                left -= sound.BitsPerSecond;
                wanted += sound.BitsPerSecond;
                continue;
            }

            track.Claim = MakeClaim(track, rates, now);
            left -= track.Claim.Floor;
            weights += track.Claim.Weight;
            wanted += track.Claim.Ceiling;
        }

        Share(tracks, left, weights);
        foreach (var track in tracks)
            if (track.Kind == TrackKind.Video)
                wantsMore |= Choose(track, rates, now);
        return wantsMore ? wanted : 0;
    }

    private static (long Floor, long Ceiling, long Weight, bool IsSettled) MakeClaim(SendTrack track, Span<long> rates, Instant now)
    {
        if (!track.IsOpen || track.Stream.Video is not { } source) return (0, 0, 0, true);
        var highest = HighestUseful(source, track, now);
        var count = ReadRates(source, track, rates, now);
        long floor = 0, ceiling = 0;
        for (var i = 0; i < count && i <= highest; i++)
        {
            if (rates[i] == 0) continue;
            if (floor == 0) floor = rates[i];
            ceiling = (long)(rates[i] * Headroom);
        }

        return (floor, Math.Max(floor, ceiling), Math.Clamp(track.Wish.Height, 1, NoLimit), floor == 0);
    }

    // What one cannot use is shared again by the rest, until everybody can use its part.
    private static void Share(List<SendTrack> tracks, long left, long weights)
    {
        for (var isDone = false; !isDone;)
        {
            isDone = true;
            foreach (var track in tracks)
            {
                var claim = track.Claim;
                if (track.Kind != TrackKind.Video || claim.IsSettled || claim.Weight == 0) continue;
                var extra = claim.Ceiling - claim.Floor;
                if (left <= 0 || extra > (double)left * claim.Weight / weights) continue;
                left -= extra;
                weights -= claim.Weight;
                track.Claim = claim with { IsSettled = true };
                track.Share = claim.Ceiling;
                isDone = false;
            }
        }

        foreach (var track in tracks)
        {
            var claim = track.Claim;
            if (track.Kind != TrackKind.Video || claim.IsSettled) continue;
            track.Share = Math.Max(0, claim.Floor + (long)((double)left * claim.Weight / Math.Max(1, weights)));
        }
    }

    // True when a better layer is there, and of use.
    private static bool Choose(SendTrack track, Span<long> rates, Instant now)
    {
        if (!track.IsOpen || track.Stream.Video is not { } source)
        {
            track.Pause();
            return false;
        }

        var layers = source.BySize;
        var count = ReadRates(source, track, rates, now);
        var highest = HighestUseful(source, track, now);
        track.Selector.Update(rates[..count], track.Share, highest, now);
        var selected = track.Selector.Selected;
        var wantsMore = false;
        for (var i = selected + 1; i < count && i <= highest; i++) wantsMore |= rates[i] > 0;
        if (track.IsSimulcast)
        {
            for (var i = 0; i < track.Lanes.Length; i++)
                track.Lanes[i].SetTarget(i < layers.Length && (i <= selected || i == 0) ? layers[i] : null);
            return wantsMore;
        }

        var lane = track.Lanes[0];
        // Where nothing comes at all, whatever was chosen stays: a still picture is not worth a key frame.
        if (selected != LayerSelector.None) lane.SetTarget(layers[selected]);
        else if (lane.Current is null) lane.SetTarget(lane.Target ?? layers[0]);
        return wantsMore;
    }

    // The smallest layer that has all the lines that are wanted.
    private static int HighestUseful(SourceTrack source, SendTrack track, Instant now)
    {
        var layers = source.BySize;
        if (track.IsSimulcast) return layers.Length - 1;
        for (var i = 0; i < layers.Length; i++)
            if (layers[i].IsLive(now) && layers[i].HeightAt(layers.Length - 1 - i) >= track.Wish.Height)
                return i;
        return layers.Length - 1;
    }

    // Where the peer takes all layers, a layer costs what those below it cost, too.
    private static int ReadRates(SourceTrack source, SendTrack track, Span<long> rates, Instant now)
    {
        var layers = source.BySize;
        var count = Math.Min(layers.Length, rates.Length);
        long sum = 0;
        for (var i = 0; i < count; i++)
        {
            var rate = layers[i].IsLive(now) ? layers[i].BitsPerSecond : 0;
            sum += rate;
            rates[i] = track.IsSimulcast && rate > 0 ? sum : rate;
        }

        return count;
    }
}
