using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost;

/// <summary>What the host of the plugins is told about the program and the room.</summary>
public sealed record PluginSystemOptions
{
    /// <summary>The folder with the program's own plugins; trusted. Null for none.</summary>
    public string? BuiltInFolder { get; init; }

    /// <summary>The folders with the user's plugins, each with one folder per plugin. One that is missing counts as empty.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Where the host keeps pins, settings, secrets and copies; made when it is missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The time.</summary>
    public required IClock Clock { get; init; }

    /// <summary>The program's version, told to plugins.</summary>
    public required string HostVersion { get; init; }

    /// <summary>The program that runs one .NET plugin as a child.</summary>
    public required string RunnerPath { get; init; }

    /// <summary>Whether plugins run only when their checksum is pinned; the program's own always do.</summary>
    public bool PinnedOnly { get; init; }

    /// <summary>The name of the room this kiosk is in.</summary>
    public string RoomName { get; init; } = "";

    /// <summary>The language of texts for people, as a BCP 47 tag.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>The room's time zone, an IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Told of faults of the host itself, which harm nobody else; any thread.</summary>
    public Action<Exception> OnFault { get; init; } = _ => { };
}
