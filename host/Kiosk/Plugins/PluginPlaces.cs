using ConfEngine.Runtime.Web;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>Where plugins, what is kept of them, and the program that runs them are.</summary>
/// <param name="State">The state folder.</param>
internal sealed record PluginPlaces(string State)
{
    /// <summary>The program that runs one .NET plugin in a process of its own.</summary>
    public static string Runner => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "ConfEngine.PluginRunner.exe" : "ConfEngine.PluginRunner");

    /// <summary>The plugins that come with the program.</summary>
    public static string BuiltIn => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>The user's plugins.</summary>
    public string Users => UsersOf(State);

    /// <summary>Pins, settings, secrets and copies.</summary>
    public string Data => Path.Combine(State, "plugin-data");

    /// <summary>The user's plugins in a state folder, which may not be there yet.</summary>
    public static string UsersOf(string state) => Path.Combine(state, "plugins");

    /// <summary>Those of a state folder; made when it is not there.</summary>
    /// <param name="state">The folder; null for the user's own.</param>
    public static PluginPlaces Of(string? state) => new(StateFolder.Open(state).Path);
}
