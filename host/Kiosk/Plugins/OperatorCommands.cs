using System.CommandLine;
using System.Text.Json;
using ConfEngine.Contract.Manifest;

namespace ConfEngine.Kiosk.Plugins;

/// <summary><c>plugin trust</c>, <c>enable</c>, <c>disable</c> and <c>reload</c>: what an operator decides about a plugin.</summary>
internal static class OperatorCommands
{
    public static Command Trust()
    {
        var plugin = new Argument<string>("id|folder") { Description = "The plugin's id, or its folder." };
        return Make("trust", "Pin a plugin's checksum: from now on only what lies in its folder now runs under its id.", plugin,
            static async (link, named, cancel) =>
            {
                var id = IdOf(named);
                var answer = await link.CallAsync("plugin.trust", cancel, ("id", id));
                var digest = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("digest", out var hex) ? $"SHA-256 {hex}; " : "";
                return $"{id} is trusted: {digest}{State(id, answer)}";
            },
            static (plugins, named) =>
            {
                var (id, digest) = plugins.Trust(named);
                return $"{id} is trusted: SHA-256 {digest}";
            });
    }

    public static Command Enable() => Make("enable", "Switch a plugin on.", PluginCommand.Id(),
        static async (link, id, cancel) => State(id, await link.CallAsync("plugin.enable", cancel, ("id", id))),
        static (plugins, id) =>
        {
            plugins.Switch(id, on: true);
            return $"{id} runs when the kiosk starts";
        });

    public static Command Disable() => Make("disable", "Switch a plugin off, until it is switched on again.", PluginCommand.Id(),
        static async (link, id, cancel) => State(id, await link.CallAsync("plugin.disable", cancel, ("id", id))),
        static (plugins, id) =>
        {
            plugins.Switch(id, on: false);
            return $"{id} does not run any more";
        });

    public static Command Reload() => Make("reload", "Start a plugin anew, in the version that lies in its folder; the meeting goes on.", PluginCommand.Id(),
        static async (link, id, cancel) => State(id, await link.CallAsync("plugin.reload", cancel, ("id", id))), null);

    /// <summary>How a plugin is after a call, from the kiosk's answer.</summary>
    public static string State(string id, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("state", out var state)) return $"{id}: done";
        var cause = answer.TryGetProperty("cause", out var text) ? text.GetString() : null;
        return string.IsNullOrEmpty(cause) ? $"{id} is {state}" : $"{id} is {state}: {cause}";
    }

    private static Command Make(
        string name, string description, Argument<string> plugin, Func<KioskLink, string, CancellationToken, Task<string>> ask, Func<OfflinePlugins, string, string>? act)
    {
        var target = new PluginTarget();
        var command = new Command(name, description) { plugin };
        target.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var request = target.Read(parsed);
            var named = parsed.GetValue(plugin)!;
            await using var link = act is null ? await request.ConnectAsync(cancel) : await request.TryConnectAsync(cancel);
            if (link is not null)
            {
                Console.Out.WriteLine(await ask(link, named, cancel));
                return 0;
            }

            using var plugins = new OfflinePlugins(PluginPlaces.Of(request.State), []);
            Console.Out.WriteLine(act!(plugins, named));
            return 0;
        });
        return command;
    }

    // A running kiosk knows plugins by id only.
    private static string IdOf(string idOrFolder)
    {
        var file = Path.Combine(idOrFolder, PluginManifest.FileName);
        return File.Exists(file) ? ManifestFile.Read(file).Id : idOrFolder;
    }
}
