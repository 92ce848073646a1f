using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Bandwidth;

/// <summary>Tells a filling queue from noise: the slope of the one-way delay over the last bursts, against a threshold that adapts to the
/// path
/// (draft-ietf-rmcat-gcc-02, 5.3 and 5.4, with a line fitted by least squares in place of the Kalman filter).</summary>
public sealed class DelayTrend
{
    private const int Window = 20;
    private const double Smoothing = 0.9;
    private const double Gain = 4;
    private const int MaxCount = 60;
    private const double MinThreshold = 6;
    private const double MaxThreshold = 600;
    private const double ThresholdUp = 0.0087;
    private const double ThresholdDown = 0.039;
    private const double OveruseMs = 10;

    private readonly double[] _times = new double[Window];
    private readonly double[] _delays = new double[Window];
    private int _count;
    private double _arrival;
    private double _accumulated;
    private double _smoothed;
    private double _threshold = 12.5;
    private double _overuse = -1;
    private double _lastSlope;

    /// <summary>The present verdict.</summary>
    public PathUsage Usage { get; private set; }

    /// <summary>Adds the spacing of two bursts.</summary>
    /// <param name="sent">Time between their departures.</param>
    /// <param name="arrived">Time between their arrivals.</param>
    public void Add(MediaTime sent, MediaTime arrived)
    {
        var variation = (arrived - sent).Milliseconds;
        // Three seconds are no queue: a clock was set, or the path was away.
        if (Math.Abs(variation) > 3000)
        {
            Reset();
            return;
        }

        _arrival += arrived.Milliseconds;
        _accumulated += variation;
        _smoothed = Smoothing * _smoothed + (1 - Smoothing) * _accumulated;
        _times[_count % Window] = _arrival;
        _delays[_count % Window] = _smoothed;
        _count++;
        var slope = _count >= Window ? Slope() : _lastSlope;
        Judge(slope, sent.Milliseconds, arrived.Milliseconds);
        _lastSlope = slope;
    }

    /// <summary>Forgets the path.</summary>
    public void Reset()
    {
        _count = 0;
        _accumulated = _smoothed = _lastSlope = 0;
        _overuse = -1;
        Usage = PathUsage.Normal;
    }

    private void Judge(double slope, double sentMs, double arrivedMs)
    {
        var trend = Math.Min(_count, MaxCount) * slope * Gain;
        if (trend > _threshold)
        {
            // Long enough, more than once, and not already on the way back.
            var isFirst = _overuse < 0;
            _overuse = isFirst ? sentMs / 2 : _overuse + sentMs;
            if (!isFirst && _overuse > OveruseMs && slope >= _lastSlope) Usage = PathUsage.Over;
        }
        else
        {
            _overuse = -1;
            Usage = trend < -_threshold ? PathUsage.Under : PathUsage.Normal;
        }

        // A spike far off says nothing of the path's noise.
        var distance = Math.Abs(trend) - _threshold;
        if (distance > 15) return;
        _threshold += distance * (distance > 0 ? ThresholdUp : ThresholdDown) * Math.Clamp(arrivedMs, 0, 100);
        _threshold = Math.Clamp(_threshold, MinThreshold, MaxThreshold);
    }

    private double Slope()
    {
        double meanTime = 0, meanDelay = 0;
        for (var i = 0; i < Window; i++)
        {
            meanTime += _times[i] / Window;
            meanDelay += _delays[i] / Window;
        }

        double covariance = 0, variance = 0;
        for (var i = 0; i < Window; i++)
        {
            covariance += (_times[i] - meanTime) * (_delays[i] - meanDelay);
            variance += (_times[i] - meanTime) * (_times[i] - meanTime);
        }

        return variance == 0 ? 0 : covariance / variance;
    }
}
