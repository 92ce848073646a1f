namespace ConfEngine.Graphics.Overlays;

/// <summary>How a plugin fares, as a colour.</summary>
public enum PluginMood
{
    /// <summary>At work.</summary>
    Good,

    /// <summary>On its way: starting, stopping, being replaced.</summary>
    Busy,

    /// <summary>At work, with trouble.</summary>
    Troubled,

    /// <summary>Crashed, hung or refused.</summary>
    Bad,

    /// <summary>Switched off.</summary>
    Off,
}

/// <summary>A line of <see cref="PluginTablePage"/>.</summary>
/// <param name="Name">The plugin's name, in any script.</param>
/// <param name="Runs">Where it runs, one ASCII word.</param>
/// <param name="State">What it is doing, one ASCII word.</param>
/// <param name="Mood">The state's colour.</param>
public sealed record PluginRow(string Name, string Runs, string State, PluginMood Mood)
{
    /// <summary>Calls that were answered.</summary>
    public long Calls { get; init; }

    /// <summary>Calls that ended with an error.</summary>
    public long Errors { get; init; }

    /// <summary>Half of the latest calls took no longer, in milliseconds; 0 without calls.</summary>
    public double P50 { get; init; }

    /// <summary>All but one in a hundred of the latest calls took no longer, in milliseconds; 0 without calls.</summary>
    public double P99 { get; init; }

    /// <summary>Calls that wait or are being worked on.</summary>
    public int InFlight { get; init; }

    /// <summary>Starts after the first.</summary>
    public long Restarts { get; init; }

    /// <summary>Memory of its process in MiB; 0 where it has none of its own.</summary>
    public double Megabytes { get; init; }

    /// <summary>Why it is in this state, in one line; empty while all is well.</summary>
    public string Cause { get; init; } = "";

    /// <summary>The last error of a call, in one line; empty for none. Shown while there is no cause.</summary>
    public string LastError { get; init; } = "";
}
