using System.Diagnostics;
using System.Globalization;
using ConfEngine.Fuzz;

// Without --target this is a test project like any other.
if (args.Contains("--server") || args.Contains("--internal-msbuild-node"))
    return await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, (_, _) => { });
if (!args.Contains("--target")) return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);

var names = Option("--target", "");
var targets = AllTargets.Make().Where(target => names == "all" || target.Name == names).ToList();
if (targets.Count == 0)
{
    Console.Error.WriteLine($"no target is named {names}; there are all, {string.Join(", ", AllTargets.Make().Select(target => target.Name))}");
    return 2;
}

if (Option("--input", "") is { Length: > 0 } input)
{
    Console.WriteLine($"{names}: outcome {targets[0].Run(Convert.FromBase64String(input))}");
    return 0;
}

if (args.Contains("--seeds"))
{
    foreach (var target in targets) Console.WriteLine($"{target.Name}: seeds end as {string.Join(", ", target.Seeds.Select(one => target.Run(one)))}");
    return 0;
}

var seconds = double.Parse(Option("--seconds", "60"), CultureInfo.InvariantCulture);
var seed = int.Parse(Option("--seed", "1"), CultureInfo.InvariantCulture);
foreach (var target in targets)
{
    var fuzzer = new Fuzzer(target, seed);
    var watch = Stopwatch.StartNew();
    fuzzer.Run(_ => watch.Elapsed.TotalSeconds > seconds);
    Console.WriteLine($"{target.Name}: {fuzzer.Iterations} inputs, {fuzzer.Outcomes} outcomes, seed {seed}: nothing found");
}

return 0;

string Option(string name, string otherwise)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
}
