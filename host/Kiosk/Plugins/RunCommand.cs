using System.CommandLine;
using ConfEngine.Kiosk.Commands;

namespace ConfEngine.Kiosk.Plugins;

/// <summary><c>plugin run</c>: one plugin under the real host, without a kiosk.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var folder = PluginCommand.Folder();
        var settings = new SettingOptions("run");
        var duration = CommonOptions.Duration("Stop after this time; default: run until Ctrl-C.");
        var command = new Command("run", "Run one plugin in a process of its own, as the kiosk would, and show its state, its log and its figures.") { folder, duration };
        settings.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(folder)!;
            TestCommand.RefuseProject(path, "run");
            return new PluginRun(path, settings.Read(parsed, path), parsed.GetValue(duration)).RunAsync(cancel);
        });
        return command;
    }
}
