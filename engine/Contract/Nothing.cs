using MessagePack;

namespace ConfEngine.Contract;

/// <summary>The payload of a message that has nothing to say: an empty array, so that fields may be added.</summary>
[MessagePackObject]
public sealed record Nothing
{
    /// <summary>The one that everybody may use.</summary>
    [IgnoreMember]
    public static Nothing Instance { get; } = new();
}
