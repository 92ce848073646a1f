using System.CommandLine;
using ConfEngine.Kiosk.Commands;

namespace ConfEngine.Kiosk.Plugins;

/// <summary><c>plugin list</c>: the plugins of a running kiosk; where none is running, those in the folders.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var folders = new Option<string[]>("--plugins") { Description = "Also look here where no kiosk is running. Repeat it for more.", HelpName = "DIR", AllowMultipleArgumentsPerToken = false };
        var json = new Option<bool>("--json") { Description = "As JSON, in the form of plugin.list." };
        var target = new PluginTarget();
        var command = new Command("list", "List the plugins: those of the running kiosk, or, where none is running, those in its folders.") { folders, json };
        target.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var request = target.Read(parsed);
            await using var link = await request.TryConnectAsync(cancel);
            if (link is not null)
            {
                var answer = await link.CallAsync("plugin.list", cancel);
                if (parsed.GetValue(json)) Console.Out.WriteLine(RpcCommand.Readable(answer));
                else ShowRunning(PluginList.Read(answer));
                return 0;
            }

            var places = PluginPlaces.Of(request.State);
            using var plugins = new OfflinePlugins(places, parsed.GetValue(folders) ?? []);
            var rows = plugins.Found.Select(plugins.Row).ToList();
            if (parsed.GetValue(json)) PluginJson.Write(Console.Out, rows);
            else Show(rows, running: false, places.Users);
            return 0;
        });
        return command;
    }

    private static void ShowRunning(PluginList list)
    {
        foreach (var folder in list.Folders) Console.Out.WriteLine($"Plugins belong in {folder}");
        Show([.. list.Plugins.Select(static plugin => plugin.Row)], running: true);
    }

    private static void Show(IReadOnlyList<PluginRow> rows, bool running, string folder = "")
    {
        if (!running) Console.Out.WriteLine($"No kiosk is running. Plugins belong in {folder}; there and among the program's own:");
        if (rows.Count == 0)
        {
            Console.Out.WriteLine("There are no plugins.");
            return;
        }

        string[] headings = running ? ["plugin", "version", "state", "serves", "run", "pinned", "calls", "errors", "p50", "p99"] : ["plugin", "version", "state", "can", "run", "pinned"];
        foreach (var line in TextTable.Lines(headings, [.. rows.Select(row => Cells(row, running))])) Console.Out.WriteLine(line);
        foreach (var row in rows.Where(static row => row.Cause.Length > 0)) Console.Out.WriteLine($"{row.Id}: {row.Cause}");
        foreach (var row in rows.Where(static row => row.LastError.Length > 0)) Console.Out.WriteLine($"{row.Id}: last error {row.LastError}");
    }

    private static string[] Cells(PluginRow row, bool running)
    {
        string[] cells = [row.Id, row.Version, row.State, string.Join(", ", running ? row.Serves : row.Capabilities), row.Run, row.BuiltIn ? "own" : row.Pinned ? "yes" : "no"];
        return running ? [.. cells, $"{row.Calls}", $"{row.Errors}", Time(row.P50Us), Time(row.P99Us)] : cells;
    }

    private static string Time(double microseconds) => microseconds switch
    {
        0 => "",
        < 1000 => $"{microseconds:0} us",
        _ => $"{microseconds / 1000:0.0} ms",
    };
}
