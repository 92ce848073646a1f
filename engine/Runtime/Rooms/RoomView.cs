using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Runtime.Rooms;

/// <summary>A room for those who look at it every frame: the newest snapshot, without a lock.</summary>
/// <param name="room">Which room.</param>
public sealed class RoomView(RoomId room)
{
    private volatile RoomSnapshot? _current;

    /// <summary>Which room.</summary>
    public RoomId Room => room;

    /// <summary>The room as it was after the last change; null while there is none of this name. The same object until something changed.</summary>
    public RoomSnapshot? Current
    {
        get => _current;
        internal set => _current = value;
    }
}
