using System.Globalization;
using ConfEngine.Booking.Local.Series;

namespace ConfEngine.Booking.Local.Book;

/// <summary>What the bookings need to know of the room.</summary>
/// <param name="Name">The room's name: it is who books.</param>
/// <param name="TimeZone">Its time zone, an IANA name.</param>
internal sealed record RoomFacts(string Name, string TimeZone)
{
    /// <summary>A time as the room's clock shows it.</summary>
    public string Show(long unixSeconds) => WallTime.At(unixSeconds, WallTime.Zone(TimeZone)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
