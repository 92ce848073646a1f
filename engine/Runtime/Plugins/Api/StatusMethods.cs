using System.Text.Json;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Rooms.Api;

namespace ConfEngine.Runtime.Plugins.Api;

/// <summary><c>status.*</c>: one tree of what the kiosk says of itself, to be read or followed.</summary>
internal sealed class StatusMethods(StatusTree tree)
{
    private const int PathBytes = 256;

    public void AddTo(MethodTable table)
    {
        table.Add("status.get", ["path"], (peer, p, _) => Get(peer, p));
        table.Add("status.subscribe", ["path"], (peer, p, _) => Subscribe(peer, p));
        table.Add("status.unsubscribe", ["path"], (peer, p, _) => Unsubscribe(peer, p));
    }

    private ValueTask<Action<Utf8JsonWriter>?> Get(IRpcPeer peer, RpcParams p)
    {
        RoomCalls.RequireOperator(peer);
        return Value(Path(p));
    }

    private ValueTask<Action<Utf8JsonWriter>?> Subscribe(IRpcPeer peer, RpcParams p)
    {
        RoomCalls.RequireOperator(peer);
        var path = Path(p);
        var value = Value(path);
        if (!tree.TrySubscribe(peer, path))
            throw RpcException.Refused("limit-reached", $"there are {StatusTree.MostSubscriptions} subscriptions already; end one with status.unsubscribe");
        return value;
    }

    private ValueTask<Action<Utf8JsonWriter>?> Unsubscribe(IRpcPeer peer, RpcParams p)
    {
        RoomCalls.RequireOperator(peer);
        tree.Unsubscribe(peer, Path(p));
        return new((Action<Utf8JsonWriter>?)null);
    }

    private static string Path(RpcParams p) => (p.TextOrNull("path", PathBytes, 0) ?? "").Trim('/');

    private ValueTask<Action<Utf8JsonWriter>?> Value(string path)
    {
        var value = tree.Read(path) ?? throw RpcException.Refused("not-found", $"there is no status {path}; at the root there are: {string.Join(", ", tree.Names)}", "path");
        return new(writer => writer.WriteRawValue(value, skipInputValidation: true));
    }
}
