using System.CommandLine;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Media;
using ConfEngine.Kiosk.Commands;

namespace ConfEngine.Kiosk.Plugins;

/// <summary><c>plugin set</c>: one setting of a plugin.</summary>
internal static class SetCommand
{
    public static Command Create()
    {
        var plugin = PluginCommand.Id();
        var name = new Argument<string>("name") { Description = "The setting, of the plugin's manifest." };
        var value = new Argument<string?>("value") { Description = "Its value; without one it is taken back to its default. A secret is asked for, or read from standard input.", Arity = ArgumentArity.ZeroOrOne };
        var target = new PluginTarget();
        var command = new Command("set", "Set one of a plugin's settings; a running plugin starts anew with it.") { plugin, name, value };
        target.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (id, setting, given) = (parsed.GetValue(plugin)!, parsed.GetValue(name)!, parsed.GetValue(value));
            var request = target.Read(parsed);
            await using var link = await request.TryConnectAsync(cancel);
            if (link is null)
            {
                using var plugins = new OfflinePlugins(PluginPlaces.Of(request.State), []);
                var text = Value(id, setting, plugins.Setting(id, setting).Type == SettingType.Secret, given);
                plugins.Set(id, setting, text);
                Console.Out.WriteLine(text is null ? $"{id}: {setting} has its default" : $"{id}: {setting} is set");
                return 0;
            }

            var listed = PluginList.Read(await link.CallAsync("plugin.list", cancel)).Find(id) ?? throw new MediaException($"there is no plugin '{id}': confengine plugin list shows those there are");
            var spec = listed.Settings.FirstOrDefault(known => known.Name == setting)
                ?? throw new MediaException($"{id} has no setting '{setting}': it has {(listed.Settings.Count == 0 ? "none" : string.Join(", ", listed.Settings.Select(static known => known.Name)))}");
            var answer = await link.CallAsync("plugin.configure", cancel, ("id", id), ("name", setting), ("value", Value(id, setting, spec.IsSecret, given)));
            Console.Out.WriteLine(OperatorCommands.State(id, answer));
            return 0;
        });
        return command;
    }

    private static string? Value(string id, string setting, bool isSecret, string? given)
    {
        if (!isSecret) return given;
        if (given is not null)
            throw new UsageException($"plugin set: {setting} is a secret, and other users see command lines: leave the value out, you are asked for it; or give it on standard input");
        var secret = SecretPrompt.Read($"{id} {setting}: ");
        return secret.Length == 0 ? null : secret;
    }
}
