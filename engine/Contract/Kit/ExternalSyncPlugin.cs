using ConfEngine.Contract.ExternalSync;
using ConfEngine.Contract.Kit.Serving;

namespace ConfEngine.Contract.Kit;

/// <summary>A plugin that tells another system who is in which meeting. Override what the system is to know; the status methods do nothing by default, the others answer
/// <c>unsupported</c>. The kit knows idempotency keys again, so that each call acts once.</summary>
public abstract class ExternalSyncPlugin : PluginBase
{
    /// <inheritdoc/>
    protected override void Register(MethodRegistry methods)
    {
        var keys = new KeyedCalls();
        methods.Add(ExternalSyncMethods.Initialise, keys.Once<InitialiseRequest>(InitialiseAsync));
        methods.Add(ExternalSyncMethods.Login, keys.Once<LoginRequest>(LoginAsync));
        methods.Add(ExternalSyncMethods.Logout, keys.Once<LogoutRequest>(LogoutAsync));
        methods.Add(ExternalSyncMethods.UpdateStatus, keys.Once<StatusUpdate>(UpdateStatusAsync));
        methods.Add(ExternalSyncMethods.NotifyConnecting, keys.Once<StatusNotify>(NotifyConnectingAsync));
        methods.Add(ExternalSyncMethods.NotifyInMeeting, keys.Once<StatusNotify>(NotifyInMeetingAsync));
        methods.Add(ExternalSyncMethods.NotifyIdle, keys.Once<StatusNotify>(NotifyIdleAsync));
        methods.Add(ExternalSyncMethods.SendEvent, keys.Once<CustomEvent>(SendEventAsync));
    }

    /// <summary>Initialises the other system.</summary>
    protected virtual ValueTask<Nothing> InitialiseAsync(InitialiseRequest request, PluginCall call) => Unsupported<Nothing>(ExternalSyncMethods.Initialise);

    /// <summary>Signs in.</summary>
    protected virtual ValueTask<Nothing> LoginAsync(LoginRequest request, PluginCall call) => Unsupported<Nothing>(ExternalSyncMethods.Login);

    /// <summary>Signs out.</summary>
    protected virtual ValueTask<Nothing> LogoutAsync(LogoutRequest request, PluginCall call) => Unsupported<Nothing>(ExternalSyncMethods.Logout);

    /// <summary>Passes a status on.</summary>
    protected virtual ValueTask<Nothing> UpdateStatusAsync(StatusUpdate request, PluginCall call) => new(Nothing.Instance);

    /// <summary>The room is creating or joining a meeting.</summary>
    protected virtual ValueTask<Nothing> NotifyConnectingAsync(StatusNotify request, PluginCall call) => new(Nothing.Instance);

    /// <summary>The room is in a meeting.</summary>
    protected virtual ValueTask<Nothing> NotifyInMeetingAsync(StatusNotify request, PluginCall call) => new(Nothing.Instance);

    /// <summary>The room is in no meeting.</summary>
    protected virtual ValueTask<Nothing> NotifyIdleAsync(StatusNotify request, PluginCall call) => new(Nothing.Instance);

    /// <summary>Passes an event of a custom type on.</summary>
    protected virtual ValueTask<Nothing> SendEventAsync(CustomEvent request, PluginCall call) => Unsupported<Nothing>(ExternalSyncMethods.SendEvent);

    /// <summary>Tells that somebody else has signed the account out.</summary>
    protected void TellKickedOut(AccountNotice notice) => Context.Tell(ExternalSyncNotices.KickedOut, notice);

    /// <summary>Tells that the sign-in is no longer valid.</summary>
    protected void TellAuthExpired(AccountNotice notice) => Context.Tell(ExternalSyncNotices.AuthExpired, notice);

    /// <summary>Tells that the other system can be reached again.</summary>
    protected void TellReconnected(AccountNotice notice) => Context.Tell(ExternalSyncNotices.Reconnected, notice);

    /// <summary>Tells that booked meetings have changed.</summary>
    protected void TellMeetingItemsChanged(params IReadOnlyList<MeetingItem> items) =>
        Context.Tell(ExternalSyncNotices.MeetingItemsChanged, new MeetingItemsChanged { Items = items });

    /// <summary>Tells that an invitation has come further.</summary>
    protected void TellInviteStatusChanged(InviteStatusChanged notice) => Context.Tell(ExternalSyncNotices.InviteStatusChanged, notice);
}
