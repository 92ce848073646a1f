using System.CommandLine;
using ConfEngine.Contract.Errors;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Commands;
using ConfEngine.PluginHost.Conformance;

namespace ConfEngine.Kiosk.Plugins;

/// <summary><c>plugin test</c>: the conformance suite.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var folder = PluginCommand.Folder();
        var json = new Option<bool>("--json") { Description = "The outcome as JSON." };
        var settings = new SettingOptions("test");
        var command = new Command("test", "Check that a plugin keeps the contract: bronze, silver or gold, and what to do about each rule that it breaks. Exit code 1 when it breaks one.") { folder, json };
        settings.AddTo(command);
        command.SetAction((parsed, _) =>
        {
            var path = parsed.GetValue(folder)!;
            RefuseProject(path, "test");
            using var signals = new StopSignals();
            return Task.FromResult(Run(path, settings.Read(parsed, path), parsed.GetValue(json), signals.Token));
        });
        return command;
    }

    private static int Run(string folder, IReadOnlyDictionary<string, string> settings, bool asJson, CancellationToken cancel)
    {
        var request = new ConformanceRequest { Folder = folder, RunnerPath = PluginPlaces.Runner, Clock = new SystemClock(), Settings = settings };
        try
        {
            var report = ConformanceSuite.Run(request, outcome => Say(outcome, asJson), cancel);
            if (asJson) PluginJson.Write(Console.Out, report);
            else Summarise(report);
            return report.Passed ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            throw new MediaException("the test was given up");
        }
        catch (ContractException refused) when (refused.Error.Code is ErrorCodes.BadSettings or ErrorCodes.NotFound)
        {
            throw new UsageException($"plugin test: {refused.Error.Message}");
        }
        catch (ContractException refused)
        {
            throw new MediaException(refused.Error.Message, refused);
        }
    }

    /// <summary>A folder of sources is no plugin yet; what is built from it is.</summary>
    public static void RefuseProject(string folder, string command)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"plugin {command}: {folder}: no such folder");
        if (Directory.EnumerateFiles(folder, "*.csproj").Any())
            throw new UsageException($"plugin {command}: {folder} is a project: build it with `dotnet build`, then: confengine plugin {command} {Path.Combine(folder, NewCommand.Output)}");
    }

    private static void Say(RuleOutcome outcome, bool asJson)
    {
        if (asJson) return;
        var mark = outcome.Verdict switch { Verdict.Passed => "ok", Verdict.Failed => "!!", Verdict.NotApplicable => "--", _ => "??" };
        Console.Out.WriteLine($"  {mark} {PluginJson.Name(outcome.Tier.ToString()),-7} {outcome.Id,-24} {outcome.Demand}");
        if (outcome.Seen.Length > 0) Console.Out.WriteLine($"     {(outcome.Verdict == Verdict.Failed ? "seen:  " : "because")} {outcome.Seen}");
        if (outcome.Remedy.Length > 0) Console.Out.WriteLine($"     remedy: {outcome.Remedy}");
    }

    private static void Summarise(ConformanceReport report)
    {
        var count = report.Outcomes.Count(static outcome => outcome.Verdict == Verdict.Passed);
        var failed = report.Outcomes.Count(static outcome => outcome.Verdict == Verdict.Failed);
        Console.Out.WriteLine($"{report.Id} {report.Version}: {(report.Tier == Tier.None ? "no tier yet" : PluginJson.Name(report.Tier.ToString()))}; {count} rules kept, {failed} broken.");
    }
}
