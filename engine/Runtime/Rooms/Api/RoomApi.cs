using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>The control API's methods of rooms and streams; <c>engine/Control/README.md</c> is their reference.</summary>
public static class RoomApi
{
    /// <summary>Adds them.</summary>
    /// <param name="table">Where to.</param>
    /// <param name="rooms">What they act on.</param>
    public static void AddTo(MethodTable table, RoomService rooms)
    {
        var calls = new RoomCalls(rooms);
        new RoomMethods(calls).AddTo(table);
        new MessageMethods(calls).AddTo(table);
        new ModerationMethods(calls).AddTo(table);
        new OperatorMethods(calls).AddTo(table);
        new StreamMethods(calls).AddTo(table);
    }
}
