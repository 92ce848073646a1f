using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Conformance;

/// <summary>What is to be tested, and how it is run.</summary>
public sealed record ConformanceRequest
{
    /// <summary>The plugin's folder, with its <c>plugin.json</c>. Nothing in it is changed: a copy runs.</summary>
    public required string Folder { get; init; }

    /// <summary>The program that runs one .NET plugin as a child.</summary>
    public required string RunnerPath { get; init; }

    /// <summary>Measures the answers.</summary>
    public required IClock Clock { get; init; }

    /// <summary>Settings and secrets by name, as text. Secrets that are required and not given are made up.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
