namespace ConfEngine.Transport.Peers;

/// <summary>Which stream an m-line of a peer carries.</summary>
/// <param name="Mid">The m-line's identification tag.</param>
/// <param name="Stream">The stream: published by the peer where the peer sends, played by it where it receives.</param>
/// <param name="IsPublished">True where the peer sends.</param>
public readonly record struct TrackBinding(string Mid, StreamKey Stream, bool IsPublished);
