using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Levels;

/// <summary>Asks for sound levels, one event a period.</summary>
/// <param name="Session">Who.</param>
/// <param name="PeriodMilliseconds">100 to 3000.</param>
/// <param name="DetectSpeech">Whether to say too which sounds are speech.</param>
public sealed record StartSoundLevels(SessionId Session, int PeriodMilliseconds = 100, bool DetectSpeech = false) : SessionInput(Session);

/// <summary>Ends them.</summary>
/// <param name="Session">Who.</param>
public sealed record StopSoundLevels(SessionId Session) : SessionInput(Session);

/// <summary>The audio path says how loud a stream is.</summary>
/// <param name="Stream">Which.</param>
/// <param name="Level">0 to 100.</param>
/// <param name="IsSpeech">Whether it is speech.</param>
public sealed record SoundMeasured(StreamId Stream, double Level, bool IsSpeech) : RoomInput;
