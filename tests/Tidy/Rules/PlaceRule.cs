using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using ConfEngine.TestKit.Files;
using ConfEngine.Tidy.Sources;

namespace ConfEngine.Tidy.Rules;

/// <summary>A checkout works in any folder of any machine, and its top level stays short enough to be read at a glance.</summary>
public sealed partial class PlaceRule : Rule
{
    private static readonly string[] s_topLevel =
    [
        "ConfEngine.sln", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "README.md", "run", "test", "global.json",
        ".editorconfig", ".gitignore", ".gitattributes", ".packages", ".ci", "engine", "host", "plugins", "shaders", "tests",
    ];

    private static readonly Regex s_checkout = new($@"(?<![\w./-]){Regex.Escape(Checkout.Root)}(?![\w-])");

    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files) =>
        files.Where(file => !file.IsIn("tests/Tidy")).SelectMany(MachinePaths).Concat(Strangers(files.Select(file => file.Path.Split('/')[0])));

    [Theory]
    [InlineData("engine/Core/A.cs", "\"/home/ada/src\"", 1)]
    [InlineData("run", "x=/root/.dotnet", 1)]
    [InlineData("README.md", "see /Users/ada/x", 1)]
    [InlineData("README.md", @"see C:\Users\ada", 1)]
    [InlineData("README.md", "/usr/share/fonts and https://example.org/home/ada and a/home/x", 0)]
    public void A_path_of_one_machine_is_found(string path, string text, int findings) => Assert.Equal(findings, CheckSample((path, text)).Length);

    [Fact]
    public void The_path_of_this_very_checkout_is_found()
    {
        Assert.Single(CheckSample(("run", $"cd {Checkout.Root}/engine")));
        Assert.Empty(CheckSample(("run", $"cd some{Checkout.Root}")));
    }

    [Fact]
    public void A_stranger_at_the_top_level_is_found() => Assert.Equal("notes.txt", Assert.Single(CheckSample(("notes.txt", ""), ("run", ""))).Path);

    [Fact]
    public void The_top_level_of_this_checkout_holds_nothing_else() => Assert.Empty(Strangers(Repository.TopLevel));

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    [InlineData(".ci/run")]
    [SupportedOSPlatform("linux")]
    public void What_people_start_can_be_started(string path) =>
        Assert.True(File.GetUnixFileMode(Path.Combine(Checkout.Root, path)).HasFlag(UnixFileMode.UserExecute), $"{path}:1: chmod +x {path}");

    private static IEnumerable<Finding> Strangers(IEnumerable<string> names) =>
        names.Distinct().Except(s_topLevel).Select(name => new Finding(name, 1, "a stranger at the top level: find it a place in engine, host, plugins, shaders or tests"));

    private static IEnumerable<Finding> MachinePaths(SourceFile file)
    {
        for (var i = 0; i < file.Lines.Length; i++)
            if ((MachinePath().Match(file.Lines[i]) is { Success: true } known ? known : s_checkout.Match(file.Lines[i])) is { Success: true } match)
                yield return new Finding(file.Path, i + 1, $"{match.Value} exists on one machine only: use a path relative to the repository");
    }

    [GeneratedRegex(@"(?<![\w./-])/(home|Users|mnt)/\w+|(?<![\w./-])/root/|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
