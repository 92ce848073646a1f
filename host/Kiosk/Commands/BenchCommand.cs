using System.CommandLine;
using ConfEngine.Kiosk.Bench;
using ConfEngine.Kiosk.Bench.Network;
using ConfEngine.Kiosk.Bench.Plugins;

namespace ConfEngine.Kiosk.Commands;

/// <summary><c>confengine bench</c>: the standard figures of this machine.</summary>
internal static class BenchCommand
{
    private const string Transport = "transport";
    private const string Plugins = "plugins";

    public static Command Create()
    {
        var suites = new Argument<string[]>("suite") { Description = "compose, audio, or both when none is named; transport and plugins each by itself.", Arity = ArgumentArity.ZeroOrMore };
        suites.AcceptOnlyFromAmong("compose", "audio", Transport, Plugins);
        var cases = new Option<string[]>("--case") { Description = "Only these cases, such as 16x360p or 50; repeatable.", HelpName = "NAME" };
        var media = new Option<string?>("--media") { Description = "Folder with the input files; made in the cache folder when not given.", HelpName = "DIR" };
        var peers = new Option<bool>("--peers") { Description = "Run ffmpeg on the same files in turn, and janus with the same bots, and show the ratio." };
        var runs = new Option<int>("--runs") { Description = "Runs of each case; the table shows medians.", HelpName = "N", DefaultValueFactory = _ => 3 };
        var json = new Option<string?>("--json") { Description = "The figures as JSON.", HelpName = "FILE" };
        var plugin = new Option<string[]>("--plugin") { Description = "plugins: a plugin's folder to be measured, too; repeatable.", HelpName = "DIR", AllowMultipleArgumentsPerToken = false };
        var spinning = new Option<string?>("--spinning") { Description = "plugins: a plugin's folder; the wall is run without it and with it, and the lagged frames are compared.", HelpName = "DIR" };
        var command = new Command("bench", "Measure composing and mixing: CPU-seconds for each second of output, start-up apart. Or the transport, with bots. Or calls of plugins.")
        {
            suites, cases, media, peers, runs, json, plugin, spinning,
        };
        command.SetAction(parsed =>
        {
            var request = new BenchRequest(
                parsed.GetValue(suites) is { Length: > 0 } named ? named : ["compose", "audio"],
                parsed.GetValue(cases) ?? [],
                parsed.GetValue(media),
                parsed.GetValue(peers),
                Math.Clamp(parsed.GetValue(runs), 1, 99),
                parsed.GetValue(json))
            {
                PluginFolders = parsed.GetValue(plugin) ?? [],
                SpinningPlugin = parsed.GetValue(spinning),
            };
            var alone = request.Suites.FirstOrDefault(suite => suite is Transport or Plugins);
            if (alone is not null && request.Suites.Count > 1) throw new UsageException($"bench: {alone} is measured by itself; name the others in a run of their own");
            if (alone != Plugins && (request.PluginFolders.Count > 0 || request.SpinningPlugin is not null)) throw new UsageException("bench: --plugin and --spinning belong to: bench plugins");
            if (alone == Plugins) return new PluginBenchRun(request).Run();
            if (!request.Suites.Contains(Transport)) return new BenchRun(request).Run();
            return new NetworkRun(request).Run();
        });
        return command;
    }
}
