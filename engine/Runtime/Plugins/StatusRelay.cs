using System.Threading.Channels;
using ConfEngine.Conference.Rooms;
using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.ExternalSync;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.Runtime.Plugins;

/// <summary>Tells every plugin with the capability <c>external-sync</c> what the room is doing: initialise and sign in when it has started, then each status as it comes,
/// oldest first, and the notice that belongs to it. Each plugin has a queue of its own, so that a slow one holds up no other.</summary>
internal sealed class StatusRelay(PluginSystem plugins, IClock clock) : IDisposable
{
    private readonly Dictionary<string, SyncLine> _lines = new(StringComparer.Ordinal);
    private MeetingStatus _status = MeetingStatus.Idle;
    private long _changes;

    /// <summary>What was told last.</summary>
    public MeetingStatus Status => _status;

    /// <summary>Looks who is there, and what the room does; called about once a second and on every change, one call at a time.</summary>
    /// <param name="room">The room; null where there is none.</param>
    public void Turn(RoomSnapshot? room)
    {
        var status = StatusOf(room);
        if (status != _status)
        {
            _status = status;
            _changes++;
        }

        foreach (var plugin in plugins.Plugins) Follow(plugin);
        foreach (var gone in _lines.Keys.Except(plugins.Plugins.Where(Serves).Select(plugin => plugin.Id)).ToArray())
        {
            _lines[gone].Dispose();
            _lines.Remove(gone);
        }
    }

    /// <summary>Ends the queues. What waits is given up: the plugins end, too.</summary>
    public void Dispose()
    {
        foreach (var line in _lines.Values) line.Dispose();
        _lines.Clear();
    }

    /// <summary>In a meeting is a room in which somebody else than the kiosk itself is.</summary>
    internal static MeetingStatus StatusOf(RoomSnapshot? room) => room is { Members.Length: > 1 } ? MeetingStatus.InMeeting : MeetingStatus.Idle;

    private static bool Serves(PluginStatus plugin) =>
        plugin.Manifest?.Capabilities.Contains(Capabilities.ExternalSync) == true && plugin.State is PluginState.Running or PluginState.Degraded or PluginState.Reloading;

    private void Follow(PluginStatus plugin)
    {
        if (!Serves(plugin)) return;
        // A plugin that was started anew knows nothing of what its process before was told.
        if (_lines.TryGetValue(plugin.Id, out var line) && line.Starts != plugin.Figures.Restarts)
        {
            line.Dispose();
            _lines.Remove(plugin.Id);
            line = null;
        }

        if (line is null) _lines[plugin.Id] = line = new SyncLine(plugins, plugin.Id, plugin.Figures.Restarts);
        if (line.Changes == _changes) return;
        line.Changes = _changes;
        line.Tell(_status, clock.WallNow.ToUnixTimeMilliseconds());
    }

    /// <summary>One plugin's queue.</summary>
    private sealed class SyncLine : IDisposable
    {
        // A meeting changes its status a few times an hour. When the plugin is that far behind, the oldest say nothing any more.
        private const int Capacity = 64;

        private readonly PluginSystem _plugins;
        private readonly string _plugin;
        private readonly CancellationTokenSource _end = new();
        private readonly Channel<(MeetingStatus Status, long TimeMs)> _waiting = Channel.CreateBounded<(MeetingStatus, long)>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        public SyncLine(PluginSystem plugins, string plugin, long starts)
        {
            (_plugins, _plugin, Starts) = (plugins, plugin, starts);
            _ = RunAsync(_end.Token);
        }

        public long Starts { get; }

        public long Changes { get; set; } = -1;

        public void Tell(MeetingStatus status, long timeMs) => _waiting.Writer.TryWrite((status, timeMs));

        public void Dispose()
        {
            _end.Cancel();
            _end.Dispose();
        }

        private async Task RunAsync(CancellationToken end)
        {
            try
            {
                await TryAsync(ExternalSyncMethods.Initialise, new InitialiseRequest { IdempotencyKey = Key() }, end).ConfigureAwait(false);
                // Without a name and a password: the plugin's settings have them.
                await TryAsync(ExternalSyncMethods.Login, new LoginRequest { IdempotencyKey = Key() }, end).ConfigureAwait(false);
                await foreach (var (status, timeMs) in _waiting.Reader.ReadAllAsync(end).ConfigureAwait(false)) await TellAsync(status, timeMs, end).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
        }

        private async Task TellAsync(MeetingStatus status, long timeMs, CancellationToken end)
        {
            await TryAsync(ExternalSyncMethods.UpdateStatus, new StatusUpdate { IdempotencyKey = Key(), Status = status, TimeMs = timeMs }, end).ConfigureAwait(false);
            var notify = status switch
            {
                MeetingStatus.Connecting => ExternalSyncMethods.NotifyConnecting,
                MeetingStatus.InMeeting => ExternalSyncMethods.NotifyInMeeting,
                MeetingStatus.Idle => ExternalSyncMethods.NotifyIdle,
                _ => null,
            };
            if (notify is not null) await TryAsync(notify, new StatusNotify { IdempotencyKey = Key(), TimeMs = timeMs }, end).ConfigureAwait(false);
        }

        // What fails is among the plugin's errors, on the overlay; the next status is told all the same.
        private async Task<bool> TryAsync<TRequest>(Method<TRequest, Nothing> method, TRequest request, CancellationToken end)
        {
            try
            {
                await _plugins.CallAsync(_plugin, method, request, end).ConfigureAwait(false);
                return true;
            }
            catch (ContractException)
            {
                return false;
            }
        }

        private static string Key() => Guid.NewGuid().ToString("N");
    }
}
