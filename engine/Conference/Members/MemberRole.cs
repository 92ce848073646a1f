namespace ConfEngine.Conference.Members;

/// <summary>What a participant is in a room, least powerful first.</summary>
public enum MemberRole
{
    /// <summary>Sees, hears and writes, but publishes nothing.</summary>
    Audience,

    /// <summary>Publishes too.</summary>
    Attendee,

    /// <summary>Runs the room beside the chairman, but cannot touch the chairman or make others chairman.</summary>
    CoHost,

    /// <summary>Runs the room.</summary>
    Chairman,
}
