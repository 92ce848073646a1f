using ConfEngine.Tidy.Sources;

namespace ConfEngine.Tidy.Rules;

/// <summary>Who may reference whom. Siblings meet in Runtime and never see each other.</summary>
public sealed class ArrowRule : Rule
{
    // The first row that fits a project's folder counts; "*" at the end means everything below.
    private static readonly (string From, string[] To)[] s_arrows =
    [
        ("engine/Core", []),
        ("engine/Contract", []),
        ("engine/Rtp", ["engine/Core"]),
        ("engine/Transport", ["engine/Rtp", "engine/Core"]),
        ("engine/Video", ["engine/Core"]),
        ("engine/Audio", ["engine/Core"]),
        ("engine/Graphics", ["engine/Core"]),
        ("engine/Storage", ["engine/Core"]),
        ("engine/Control", ["engine/Core"]),
        ("engine/Conference", ["engine/Core", "engine/Contract"]),
        ("engine/PluginHost", ["engine/Core", "engine/Contract"]),
        ("engine/StandIns/*", ["engine/StandIns/*"]),
        ("engine/Runtime", ["engine/*"]),
        ("host/*", ["engine/*", "host/*"]),
        ("plugins/*", ["engine/Contract"]),
        ("tests/TestKit", ["engine/Core", "engine/Rtp", "engine/Transport"]),
        ("tests/*", ["engine/*", "host/*", "plugins/*", "tests/TestKit"]),
    ];

    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.IsProject))
        {
            var row = Array.Find(s_arrows, arrow => Fits(arrow.From, file.Folder));
            if (row.From is null)
            {
                yield return new Finding(file.Path, 1, "this folder holds no project by the design: engine, host, plugins and tests do; the arrows are in ArrowRule");
                continue;
            }

            foreach (var reference in References.In(file, "ProjectReference"))
            {
                var target = Resolve(file.Folder, reference.Id);
                if (!row.To.Any(to => Fits(to, target)))
                    yield return new Finding(file.Path, reference.Line, $"{file.Folder} must not reference {target}: let them meet in engine/Runtime, or declare an interface here");
                if (target.StartsWith("engine/StandIns/", StringComparison.Ordinal) && !file.IsIn("engine/StandIns", "tests"))
                    yield return new Finding(file.Path, reference.Line, "a stand-in by its file: write <RequestedPackage Include=\"…\" />, so that the genuine package can take its place");
            }
        }
    }

    [Theory]
    [InlineData("engine/Video", "../Audio/Audio.csproj", 1)]
    [InlineData("engine/Video", "../Core/Core.csproj", 0)]
    [InlineData("engine/Core", "../Video/Video.csproj", 1)]
    [InlineData("engine/Core", "..\\Rtp\\Rtp.csproj", 1)]
    [InlineData("engine/Runtime", "../Graphics/Graphics.csproj", 0)]
    [InlineData("engine/Runtime", "../../host/Kiosk/Kiosk.csproj", 1)]
    [InlineData("engine/Video", "../StandIns/FFmpeg.AutoGen/FFmpeg.AutoGen.csproj", 2)]
    [InlineData("engine/Runtime", "../StandIns/FFmpeg.AutoGen/FFmpeg.AutoGen.csproj", 1)]
    [InlineData("engine/StandIns/Silk.NET.OpenGL", "../Silk.NET.Core/Silk.NET.Core.csproj", 0)]
    [InlineData("engine/StandIns/Silk.NET.OpenGL", "../../Core/Core.csproj", 1)]
    [InlineData("plugins/Booking.Local", "../../engine/Contract/Contract.csproj", 0)]
    [InlineData("plugins/Booking.Local", "../../engine/Core/Core.csproj", 1)]
    [InlineData("host/Kiosk", "../../engine/Runtime/Runtime.csproj", 0)]
    [InlineData("tests/Video.Tests", "../../engine/Video/Video.csproj", 0)]
    [InlineData("tests/Video.Tests", "../TestKit/TestKit.csproj", 0)]
    [InlineData("tests/Video.Tests", "../Audio.Tests/Audio.Tests.csproj", 1)]
    [InlineData("tests/TestKit", "../../engine/Core/Core.csproj", 0)]
    [InlineData("tests/TestKit", "../../engine/Video/Video.csproj", 1)]
    public void An_arrow_that_is_not_in_the_design_is_found(string folder, string reference, int findings)
    {
        var project = $"<Project>\n<ItemGroup>\n<ProjectReference Include=\"{reference}\" />\n</ItemGroup>\n</Project>";
        var found = CheckSample(($"{folder}/X.csproj", project));
        Assert.Equal(findings, found.Length);
        Assert.All(found, f => Assert.Equal(3, f.Line));
    }

    [Fact]
    public void A_project_in_an_unknown_place_is_found() => Assert.Single(CheckSample(("tools/X/X.csproj", "<Project />")));

    private static bool Fits(string pattern, string folder) =>
        pattern.EndsWith("/*", StringComparison.Ordinal) ? folder.StartsWith(pattern[..^1], StringComparison.Ordinal) : folder == pattern;

    private static string Resolve(string folder, string reference)
    {
        var parts = folder.Split('/').ToList();
        foreach (var part in reference.Replace('\\', '/').Split('/')[..^1])
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
        return string.Join('/', parts);
    }
}
