using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;

namespace ConfEngine.Control.Tests.JsonRpc;

/// <summary>The methods of the specification's examples (JSON-RPC 2.0, section 7), and some that fail.</summary>
internal static class Methods
{
    public static MethodTable Table()
    {
        var table = new MethodTable();
        table.Add("subtract", ["minuend", "subtrahend"], (_, p, _) =>
        {
            var difference = p.Integer("minuend", -1000, 1000) - p.Integer("subtrahend", -1000, 1000);
            return new(writer => writer.WriteNumberValue(difference));
        });
        table.Add("sum", ["a", "b", "c"], (_, p, _) =>
        {
            var sum = p.Integer("a", 0, 9) + p.Integer("b", 0, 9) + p.Integer("c", 0, 9);
            return new(writer => writer.WriteNumberValue(sum));
        });
        table.Add("getData", [], (_, _, _) => new(writer =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue("hello");
            writer.WriteNumberValue(5);
            writer.WriteEndArray();
        }));
        table.Add("update", ["a", "b", "c", "d", "e"], (_, _, _) => new((Action<System.Text.Json.Utf8JsonWriter>?)null));
        table.Add("room.refuse", [], (_, _, _) => throw RpcException.Refused("room-full", "the room is full", "room", 1002034, "user count exceeds"));
        table.Add("room.fail", [], (_, _, _) => throw new MediaException("the camera is gone: plug it in"));
        table.Add("room.break", [], (_, _, _) => throw new InvalidOperationException("secret=hunter2"));
        table.Add("room.halfWritten", [], (_, _, _) => new(writer => writer.WriteStartObject()));
        return table;
    }

    public static RpcDispatcher Dispatcher(RpcLimits? limits = null, MethodTable? table = null) =>
        new(table ?? Table(), limits ?? new RpcLimits(), new RpcStatistics(), (_, _) => { });
}
