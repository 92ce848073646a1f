namespace ConfEngine.PluginHost.Calls;

/// <summary>How one attempt at a call ended.</summary>
internal enum CallFault
{
    /// <summary>With a result.</summary>
    None,

    /// <summary>The plugin answered with an error.</summary>
    Answered,

    /// <summary>Its deadline passed.</summary>
    Timeout,

    /// <summary>What the plugin answered could not be read.</summary>
    BadMessage,

    /// <summary>The connection ended, or does not take messages.</summary>
    Lost,

    /// <summary>The plugin was not asked.</summary>
    Refused,

    /// <summary>It could not be sent on this connection, which is being replaced; the next one takes it.</summary>
    Moved,

    /// <summary>The caller withdrew it.</summary>
    Withdrawn,
}
