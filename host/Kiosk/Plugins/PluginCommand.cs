using System.CommandLine;

namespace ConfEngine.Kiosk.Plugins;

/// <summary><c>confengine plugin</c>: all that an integrator and an operator do with plugins.</summary>
internal static class PluginCommand
{
    public static Command Create()
    {
        return new Command("plugin", "Write, test, run and look after plugins.")
        {
            NewCommand.Create(),
            TestCommand.Create(),
            RunCommand.Create(),
            ListCommand.Create(),
            OperatorCommands.Trust(),
            OperatorCommands.Enable(),
            OperatorCommands.Disable(),
            OperatorCommands.Reload(),
            SetCommand.Create(),
            LogsCommand.Create(),
        };
    }

    /// <summary>The argument that names a plugin.</summary>
    public static Argument<string> Id() => new("id") { Description = "The plugin's id, such as acme.booking; `confengine plugin list` shows them." };

    /// <summary>The argument that names a plugin's folder.</summary>
    public static Argument<string> Folder() => new("folder") { Description = "The plugin's folder, with its plugin.json." };
}
