using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Quality;

/// <summary>The transport says how a participant's connection does.</summary>
/// <param name="Session">Whose.</param>
/// <param name="Figures">What was measured.</param>
public sealed record LinkMeasured(SessionId Session, LinkFigures Figures) : SessionInput(Session);

/// <summary>How a published stream does at its publisher.</summary>
/// <param name="Session">The publisher.</param>
/// <param name="Stream">Which.</param>
/// <param name="Figures">What was measured.</param>
public sealed record PublishMeasured(SessionId Session, StreamId Stream, StreamFigures Figures) : SessionInput(Session);

/// <summary>How a played stream does at its player.</summary>
/// <param name="Session">The player.</param>
/// <param name="Stream">Which.</param>
/// <param name="Figures">What was measured.</param>
public sealed record PlayMeasured(SessionId Session, StreamId Stream, StreamFigures Figures) : SessionInput(Session);
