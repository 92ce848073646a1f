namespace ConfEngine.PluginHost.Life;

/// <summary>What a plugin is doing.</summary>
public enum PluginState
{
    /// <summary>Switched off by the operator.</summary>
    Disabled,

    /// <summary>Will not run until something is changed: its manifest, checksum, contract version or settings are wrong, or its id is taken.</summary>
    Refused,

    /// <summary>Being started: loaded, greeted, given its settings.</summary>
    Starting,

    /// <summary>At work.</summary>
    Running,

    /// <summary>At work, but too many of its calls fail, or it says that its vendor cannot be reached.</summary>
    Degraded,

    /// <summary>A new version is being tried beside the old one, which is still at work.</summary>
    Reloading,

    /// <summary>Crashed, hung or lied; it is started again after a while.</summary>
    Faulted,

    /// <summary>Being ended.</summary>
    Stopping,
}
