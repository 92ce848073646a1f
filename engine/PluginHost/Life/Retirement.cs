using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Channels;

namespace ConfEngine.PluginHost.Life;

/// <summary>Ends starts of a plugin, gently or not, and knows which still end. The supervisor's flows.</summary>
/// <param name="parts">What it needs.</param>
/// <param name="onStuck">Told of those that did not end by themselves.</param>
internal sealed class Retirement(PluginHostParts parts, Action<Candidate> onStuck)
{
    // What the channel itself may take on top of the grace it gives the plugin.
    private static readonly TimeSpan s_channelTime = TimeSpan.FromSeconds(0.25);

    private readonly List<Task> _ending = [];

    /// <summary>Ends it at once but for <paramref name="grace"/>, in the background.</summary>
    public void Begin(Candidate candidate, TimeSpan grace)
    {
        if (candidate.Connection is { } connection) Add(EndAsync(candidate, connection, grace));
    }

    /// <summary>Lets it finish its calls and asks it to stop before it is ended, in the background.</summary>
    public void BeginGently(Candidate candidate)
    {
        if (candidate.Connection is { } connection) Add(EndGentlyAsync(candidate, connection));
    }

    /// <summary>Completes when nothing ends any more.</summary>
    public Task DoneAsync() => Task.WhenAll(_ending);

    private void Add(Task ending)
    {
        _ending.RemoveAll(task => task.IsCompleted);
        _ending.Add(ending);
    }

    private async Task EndGentlyAsync(Candidate candidate, PluginConnection connection)
    {
        // All plugins together have 3 s at the program's end.
        var (drain, stop, grace) = parts.IsClosing ? (0.5, 1.0, 1.0) : (2.0, 2.0, 2.0);
        await Waiting.ForAsync(connection.DrainAsync(), TimeSpan.FromSeconds(drain), parts.Agenda);
        var attempt = new Attempt<Nothing, Nothing>(LifeMethods.Stop, Nothing.Instance, parts.Clock.Now + MediaTime.FromSeconds(stop)) { IsUrgent = true };
        await connection.RunAsync(attempt, CancellationToken.None);
        await EndAsync(candidate, connection, TimeSpan.FromSeconds(grace));
    }

    private async Task EndAsync(Candidate candidate, PluginConnection connection, TimeSpan grace)
    {
        connection.Close(grace);
        if (await Waiting.ForAsync(connection.Closed, grace + s_channelTime, parts.Agenda) && connection.Closed.Result is { Kind: ChannelEndKind.Stuck } end)
        {
            candidate.OnLog(LogLevel.Warning, end.Cause);
            onStuck(candidate);
        }

        parts.Agenda.Unwatch(connection);
        connection.Dispose();
    }
}
