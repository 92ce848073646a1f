namespace ConfEngine.Control.Client;

/// <summary>Why a connection to a server ended.</summary>
public enum RpcEndCause
{
    /// <summary>We said goodbye.</summary>
    Left,

    /// <summary>The server said goodbye; the text holds its reason.</summary>
    ServerLeft,

    /// <summary>The connection broke.</summary>
    Lost,

    /// <summary>The server sent what is no JSON-RPC, or answered that it could not make out what we sent.</summary>
    Garbage,

    /// <summary>The server sent a message over the limit.</summary>
    TooLarge,

    /// <summary>Notifications came faster than they were taken.</summary>
    Overrun,

    /// <summary>Whoever takes the notifications failed over one.</summary>
    Fault,
}

/// <summary>How a connection to a server ended.</summary>
/// <param name="Cause">In one word.</param>
/// <param name="Text">In one line, for a person.</param>
public sealed record RpcClientEnd(RpcEndCause Cause, string Text);
