using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;

namespace ConfEngine.Graphics.Overlays;

/// <summary>Turns the counters of a stream into rates over about a second.</summary>
internal sealed class StreamRates
{
    private static readonly MediaTime s_window = new(1_000_000_000);

    private StreamStatistics? _source;
    private Instant _at;
    private long _decoded;
    private long _shown;
    private long _decodeNanoseconds;

    /// <summary>Frames decoded a second; NaN until known.</summary>
    public double In { get; private set; }

    /// <summary>Frames shown a second; NaN until known.</summary>
    public double Shown { get; private set; }

    /// <summary>Milliseconds that a frame takes to decode; NaN while none is decoded.</summary>
    public double DecodeMilliseconds { get; private set; }

    /// <summary>Looks at the counters.</summary>
    public void Update(StreamStatistics source, Instant now)
    {
        if (!ReferenceEquals(source, _source))
        {
            _source = source;
            In = Shown = DecodeMilliseconds = double.NaN;
            Sample(source, now);
            return;
        }

        var passed = now - _at;
        if (passed < s_window) return;
        var frames = source.Decoded - _decoded;
        In = frames / passed.Seconds;
        Shown = (source.Shown - _shown) / passed.Seconds;
        DecodeMilliseconds = frames > 0 ? (source.DecodeNanoseconds - _decodeNanoseconds) / 1e6 / frames : double.NaN;
        Sample(source, now);
    }

    private void Sample(StreamStatistics source, Instant now)
    {
        _at = now;
        _decoded = source.Decoded;
        _shown = source.Shown;
        _decodeNanoseconds = source.DecodeNanoseconds;
    }
}
