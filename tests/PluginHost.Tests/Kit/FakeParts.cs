using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost.Tests.Kit;

/// <summary>Does blocking work on the spot.</summary>
internal sealed class WorkOnTheSpot : IBlockingWork
{
    public Task<T> RunAsync<T>(Func<T> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }
}

/// <summary>Folders that exist only in a list.</summary>
internal sealed class FakePackages : IPackageSource
{
    private readonly Dictionary<string, PluginPackage> _good = [];

    public event Action? Changed;

    public List<FoundPlugin> Found { get; } = [];

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<FoundPlugin> Scan() => [.. Found];

    public PluginPackage? LastGood(string id) => _good.GetValueOrDefault(id);

    public void MarkGood(PluginPackage package) => _good[package.Manifest.Id] = package;

    public void Tell() => Changed?.Invoke();

    public void Dispose() => IsDisposed = true;
}

/// <summary>Opens channels to fakes.</summary>
internal sealed class FakeChannels(Func<PluginPackage, FakePlugin> make, Action onSent) : IChannelFactory
{
    /// <summary>Every channel that was opened, in order.</summary>
    public List<FakeChannel> Opened { get; } = [];

    /// <summary>What opening throws; null when it does not.</summary>
    public Func<PluginPackage, Exception?> Fault { get; set; } = _ => null;

    public IPluginChannel Open(PluginPackage package, RunMode run, PluginLimits limits)
    {
        if (Fault(package) is { } fault) throw fault;
        var channel = new FakeChannel(make(package), onSent, package, run);
        lock (Opened) Opened.Add(channel);
        return channel;
    }
}

/// <summary>The operator's decisions, in memory.</summary>
internal sealed class FakeRecords : IPluginRecords
{
    public Dictionary<string, string> Pins { get; } = [];

    public HashSet<string> Disabled { get; } = [];

    public Dictionary<string, string> Settings { get; } = [];

    public Dictionary<string, string> Secrets { get; } = [];

    public Dictionary<string, string> Choices { get; set; } = [];

    public string? PinOf(string id) => Pins.GetValueOrDefault(id);

    public void Pin(string id, string digest) => Pins[id] = digest;

    public bool TryLoadSettings(PluginManifest manifest, [NotNullWhen(true)] out PluginSettings? settings, out string field, out string error)
    {
        foreach (var spec in manifest.Settings)
        {
            if (!spec.Required || Settings.ContainsKey(spec.Name)) continue;
            (settings, field, error) = (null, spec.Name, $"\"{spec.Name}\" is not set");
            return false;
        }

        (settings, field, error) = (new PluginSettings(new Dictionary<string, string>(Settings), Secrets), "", "");
        return true;
    }

    public void SetSetting(PluginManifest manifest, string name, string? value)
    {
        if (manifest.Settings.All(spec => spec.Name != name)) throw new ContractException(ErrorCodes.BadSettings, $"there is no {name}", name);
        if (value is null) Settings.Remove(name);
        else Settings[name] = value;
    }

    public bool IsDisabled(string id) => Disabled.Contains(id);

    public void SetDisabled(string id, bool isDisabled)
    {
        if (isDisabled) Disabled.Add(id);
        else Disabled.Remove(id);
    }

    public string DataFolderOf(string id) => $"/data/{id}";

    public IReadOnlyDictionary<string, string> LoadChoices() => new Dictionary<string, string>(Choices);

    public void SaveChoices(IReadOnlyDictionary<string, string> choices) => Choices = new Dictionary<string, string>(choices);
}
