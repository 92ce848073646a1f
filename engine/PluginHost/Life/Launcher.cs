using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Life;

/// <summary>Brings one version of a plugin to life, step by step: check, open, greet; then start. The supervisor's flows.</summary>
/// <param name="parts">What it needs.</param>
/// <param name="counters">Counts what is odd.</param>
internal sealed class Launcher(PluginHostParts parts, CallCounters counters)
{
    /// <summary>Checks, opens and greets. After a problem nothing is left open.</summary>
    /// <returns>The problem; null when it waits to be started.</returns>
    public async Task<LaunchProblem?> OpenAsync(Candidate candidate)
    {
        var (channel, problem) = await parts.Blocking.RunAsync(() => Open(candidate));
        if (channel is null) return problem;
        candidate.Connection = new PluginConnection(candidate.Package.Manifest.Id, channel, parts.Clock, counters, candidate, candidate.Blotter, parts.Agenda.Wake);
        parts.Agenda.Watch(candidate.Connection);
        candidate.Connection.Start();
        candidate.TimeToStart = MediaTime.FromMilliseconds(candidate.Limits.StartTimeoutMs);
        return await GreetAsync(candidate);
    }

    /// <summary>Hands over settings, secrets and the state of the version before.</summary>
    /// <returns>The problem; null when it is at work.</returns>
    public async Task<LaunchProblem?> StartAsync(Candidate candidate, byte[]? state)
    {
        var options = parts.Options;
        var request = new StartRequest
        {
            ContractVersion = candidate.ContractVersion, Settings = candidate.Settings.Settings, Secrets = candidate.Settings.Secrets, State = state,
            RoomName = options.RoomName, Locale = options.Locale, TimeZone = options.TimeZone, DataFolder = candidate.DataFolder,
        };
        var started = await AskAsync<StartRequest, Nothing>(candidate, LifeMethods.Start, request);
        if (started.Fault == CallFault.None) return null;
        return started.Error is { Code: ErrorCodes.BadSettings } error
            ? new LaunchProblem(LaunchProblemKind.Refused, $"setting \"{error.Field}\" is wrong: {error.Message}; {Remedy(candidate.Package)}")
            : Failure("start", started);
    }

    private string Remedy(PluginPackage package) =>
        $"correct it in {Path.Combine(parts.Options.DataFolder, "settings", package.Manifest.Id + ".json")}, then: confengine plugin reload {package.Manifest.Id}";

    private static string NameOf(PluginPackage package) => $"{package.Manifest.Id} {package.Manifest.Version}";

    private static LaunchProblem Failure(string step, Attempt attempt) => attempt.Fault == CallFault.Timeout
        ? new LaunchProblem(LaunchProblemKind.Hung, $"it did not answer in its time to start ({LifeName(step)})")
        : new LaunchProblem(LaunchProblemKind.Failed, attempt.Fault == CallFault.Answered ? $"it could not {step}: {attempt.Error!.Message}" : attempt.Error!.Message);

    private static string LifeName(string step) => $"plugin.{step}";

    // Blocks. Everything that can be known without the plugin comes first.
    private (IPluginChannel? Channel, LaunchProblem? Problem) Open(Candidate candidate)
    {
        var package = candidate.Package;
        if (Check(candidate) is { } refusal) return (null, refusal);
        var began = parts.Clock.Now;
        try
        {
            return (parts.Channels.Open(package, candidate.Run, candidate.Limits), null);
        }
        catch (PluginStartException e)
        {
            // One whose constructor does not come back has cost a thread; it shall not cost another.
            var hasHung = candidate.Run == RunMode.InProcess && parts.Clock.Now - began >= MediaTime.FromMilliseconds(candidate.Limits.StartTimeoutMs);
            return (null, new LaunchProblem(hasHung ? LaunchProblemKind.Hung : LaunchProblemKind.Failed, candidate.Blotter.Clean(e.Message)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, new LaunchProblem(LaunchProblemKind.Failed, candidate.Blotter.Clean($"it cannot be opened: {e.GetType().Name}: {e.Message}")));
        }
    }

    private LaunchProblem? Check(Candidate candidate)
    {
        var package = candidate.Package;
        var id = package.Manifest.Id;
        if (Greeting.CheckContract(NameOf(package), package.Manifest.Contract, parts.Options.HostVersion, out _) is { } mismatch)
            return new LaunchProblem(LaunchProblemKind.Unfit, mismatch);
        try
        {
            var pin = parts.Records.PinOf(id);
            candidate.IsPinned = pin is not null;
            // Where the pins cannot be read, this is the reason.
            if (pin is not null && !IsDigest(pin)) return Refusal(pin);
            if (pin is not null && pin != package.Digest)
                return Refusal($"its files are not those that were trusted (SHA-256 {Short(package.Digest)}, trusted {Short(pin)}); if the change is wanted: confengine plugin trust {id}");
            if (pin is null && parts.Options.PinnedOnly && !package.BuiltIn)
                return Refusal($"it is not trusted yet, and only trusted plugins may run here; if it is wanted: confengine plugin trust {id}");
            if (!parts.Records.TryLoadSettings(package.Manifest, out var settings, out _, out var error)) return Refusal($"setting {error}");
            candidate.Settings = settings;
            candidate.Blotter = new SecretBlotter(settings.Secrets.Values);
            candidate.DataFolder = parts.Records.DataFolderOf(id);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new LaunchProblem(LaunchProblemKind.Failed, $"the host's records of it cannot be read: {e.Message}");
        }

        static LaunchProblem Refusal(string cause) => new(LaunchProblemKind.Refused, cause);
    }

    private static bool IsDigest(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);

    private static string Short(string digest) => digest.Length > 12 ? digest[..12] + "…" : digest;

    private async Task<LaunchProblem?> GreetAsync(Candidate candidate)
    {
        var ours = ContractVersion.Supported;
        var hello = new HelloRequest
        {
            ContractFloor = ours.Floor, ContractCeiling = ours.Ceiling, HostName = "ConfEngine", HostVersion = parts.Options.HostVersion, MaxMessageBytes = MessageLimits.MaxBytes,
        };
        var greeted = await AskAsync<HelloRequest, HelloResponse>(candidate, LifeMethods.Hello, hello);
        if (greeted.Fault != CallFault.None)
            return greeted.Error is { Code: ErrorCodes.ContractMismatch } error
                ? new LaunchProblem(LaunchProblemKind.Unfit, $"{error.Message} (this ConfEngine speaks contract {ours}); install another version of the plugin, or update ConfEngine")
                : Failure("greet", greeted);
        var answer = greeted.Result!;
        var wrong = Greeting.CheckContract(NameOf(candidate.Package), new ContractVersion(answer.ContractFloor, answer.ContractCeiling), parts.Options.HostVersion, out var agreed)
            ?? Greeting.CheckIdentity(candidate.Package.Manifest, answer);
        if (wrong is not null) return new LaunchProblem(LaunchProblemKind.Unfit, candidate.Blotter.Clean(wrong));
        candidate.ContractVersion = agreed;
        candidate.Limits = EffectiveLimits.Of(candidate.Package.Manifest.Limits, answer.Limits);
        candidate.Connection!.Configure(candidate.Limits);
        candidate.Greeted();
        return null;
    }

    // Hello and start share one time.
    private async Task<Attempt<TRequest, TResult>> AskAsync<TRequest, TResult>(Candidate candidate, Method method, TRequest request)
        where TResult : class
    {
        var began = parts.Clock.Now;
        var attempt = new Attempt<TRequest, TResult>(method, request, began + candidate.TimeToStart) { IsUrgent = true };
        await candidate.Connection!.RunAsync(attempt, CancellationToken.None);
        candidate.TimeToStart -= parts.Clock.Now - began;
        return attempt;
    }
}
