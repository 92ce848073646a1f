using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;

namespace ConfEngine.PluginHost.Life;

/// <summary>Puts one start of a plugin in the place of another, without a call being lost. The supervisor's flow.</summary>
/// <param name="parts">What it needs.</param>
/// <param name="launcher">Starts the new one.</param>
/// <param name="retirement">Ends the one that is not needed.</param>
internal sealed class Handover(PluginHostParts parts, Launcher launcher, Retirement retirement)
{
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(10);
    private static readonly MediaTime s_save = MediaTime.FromSeconds(5);

    /// <summary>Opens and greets the new one beside the old; then new calls wait, those under way finish or are cancelled after 10 s, the state goes over, and the new
    /// one is started. Whatever fails, the old one goes on.</summary>
    /// <returns>Why the old one goes on; null when the new one has taken over, with the gate still held for it.</returns>
    public async Task<LaunchProblem?> RunAsync(Candidate old, Candidate next, CallGate gate)
    {
        if (await launcher.OpenAsync(next) is { } unfit)
        {
            retirement.Begin(next, TimeSpan.Zero);
            return unfit;
        }

        gate.Hold();
        var connection = old.Connection!;
        var drained = connection.DrainAsync();
        if (!await Waiting.ForAsync(drained, s_drain, parts.Agenda))
        {
            connection.CancelAll("a new version of the plugin takes over");
            await drained;
        }

        var (state, problem) = await SaveAsync(old);
        problem ??= await launcher.StartAsync(next, state);
        if (problem is null)
        {
            retirement.BeginGently(old);
            return null;
        }

        retirement.Begin(next, TimeSpan.Zero);
        connection.EndDrain();
        // Where the old one has ended meanwhile, its calls fail as they would have without all this.
        gate.Open(connection);
        return problem;
    }

    private async Task<(byte[]? State, LaunchProblem? Problem)> SaveAsync(Candidate old)
    {
        // One that is gone has nothing to hand over, and holds nobody up.
        if (old.Connection!.End is not null) return (null, null);
        var attempt = new Attempt<Nothing, SavedState>(LifeMethods.Save, Nothing.Instance, parts.Clock.Now + s_save) { IsUrgent = true };
        await old.Connection.RunAsync(attempt, CancellationToken.None);
        var name = $"{old.Package.Manifest.Version}";
        return attempt.Fault switch
        {
            CallFault.None when attempt.Result!.State is { Length: > SavedState.MaxBytes } large =>
                (null, Problem($"{name} handed over {large.Length} bytes of state; the most is {SavedState.MaxBytes}")),
            CallFault.None => (attempt.Result!.State, null),
            CallFault.Answered when attempt.Error!.Code == ErrorCodes.Unsupported => (null, null),
            CallFault.Lost => (null, null),
            _ => (null, Problem($"{name} could not hand over its state: {attempt.Error!.Message}")),
        };

        static LaunchProblem Problem(string cause) => new(LaunchProblemKind.Failed, cause);
    }
}
