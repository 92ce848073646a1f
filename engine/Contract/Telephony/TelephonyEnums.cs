namespace ConfEngine.Contract.Telephony;

/// <summary>Who ended a call.</summary>
public enum HangUpSide
{
    /// <summary>The host asked for it.</summary>
    Local,

    /// <summary>The other party, or it never took the call.</summary>
    Remote,

    /// <summary>The network or the vendor.</summary>
    Network,
}

/// <summary>What somebody is in a phone conference.</summary>
public enum ConferenceRole
{
    /// <summary>Takes part.</summary>
    Member,

    /// <summary>Leads; there is one, and the last that was made so counts.</summary>
    Host,
}

/// <summary>What is played to those in a phone conference.</summary>
public enum VoicePrompts
{
    /// <summary>All prompts.</summary>
    All,

    /// <summary>No prompts; music to the one who waits alone.</summary>
    MusicOnly,

    /// <summary>Neither.</summary>
    None,
}

/// <summary>How far a phone conference has come.</summary>
public enum ConferenceState
{
    /// <summary>Not told, or a value that has no neutral word: the vendor's table is not published, so its number travels beside.</summary>
    Unknown,

    /// <summary>Made, nobody there yet.</summary>
    Created,

    /// <summary>Somebody is there.</summary>
    Running,

    /// <summary>Gone.</summary>
    Ended,
}
