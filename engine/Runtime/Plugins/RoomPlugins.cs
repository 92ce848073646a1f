using ConfEngine.Contract.Booking;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Home;
using ConfEngine.Graphics.Overlays;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Calls;
using ConfEngine.Runtime.Plugins.Api;
using ConfEngine.Runtime.Rooms;

namespace ConfEngine.Runtime.Plugins;

/// <summary>The plugins of one kiosk and all that the room has of them: today's meetings on the home screen, the overlay's page, the control API, the counters, and
/// what external systems are told.</summary>
public sealed class RoomPlugins : IDisposable
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);
    private static readonly MediaTime s_calendarEvery = MediaTime.FromSeconds(60);

    private readonly IClock _clock;
    private readonly Action<Exception> _onFault;
    private readonly PluginSystem _system;
    private readonly MeetingCalendar _calendar;
    private readonly MeetingBoardText _boardText = new();
    private readonly PluginMeters _meters;
    private readonly StatusRelay _relay;
    private readonly PluginTablePage _page = new();
    private readonly StatusTree _status;
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _changed = new(0);
    private volatile MeetingBoard? _board;
    private volatile RoomView? _room;
    private int _calendarIsStale = 1;
    private Instant _calendarAt;
    private Task _refresh = Task.CompletedTask;
    private Task _loop = Task.CompletedTask;

    /// <summary>Plugins that do not run yet.</summary>
    public RoomPlugins(PluginSystemOptions options)
    {
        (_clock, _onFault) = (options.Clock, options.OnFault);
        _system = new PluginSystem(options);
        _calendar = new MeetingCalendar(_system);
        _meters = new PluginMeters(_system);
        _relay = new StatusRelay(_system, _clock);
        _status = new StatusTree();
        _status.Add("plugins", writer => PluginJson.Write(writer, _system));
        _status.Add("booking", writer => CalendarJson.Write(writer, _calendar.Day, _clock.WallNow));
        _system.Notified += OnNotified;
        _system.OperationLate += OnLate;
        _system.Changed += OnChanged;
    }

    /// <summary>The plugins themselves.</summary>
    public PluginSystem System => _system;

    /// <summary>Today's meetings for the home screen; null while no plugin books. The same object while it says the same; any thread.</summary>
    public MeetingBoard? Board => _board;

    /// <summary>The overlay's page.</summary>
    public IOverlayPage Page => _page;

    /// <summary>Adds <c>plugin.*</c>, <c>booking.*</c> and <c>status.*</c> to the control API.</summary>
    public void AddTo(MethodTable methods)
    {
        new PluginMethods(_system).AddTo(methods);
        new BookingMethodsApi(_system, _clock, OnBookingChanged).AddTo(methods);
        new StatusMethods(_status).AddTo(methods);
    }

    /// <summary>Tells external systems about this room from now on.</summary>
    public void Follow(RoomView room) => _room = room;

    /// <summary>Starts the plugins.</summary>
    public void Start()
    {
        _system.Start();
        _loop = Task.Run(() => RunAsync(_end.Token));
    }

    /// <summary>Ends the plugins; 3 s at most.</summary>
    public void Dispose()
    {
        _system.Notified -= OnNotified;
        _system.OperationLate -= OnLate;
        _system.Changed -= OnChanged;
        _end.Cancel();
        _loop.GetAwaiter().GetResult();
        _relay.Dispose();
        _meters.Dispose();
        _system.Dispose();
        _end.Dispose();
    }

    private void OnNotified(PluginNotification notification)
    {
        if (notification.Method == BookingNotices.ListChanged.Name) OnBookingChanged();
    }

    // Booked after all: what the wall shows must say so.
    private void OnLate(LateResult late) => OnBookingChanged();

    private void OnBookingChanged()
    {
        Volatile.Write(ref _calendarIsStale, 1);
        OnChanged();
    }

    // One signal is enough for all that happened up to now; the semaphore takes a second one where two come at once.
    private void OnChanged()
    {
        if (_changed.CurrentCount == 0) _changed.Release();
    }

    private async Task RunAsync(CancellationToken end)
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                TryTurn(end);
                await _changed.WaitAsync(s_tick, end).ConfigureAwait(false);
            }

            await _refresh.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return;
        }
    }

    // A fault of ours costs one turn, not the page and the board for good.
    private void TryTurn(CancellationToken end)
    {
        try
        {
            Turn(end);
        }
        catch (Exception e)
        {
            _onFault(e);
        }
    }

    private void Turn(CancellationToken end)
    {
        var now = _clock.Now;
        _page.Rows = PluginRows.Of(_system.Plugins, now);
        _relay.Turn(_room?.Current);
        var active = _system.ActiveFor(Contract.Capabilities.Booking);
        var isStale = Interlocked.Exchange(ref _calendarIsStale, 0) != 0 || _calendar.Day?.PluginId != active || now - _calendarAt >= s_calendarEvery;
        // Beside this loop: a booking plugin that hangs must not stop the page that says so.
        if (isStale && _refresh.IsCompleted)
        {
            if (_refresh.Exception?.InnerException is { } fault) _onFault(fault);
            _calendarAt = now;
            _refresh = _calendar.RefreshAsync(_clock.WallNow, end);
        }
        else if (isStale)
        {
            Volatile.Write(ref _calendarIsStale, 1);
        }

        _board = _boardText.Of(_calendar.Day, _clock.WallNow);
        _status.Touch();
    }
}
