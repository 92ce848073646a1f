namespace ConfEngine.Contract.ExternalSync;

/// <summary>What a plugin with the capability <c>external-sync</c> is asked. Each request carries a key by which the plugin knows it again, so all may be retried.</summary>
public static class ExternalSyncMethods
{
    /// <summary>Initialise the other system.</summary>
    public static readonly Method<InitialiseRequest, Nothing> Initialise = Direct<InitialiseRequest>("external-sync.initialise");

    /// <summary>Sign in.</summary>
    public static readonly Method<LoginRequest, Nothing> Login = Direct<LoginRequest>("external-sync.login");

    /// <summary>Sign out.</summary>
    public static readonly Method<LogoutRequest, Nothing> Logout = Direct<LogoutRequest>("external-sync.logout");

    /// <summary>The room's status; sent for every status, before the specific notice where there is one.</summary>
    public static readonly Method<StatusUpdate, Nothing> UpdateStatus = Direct<StatusUpdate>("external-sync.update-status");

    /// <summary>The room is creating or joining a meeting.</summary>
    public static readonly Method<StatusNotify, Nothing> NotifyConnecting = Direct<StatusNotify>("external-sync.notify-connecting");

    /// <summary>The room is in a meeting.</summary>
    public static readonly Method<StatusNotify, Nothing> NotifyInMeeting = Direct<StatusNotify>("external-sync.notify-in-meeting");

    /// <summary>The room is in no meeting.</summary>
    public static readonly Method<StatusNotify, Nothing> NotifyIdle = Direct<StatusNotify>("external-sync.notify-idle");

    /// <summary>An event of a type of one's own.</summary>
    public static readonly Method<CustomEvent, Nothing> SendEvent = Direct<CustomEvent>("external-sync.send-event");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Method> All { get; } = [Initialise, Login, Logout, UpdateStatus, NotifyConnecting, NotifyInMeeting, NotifyIdle, SendEvent];

    private static Method<TRequest, Nothing> Direct<TRequest>(string name) => new(name, MethodShape.Direct, Idempotent: true);
}
