using ConfEngine.Contract.Handshake;

namespace ConfEngine.Contract.Manifest;

/// <summary>How a plugin is run. The bytes are the same in each way.</summary>
public enum RunMode
{
    /// <summary>A .NET plugin in a process of its own; the default of the careful.</summary>
    Child,

    /// <summary>A .NET plugin in the engine's process, in its own load context: quickest, and able to harm.</summary>
    InProcess,

    /// <summary>Any program that speaks the envelope on its standard input and output.</summary>
    Executable,
}

/// <summary>What <c>plugin.json</c> says of a plugin.</summary>
public sealed record PluginManifest
{
    /// <summary>The name of the file in the plugin's folder.</summary>
    public const string FileName = "plugin.json";

    /// <summary>2 to 63 of a-z, 0-9, dot and dash, a letter or digit first. One id, one plugin.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people, in any script; at most 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Three numbers with dots, perhaps with a suffix: <c>1.2.0-beta</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The versions of the contract that it speaks.</summary>
    public required ContractVersion Contract { get; init; }

    /// <summary>At least one of <see cref="Contract.Capabilities.All"/>.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>How it is run.</summary>
    public required RunMode Run { get; init; }

    /// <summary>The .NET assembly, a file name in the folder; null for an executable.</summary>
    public string? Assembly { get; init; }

    /// <summary>The program and its arguments; empty for a .NET plugin. A program's name is looked for in the folder first, then on the PATH.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The settings it knows.</summary>
    public IReadOnlyList<SettingSpec> Settings { get; init; } = [];

    /// <summary>The limits it declares.</summary>
    public PluginLimits Limits { get; init; } = new();
}

/// <summary>What a setting may hold.</summary>
public enum SettingType
{
    /// <summary>Any text up to 4096 characters.</summary>
    Text,

    /// <summary>A decimal number, perhaps with a fraction, between <see cref="SettingSpec.Min"/> and <see cref="SettingSpec.Max"/>.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of <see cref="SettingSpec.Choices"/>.</summary>
    Choice,

    /// <summary>Text that is kept apart, readable by the owner alone, and never shown again.</summary>
    Secret,
}

/// <summary>One setting that a plugin knows.</summary>
public sealed record SettingSpec
{
    /// <summary>1 to 40 of a-z, 0-9 and underscore.</summary>
    public required string Name { get; init; }

    /// <summary>What it may hold.</summary>
    public required SettingType Type { get; init; }

    /// <summary>Whether the plugin cannot start without.</summary>
    public bool Required { get; init; }

    /// <summary>What counts while nothing is set; null for nothing. A secret has none.</summary>
    public string? Default { get; init; }

    /// <summary>One line for a person.</summary>
    public string Description { get; init; } = "";

    /// <summary>The allowed values of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The least of a number; null for no bound.</summary>
    public double? Min { get; init; }

    /// <summary>The most of a number; null for no bound.</summary>
    public double? Max { get; init; }
}
