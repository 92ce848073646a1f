namespace ConfEngine.Contract;

/// <summary>What a plugin can be asked to do, by the names used in manifests and in the handshake.</summary>
public static class Capabilities
{
    /// <summary>Meetings of a calendar or conference service: see <see cref="Booking.BookingMethods"/>.</summary>
    public const string Booking = "booking";

    /// <summary>Another system that is to know who is in which meeting: see <see cref="ExternalSync.ExternalSyncMethods"/>.</summary>
    public const string ExternalSync = "external-sync";

    /// <summary>Phone calls: see <see cref="Telephony.TelephonyMethods"/>.</summary>
    public const string Telephony = "telephony";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Booking, ExternalSync, Telephony];
}
