using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Streams;

/// <summary>A published stream as the wall sees it.</summary>
/// <param name="Stream">Its id.</param>
/// <param name="User">Who publishes it.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="State">Whether media arrives; a stream that the others know and that brings none is frozen.</param>
/// <param name="ExtraInfo">The publisher's own note on it.</param>
public sealed record StreamView(StreamId Stream, UserId User, StreamKind Kind, PublisherState State, string ExtraInfo);
