using System.Text.Json;
using ConfEngine.Control.JsonRpc;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Life;
using ConfEngine.Runtime.Rooms.Api;

namespace ConfEngine.Runtime.Plugins.Api;

/// <summary><c>plugin.*</c>: what the operator sees and does of plugins.</summary>
internal sealed class PluginMethods(PluginSystem system)
{
    // The longest id there is, and the longest value of a setting.
    private const int IdBytes = 63;
    private const int ValueBytes = 16 * 1024;

    public void AddTo(MethodTable table)
    {
        table.Add("plugin.list", [], (peer, _, _) => List(peer));
        Add(table, "plugin.enable", system.EnableAsync);
        Add(table, "plugin.disable", system.DisableAsync);
        Add(table, "plugin.reload", system.ReloadAsync);
        Add(table, "plugin.trust", system.TrustAsync);
        table.Add("plugin.configure", ["id", "name", "value"], (peer, p, cancel) => ActAsync(peer, cancel, () =>
            system.ConfigureAsync(p.Text("id", IdBytes), p.Text("name", IdBytes), p.TextOrNull("value", ValueBytes, 0))));
        table.Add("plugin.choose", ["capability", "id"], (peer, p, _) => ChooseAsync(peer, p));
        table.Add("plugin.logs", ["id"], (peer, p, _) => Logs(peer, p));
    }

    private void Add(MethodTable table, string name, Func<string, Task<PluginStatus>> act) =>
        table.Add(name, ["id"], (peer, p, cancel) => ActAsync(peer, cancel, () => act(p.Text("id", IdBytes))));

    private ValueTask<Action<Utf8JsonWriter>?> List(IRpcPeer peer)
    {
        RoomCalls.RequireOperator(peer);
        return new(writer => PluginJson.Write(writer, system));
    }

    private ValueTask<Action<Utf8JsonWriter>?> Logs(IRpcPeer peer, RpcParams p)
    {
        RoomCalls.RequireOperator(peer);
        var id = p.Text("id", IdBytes);
        var plugin = system.StatusOf(id) ?? throw RpcException.Refused("not-found", $"there is no plugin {id}; plugin.list names them", "id");
        return new(writer => PluginJson.WriteLog(writer, plugin));
    }

    private async ValueTask<Action<Utf8JsonWriter>?> ChooseAsync(IRpcPeer peer, RpcParams p)
    {
        RoomCalls.RequireOperator(peer);
        var (capability, id) = (p.Text("capability", IdBytes), p.TextOrNull("id", IdBytes));
        await ContractJson.RunAsync(Chosen(system.SetActiveAsync(capability, id))).ConfigureAwait(false);
        return null;
    }

    private static async Task<bool> Chosen(Task choice)
    {
        await choice.ConfigureAwait(false);
        return true;
    }

    // Answered when the plugin has come to rest, with the plugin as it is then.
    private static async ValueTask<Action<Utf8JsonWriter>?> ActAsync(IRpcPeer peer, CancellationToken cancel, Func<Task<PluginStatus>> act)
    {
        RoomCalls.RequireOperator(peer);
        var plugin = await ContractJson.RunAsync(act().WaitAsync(cancel)).ConfigureAwait(false);
        return writer => PluginJson.Write(writer, plugin);
    }
}
