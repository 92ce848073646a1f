using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Conformance.Rules;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Conformance;

/// <summary>Runs a plugin the way its manifest says and checks what the contract demands. Its data goes to a folder that is removed afterwards; meetings that a rule books
/// are cancelled again.</summary>
public static class ConformanceSuite
{
    /// <summary>Checks all rules. Blocks for seconds; a plugin that breaks many may take a minute.</summary>
    /// <param name="request">What is tested.</param>
    /// <param name="tell">Told of each outcome as it is known.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="ContractException">It cannot be tested: <c>not-found</c> where no plugin lies in the folder, <c>bad-settings</c> for settings that are missing or wrong.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ConformanceReport Run(ConformanceRequest request, Action<RuleOutcome> tell, CancellationToken cancel) =>
        Run(request, new ChannelFactory(request.RunnerPath, request.Clock), tell, cancel);

    /// <summary>The same with another way to run plugins.</summary>
    internal static ConformanceReport Run(ConformanceRequest request, IChannelFactory channels, Action<RuleOutcome> tell, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(request.Folder);
        if (!File.Exists(Path.Combine(folder, PluginManifest.FileName)))
            throw new ContractException(ErrorCodes.NotFound, $"{folder} holds no {PluginManifest.FileName}: name the folder of a plugin");
        var scratch = Directory.CreateTempSubdirectory("confengine-plugin-test-").FullName;
        try
        {
            var look = new PackageFolder(new CopyStore(Path.Combine(scratch, "store"))).Look(folder, null)
                ?? throw new ContractException(ErrorCodes.WrongState, $"{folder} changes all the time: test it when the build has ended");
            var valid = look.Manifest is null ? ConformanceRun.Outcome(RuleBook.Manifest, Verdict.Failed, look.Problem) : ConformanceRun.Outcome(RuleBook.Manifest, Verdict.Passed);
            tell(valid);
            if (look.Manifest is not { } manifest) return new ConformanceReport(look.Id, "", [], [valid]);
            var run = Path.Combine(scratch, "store", manifest.Id, look.Digest);
            var package = new PluginPackage(folder, manifest, look.Digest, run, BuiltIn: false);
            var settings = SettingsOf(manifest, request.Settings, Path.Combine(scratch, "settings"));
            var limits = EffectiveLimits.Of(manifest.Limits, null);
            using var subject = new Subject(manifest, () => channels.Open(package, manifest.Run, limits), request.Clock, scratch) { Settings = settings.Settings, Secrets = settings.Secrets };
            return new ConformanceReport(manifest.Id, manifest.Version, manifest.Capabilities, [valid, .. new ConformanceRun(subject, tell).Run(cancel)]);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static PluginSettings SettingsOf(PluginManifest manifest, IReadOnlyDictionary<string, string> given, string folder)
    {
        var store = new SettingsStore(folder);
        foreach (var (name, value) in given) store.Set(manifest, name, value);
        foreach (var setting in manifest.Settings.Where(setting => setting is { Required: true, Default: null } && !given.ContainsKey(setting.Name)))
        {
            if (setting.Type != SettingType.Secret)
                throw new ContractException(ErrorCodes.BadSettings, $"the setting '{setting.Name}' is required ({(setting.Description.Length > 0 ? setting.Description : setting.Type.ToString())}): give it with --set {setting.Name}=VALUE", setting.Name);
            // Unlike any text that a log may hold by chance.
            store.Set(manifest, setting.Name, $"conformance-{Guid.NewGuid():N}");
        }

        return store.TryLoad(manifest, out var settings, out var field, out var error) ? settings : throw new ContractException(ErrorCodes.BadSettings, error, field);
    }
}
