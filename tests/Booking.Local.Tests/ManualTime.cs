using System.Globalization;

namespace ConfEngine.Booking.Local.Tests;

/// <summary>A time of day that stands still until it is told otherwise.</summary>
internal sealed class ManualTime(string now) : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

    public long Unix => _now.ToUnixTimeSeconds();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan span) => _now += span;
}
