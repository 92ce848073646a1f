namespace ConfEngine.Kiosk.Plugins;

/// <summary>A plugin as a list shows it.</summary>
internal sealed record PluginRow
{
    public required string Id { get; init; }

    public string Version { get; init; } = "";

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>In the words of <c>plugin.list</c>; <c>ready</c> where no kiosk runs it.</summary>
    public required string State { get; init; }

    public string Cause { get; init; } = "";

    public string Run { get; init; } = "";

    public bool Pinned { get; init; }

    public bool BuiltIn { get; init; }

    /// <summary>The capabilities that it serves now.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];

    public long Calls { get; init; }

    public long Errors { get; init; }

    public double P50Us { get; init; }

    public double P99Us { get; init; }

    public string LastError { get; init; } = "";
}
