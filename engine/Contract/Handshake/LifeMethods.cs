using MessagePack;

namespace ConfEngine.Contract.Handshake;

/// <summary>What every plugin answers, whatever its capabilities.</summary>
public static class LifeMethods
{
    /// <summary>The handshake; always the first request.</summary>
    public static readonly Method<HelloRequest, HelloResponse> Hello = new("plugin.hello", MethodShape.Direct, Idempotent: true);

    /// <summary>Begin: settings and secrets. Answered when the plugin is ready, or with <c>bad-settings</c> and the setting's name as the field.</summary>
    public static readonly Method<StartRequest, Nothing> Start = new("plugin.start", MethodShape.Direct, Idempotent: false);

    /// <summary>Are you there? Answered at once.</summary>
    public static readonly Method<Nothing, Nothing> Ping = new("plugin.ping", MethodShape.Direct, Idempotent: true);

    /// <summary>Hand over what the next version is to know.</summary>
    public static readonly Method<Nothing, SavedState> Save = new("plugin.save", MethodShape.Direct, Idempotent: true);

    /// <summary>End: finish what is begun and answer; the connection closes afterwards.</summary>
    public static readonly Method<Nothing, Nothing> Stop = new("plugin.stop", MethodShape.Direct, Idempotent: true);
}

/// <summary>What every plugin may tell.</summary>
public static class LifeNotices
{
    /// <summary>A line for the log.</summary>
    public static readonly Notice<LogLine> Log = new("plugin.log");

    /// <summary>Whether the vendor behind the plugin can be reached. Sent on change only.</summary>
    public static readonly Notice<HealthNotice> Health = new("plugin.health");
}

/// <summary>How much a line of the log matters.</summary>
public enum LogLevel
{
    /// <summary>For the one who writes the plugin.</summary>
    Debug,

    /// <summary>What happened.</summary>
    Info,

    /// <summary>Something is not as it should be, and was dealt with.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,
}

/// <summary>A line for the log.</summary>
[MessagePackObject]
public sealed record LogLine
{
    /// <summary>How much it matters.</summary>
    [Key(0)]
    public LogLevel Level { get; init; }

    /// <summary>One line, cut after 1024 bytes; never a secret.</summary>
    [Key(1)]
    public string Text { get; init => field = value ?? ""; } = "";
}

/// <summary>How the vendor's side is.</summary>
[MessagePackObject]
public sealed record HealthNotice
{
    /// <summary>Whether calls can succeed.</summary>
    [Key(0)]
    public bool Healthy { get; init; }

    /// <summary>Why not, in one line for a person.</summary>
    [Key(1)]
    public string Text { get; init => field = value ?? ""; } = "";
}
