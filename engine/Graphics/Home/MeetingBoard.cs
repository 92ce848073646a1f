namespace ConfEngine.Graphics.Home;

/// <summary>Today's meetings as the home screen shows them. Give the same object again while it says the same.</summary>
/// <param name="Lines">What is still to come or runs, earliest first; more than fit are counted.</param>
/// <param name="Note">How old this is, or why there is nothing; empty where it needs no words.</param>
/// <param name="IsStale">True when the note is a warning.</param>
public sealed record MeetingBoard(IReadOnlyList<MeetingLine> Lines, string Note, bool IsStale);

/// <summary>One meeting.</summary>
/// <param name="Time">From when to when, in the room's time: <c>09:00 - 09:30</c>.</param>
/// <param name="Subject">What it is about, in any script; shortened where it is too long.</param>
/// <param name="IsNow">Whether it runs now.</param>
public readonly record struct MeetingLine(string Time, string Subject, bool IsNow);
