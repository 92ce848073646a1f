namespace ConfEngine.Control.JsonRpc;

/// <summary>Why a client's connection ended.</summary>
public enum RpcCloseCause
{
    /// <summary>The client said goodbye.</summary>
    Left,

    /// <summary>The connection broke.</summary>
    Lost,

    /// <summary>The client did not read what was sent to it.</summary>
    SlowReader,

    /// <summary>The client sent a message over the limit.</summary>
    TooLarge,

    /// <summary>The client sent something other than text.</summary>
    NotText,

    /// <summary>The server goes down, or its owner ended the connection.</summary>
    Stopped,
}
