namespace ConfEngine.PluginHost.Discovery;

/// <summary>One folder that holds a manifest.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Id">The plugin's id; where the manifest cannot be read, the id it had before, or the folder's name.</param>
/// <param name="Package">What can be run; null when it is refused.</param>
/// <param name="Problem">Why it is refused, and the remedy, in one line; empty when it is not.</param>
/// <param name="BuiltIn">Whether it came with the program.</param>
internal sealed record FoundPlugin(string Folder, string Id, PluginPackage? Package, string Problem, bool BuiltIn = false);

/// <summary>Where plugins come from.</summary>
internal interface IPackageSource : IDisposable
{
    /// <summary>Something in the folders has changed and has been quiet for 300 ms: scan again. Any thread.</summary>
    event Action? Changed;

    /// <summary>Looks at every folder and copies what is new. Blocks while it reads and copies. Two entries may have one id: at most one of them has a package.</summary>
    IReadOnlyList<FoundPlugin> Scan();

    /// <summary>The last version of a plugin that worked; null when there is none, or its copy is damaged.</summary>
    PluginPackage? LastGood(string id);

    /// <summary>Remembers that this version works, also for the next run of the program.</summary>
    void MarkGood(PluginPackage package);
}
