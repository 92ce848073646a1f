using System.CommandLine;
using System.CommandLine.Parsing;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
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
        var settings = new Option<string[]>("--set")
        {
            Description = "A setting to test with: NAME=VALUE, or NAME=@FILE for what stands in a file, which is the way for secrets. Repeat it for more.",
            HelpName = "NAME=VALUE",
            AllowMultipleArgumentsPerToken = false,
        };
        settings.Validators.Add(Check);
        var command = new Command("test", "Check that a plugin keeps the contract: bronze, silver or gold, and what to do about each rule that it breaks. Exit code 1 when it breaks one.") { folder, json, settings };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(folder)!, parsed.GetValue(settings) ?? [], parsed.GetValue(json), cancel)));
        return command;
    }

    private static int Run(string folder, string[] settings, bool asJson, CancellationToken cancel)
    {
        RefuseProject(folder, "test");
        var request = new ConformanceRequest { Folder = folder, RunnerPath = PluginPlaces.Runner, Clock = new SystemClock(), Settings = Values(folder, settings) };
        try
        {
            var report = ConformanceSuite.Run(request, outcome => Say(outcome, asJson), cancel);
            if (asJson) PluginJson.Write(Console.Out, report);
            else Summarise(report);
            return report.Passed ? 0 : 1;
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

    private static void Check(OptionResult result)
    {
        foreach (var token in result.Tokens)
            if (token.Value.IndexOf('=') < 1)
                result.AddError($"--set {token.Value}: use NAME=VALUE or NAME=@FILE");
    }

    private static Dictionary<string, string> Values(string folder, string[] settings)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (settings.Length == 0) return values;
        var manifest = ManifestFile.Read(Path.Combine(folder, PluginManifest.FileName));
        foreach (var setting in settings)
        {
            var (name, value) = (setting[..setting.IndexOf('=')], setting[(setting.IndexOf('=') + 1)..]);
            if (!value.StartsWith('@') && manifest.Settings.Any(spec => spec.Name == name && spec.Type == SettingType.Secret))
                throw new UsageException($"plugin test: {name} is a secret, and other users see command lines: put it in a file, then --set {name}=@FILE");
            values[name] = value.StartsWith('@') ? ReadFile(value[1..]) : value;
        }

        return values;
    }

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"plugin test: {file} cannot be read: {e.Message}");
        }
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
