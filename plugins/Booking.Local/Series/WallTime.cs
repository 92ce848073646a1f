namespace ConfEngine.Booking.Local.Series;

/// <summary>Between the clock on a wall somewhere and Unix seconds.</summary>
internal static class WallTime
{
    /// <summary>The zone of this name; UTC where the system does not know it.</summary>
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>What the clock on the wall shows.</summary>
    public static DateTime At(long unixSeconds, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(unixSeconds), zone).DateTime;

    /// <summary>When the clock on the wall shows this. An hour that is left out in spring counts as the hour after it, one that comes twice in autumn as the first of the two.</summary>
    public static long ToUnix(DateTime wall, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(wall)) wall = wall.AddHours(1);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUnixTimeSeconds();
    }
}
