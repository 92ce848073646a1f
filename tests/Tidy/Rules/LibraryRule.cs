using ConfEngine.Tidy.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfEngine.Tidy.Rules;

/// <summary>Each third-party library lives in exactly one project, so that exactly one place knows its ways and can replace it.</summary>
public sealed class LibraryRule : Rule
{
    // What comes in several packages is one library all the same.
    private static readonly string[] s_families = ["Silk.NET", "System.CommandLine", "Spectre.Console", "OpenTelemetry", "Microsoft.Data.Sqlite", "SQLitePCLRaw"];

    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files) => Packages(files).Concat(NativeLibraries(files));

    [Fact]
    public void A_package_in_two_projects_is_found()
    {
        var found = CheckSample(
            ("engine/Video/Video.csproj", "<Project><ItemGroup><RequestedPackage Include=\"FFmpeg.AutoGen\" /></ItemGroup></Project>"),
            ("engine/Audio/Audio.csproj", "<Project><ItemGroup><PackageReference Include=\"FFmpeg.AutoGen\" /></ItemGroup></Project>"));
        Assert.Equal(["engine/Audio/Audio.csproj"], found.Select(f => f.Path));
        Assert.Contains("engine/Video", found[0].Message);
    }

    [Fact]
    public void Two_packages_of_one_library_in_two_projects_are_found() => Assert.Single(CheckSample(
        ("engine/Graphics/Graphics.csproj", "<Project><ItemGroup><RequestedPackage Include=\"Silk.NET.OpenGL;Silk.NET.Core\" /></ItemGroup></Project>"),
        ("engine/Runtime/Runtime.csproj", "<Project><ItemGroup><RequestedPackage Include=\"Silk.NET.Input\" /></ItemGroup></Project>")));

    [Fact]
    public void Tests_may_use_what_they_like() => Assert.Empty(CheckSample(
        ("engine/Audio/Audio.csproj", "<Project><ItemGroup><RequestedPackage Include=\"Concentus\" /></ItemGroup></Project>"),
        ("tests/Audio.Tests/Audio.Tests.csproj", "<Project><ItemGroup><RequestedPackage Include=\"Concentus\" /></ItemGroup></Project>")));

    [Fact]
    public void A_requested_package_by_another_door_is_found() => Assert.Single(CheckSample(
        ("engine/Audio/Audio.csproj", "<Project><ItemGroup><PackageReference Include=\"Concentus\" /></ItemGroup></Project>"),
        ("engine/StandIns/Concentus/Concentus.csproj", "<Project />")));

    [Fact]
    public void A_system_library_in_two_files_is_found()
    {
        const string Constant = "class A { const string Library = \"libfreetype.so.6\"; [LibraryImport(Library)] static partial void X(); }";
        const string Literal = "class B { [LibraryImport(\"libfreetype.so.6\")] static partial void Y(); }";
        var finding = Assert.Single(CheckSample(("engine/Graphics/Text/A.cs", Constant), ("engine/Graphics/Text/B.cs", Literal)));
        Assert.Equal("engine/Graphics/Text/B.cs", finding.Path);
        Assert.Empty(CheckSample(("engine/Graphics/Text/A.cs", Constant)));
        Assert.Empty(CheckSample(("engine/Core/A.cs", Literal.Replace("freetype.so.6", "c")), ("engine/Video/A.cs", Literal.Replace("freetype.so.6", "c"))));
    }

    private static IEnumerable<Finding> Packages(IReadOnlyList<SourceFile> files)
    {
        var standIns = files.Where(file => file.IsProject && file.IsIn("engine/StandIns")).Select(file => file.Name[..^".csproj".Length]).ToHashSet();
        var uses = new List<(string Library, SourceFile Project, int Line)>();
        foreach (var project in files.Where(file => file.IsProject && !file.IsIn("tests", "engine/StandIns")))
        {
            foreach (var package in References.In(project, "PackageReference"))
            {
                uses.Add((Family(package.Id), project, package.Line));
                if (standIns.Contains(package.Id))
                    yield return new Finding(project.Path, package.Line, $"{package.Id} has a stand-in: write <RequestedPackage Include=\"{package.Id}\" />");
            }

            foreach (var package in References.In(project, "RequestedPackage")) uses.Add((Family(package.Id), project, package.Line));
        }

        foreach (var library in uses.GroupBy(use => use.Library))
        {
            var first = library.First().Project;
            foreach (var (_, project, line) in library.Where(use => use.Project != first).DistinctBy(use => use.Project))
                yield return new Finding(project.Path, line, $"{library.Key} is used by {first.Folder} too: keep it in one project, and give the other an interface");
        }
    }

    // The C library is the system itself, not a third party.
    private static IEnumerable<Finding> NativeLibraries(IReadOnlyList<SourceFile> files)
    {
        var imports =
            from file in files
            where file.IsCSharp && file.IsIn("engine", "host", "plugins") && !file.IsIn("engine/StandIns")
            from attribute in file.Syntax.DescendantNodes().OfType<AttributeSyntax>()
            where attribute.Name.ToString() == "LibraryImport"
            let library = Value(file, attribute.ArgumentList?.Arguments[0].Expression)
            where library is not ("libc" or "")
            group (file, LineOf(attribute)) by library;
        foreach (var library in imports)
        {
            var first = library.First().file;
            foreach (var (file, line) in library.Where(use => use.file != first).DistinctBy(use => use.file))
                yield return new Finding(file.Path, line, $"{library.Key} is imported by {first.Path} too: one file per library");
        }
    }

    private static string Value(SourceFile file, ExpressionSyntax? expression)
    {
        if (expression is LiteralExpressionSyntax literal) return literal.Token.ValueText;
        var name = expression?.ToString().Split('.')[^1];
        var constant = file.Syntax.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => variable.Identifier.Text == name);
        return (constant?.Initializer?.Value as LiteralExpressionSyntax)?.Token.ValueText ?? "";
    }

    private static string Family(string id) =>
        Array.Find(s_families, family => id == family || id.StartsWith(family + ".", StringComparison.Ordinal)) ?? id;
}
