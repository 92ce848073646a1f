namespace ConfEngine.Conference.SignIn;

/// <summary>A participant's place in a room in three words (ZegoRoomState, same numbers).</summary>
public enum RoomState
{
    /// <summary>Not in it.</summary>
    Disconnected = 0,

    /// <summary>On the way in, or back.</summary>
    Connecting = 1,

    /// <summary>In it.</summary>
    Connected = 2,
}
