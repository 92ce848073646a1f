namespace ConfEngine.Contract.Wire;

/// <summary>What a message may be at most. A side that gets more ends the connection.</summary>
public static class MessageLimits
{
    /// <summary>The longest message in bytes, without its length: 4 MiB.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>How deep arrays and maps may lie in each other, the envelope included.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest name of a method in bytes.</summary>
    public const int MaxMethodBytes = 64;
}
