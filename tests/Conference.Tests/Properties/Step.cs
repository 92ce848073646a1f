namespace ConfEngine.Conference.Tests.Properties;

/// <summary>One thing that happens in a made-up history.</summary>
/// <param name="Kind">What.</param>
/// <param name="Who">Which session, user or stream, modulo how many there are.</param>
/// <param name="What">Which room, stream or switch.</param>
/// <param name="DelayMilliseconds">How long after the one before.</param>
/// <param name="IsSilent">Nobody sends heartbeats meanwhile.</param>
internal sealed record Step(StepKind Kind, int Who, int What, int DelayMilliseconds, bool IsSilent);

internal enum StepKind
{
    Login, LoginWithPassword, LoginAsCoHost, Logout, Drop, Reconnect, ReconnectWithWrongKey,
    Publish, StreamStarted, StreamInterrupted, StopPublishing, Play, StopPlaying, StreamExtraInfo,
    Remove, Admit, AdmitAll, TurnAway, WaitingRoom, Locked, Password, Limit, Role, MuteAll, Unblock,
    SetMuted, RaiseHand, Chat, Custom, ExtraInfo, CloseRoom, OpenRoom, SoundLevels, Quality, Nothing,
}
