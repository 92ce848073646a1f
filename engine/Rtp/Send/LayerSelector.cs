using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Send;

/// <summary>Chooses the simulcast layer for one receiver: the best that its share of the bandwidth carries and that it can show. Down at
/// once, up
/// only after a while with room to spare, so that an estimate at the edge does not make the picture jump to and fro.</summary>
public sealed class LayerSelector
{
    /// <summary>No layer: nothing fits, or nothing is live.</summary>
    public const int None = -1;

    private const double Headroom = 1.15;
    private Instant? _roomSince;

    /// <summary>How long there has to be room before it is used.</summary>
    public MediaTime Patience { get; init; } = MediaTime.FromMilliseconds(1500);

    /// <summary>The layer to be sent; <see cref="None"/> for a pause.</summary>
    public int Selected { get; private set; } = None;

    /// <summary>Decides anew.</summary>
    /// <param name="rates">Bits a second of each layer, the smallest first; 0 for one that is not live.</param>
    /// <param name="available">Bits a second that this receiver may be sent.</param>
    /// <param name="highest">The best layer that it has pixels for.</param>
    /// <param name="now">The time.</param>
    /// <returns>True when the choice has changed: the new layer is joined at its next key frame.</returns>
    public bool Update(ReadOnlySpan<long> rates, long available, int highest, Instant now)
    {
        var before = Selected;
        var fits = Best(rates, available, highest);
        var isLive = before != None && before < rates.Length && rates[before] > 0;
        if (fits <= before || !isLive)
        {
            // The lowest live layer stays for as long as there is one: a poor picture is better than none.
            Selected = fits != None ? fits : Lowest(rates, highest);
            _roomSince = null;
            return Selected != before;
        }

        if (Best(rates, (long)(available / Headroom), highest) <= before)
        {
            _roomSince = null;
            return false;
        }

        _roomSince ??= now;
        if (now - _roomSince.Value < Patience) return false;
        Selected = Best(rates, (long)(available / Headroom), highest);
        _roomSince = null;
        return true;
    }

    private static int Best(ReadOnlySpan<long> rates, long available, int highest)
    {
        for (var i = Math.Min(highest, rates.Length - 1); i >= 0; i--)
            if (rates[i] > 0 && rates[i] <= available) return i;
        return None;
    }

    private static int Lowest(ReadOnlySpan<long> rates, int highest)
    {
        for (var i = 0; i < rates.Length && i <= highest; i++)
            if (rates[i] > 0) return i;
        return None;
    }
}
