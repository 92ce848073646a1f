using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Plugins;
using ConfEngine.PluginHost;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Plugins;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>Puts the kiosk's plugins together.</summary>
internal static class KioskPlugins
{
    /// <summary>Plugins that do not run yet, on the wall of <paramref name="engine"/>.</summary>
    /// <exception cref="Core.Media.MediaException">The state folder cannot be written.</exception>
    public static RoomPlugins Open(PluginRequest request, string? state, string roomName, Engine engine, IClock clock)
    {
        var places = PluginPlaces.Of(state);
        Directory.CreateDirectory(places.Users);
        var plugins = new RoomPlugins(new PluginSystemOptions
        {
            BuiltInFolder = PluginPlaces.BuiltIn,
            Folders = [places.Users, .. request.Folders],
            DataFolder = places.Data,
            Clock = clock,
            HostVersion = typeof(KioskPlugins).Assembly.GetName().Version?.ToString(3) ?? "0",
            RunnerPath = PluginPlaces.Runner,
            PinnedOnly = request.PinnedOnly,
            RoomName = roomName,
            TimeZone = TimeZoneInfo.Local.Id,
            OnFault = ReportFault,
        });
        engine.Meetings = () => plugins.Board;
        engine.AddOverlayPage(plugins.Page);
        return plugins;
    }

    private static void ReportFault(Exception cause) =>
        Console.Error.WriteLine($"confengine: the plugins' host: {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}");
}

/// <summary>Which plugins a kiosk runs.</summary>
/// <param name="Folders">Folders with plugins, besides the one in the state folder.</param>
/// <param name="PinnedOnly">Whether plugins run only when their checksum is pinned.</param>
internal sealed record PluginRequest(IReadOnlyList<string> Folders, bool PinnedOnly);
