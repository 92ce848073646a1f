using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;

namespace ConfEngine.ChaosPlugin;

/// <summary>More than anybody wants to hear.</summary>
internal static class Noise
{
    private const int Many = 5_000;
    private const int FarTooMany = 100_000;

    public static void Notices(PluginContext context) => Notices(context, Many);

    public static void Deluge(PluginContext context) => Notices(context, FarTooMany);

    public static void Lines(PluginContext context)
    {
        for (var i = 0; i < Many; i++) context.Log(LogLevel.Error, $"line {i} of a flood");
    }

    private static void Notices(PluginContext context, int count)
    {
        for (var i = 0; i < count; i++)
            context.Tell(BookingNotices.ListChanged, new ListChanged { Change = ListChange.Add, Meetings = [new MeetingEntry { MeetingId = $"flood-{i}" }] });
    }
}
