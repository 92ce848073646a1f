namespace ConfEngine.Kiosk.Bench;

/// <summary>What <c>bench</c> was asked for.</summary>
internal sealed record BenchRequest(IReadOnlyList<string> Suites, IReadOnlyList<string> Cases, string? Media, bool WithPeers, int Runs, string? JsonFile)
{
    /// <summary>Folders of plugins to be measured besides those that come with the program.</summary>
    public IReadOnlyList<string> PluginFolders { get; init; } = [];

    /// <summary>The folder of a plugin beside which the wall is measured; null for none.</summary>
    public string? SpinningPlugin { get; init; }
}
