namespace ConfEngine.Transport.Peers;

/// <summary>Names a stream, that is at most one track of sound and one of pictures, on a <c>MediaNode</c>.</summary>
/// <param name="Name">Unique on its node; a room's stream id.</param>
public readonly record struct StreamKey(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
