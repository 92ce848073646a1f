namespace ConfEngine.Transport.Peers;

/// <summary>Names a peer across threads. Whoever adds peers gives out the numbers, each once, so that news of an old peer is never taken for
/// news of the one that replaced it.</summary>
/// <param name="Value">1 and up.</param>
public readonly record struct PeerId(long Value);
