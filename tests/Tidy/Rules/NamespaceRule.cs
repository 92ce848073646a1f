using ConfEngine.Tidy.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfEngine.Tidy.Rules;

/// <summary>Who knows a type's name knows its folder. Stand-ins carry the namespaces of the packages that they stand in for.</summary>
public sealed class NamespaceRule : Rule
{
    private static readonly string[] s_roots = ["engine", "host", "plugins", "tests"];

    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.IsCSharp && file.IsIn(s_roots) && !file.IsIn("engine/StandIns")))
        {
            var expected = "ConfEngine." + string.Join('.', file.Folder.Split('/')[1..]);
            foreach (var block in file.Syntax.DescendantNodes().OfType<NamespaceDeclarationSyntax>())
                yield return new Finding(file.Path, LineOf(block), $"a namespace in braces: write 'namespace {expected};'");
            var declared = file.Syntax.Members.OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault();
            if (declared is not null && declared.Name.ToString() != expected)
                yield return new Finding(file.Path, LineOf(declared), $"namespace {declared.Name} does not follow from the folder: it must be {expected}, or the file moves");
            else if (declared is null && file.Syntax.Members.OfType<BaseTypeDeclarationSyntax>().FirstOrDefault() is { } type && !HasStatements(file))
                yield return new Finding(file.Path, LineOf(type), $"a type without a namespace: write 'namespace {expected};'");
        }
    }

    [Theory]
    [InlineData("engine/Video/Decode/A.cs", "namespace ConfEngine.Video.Decode;\nclass A;", 0)]
    [InlineData("engine/Video/Decode/A.cs", "namespace ConfEngine.Video;\nclass A;", 1)]
    [InlineData("tests/Video.Tests/Decode/A.cs", "namespace ConfEngine.Video.Tests.Decode;\nclass A;", 0)]
    [InlineData("host/Kiosk/A.cs", "namespace ConfEngine;\nclass A;", 1)]
    [InlineData("engine/Core/A.cs", "namespace ConfEngine.Core { class A; }", 1)]
    [InlineData("engine/Core/A.cs", "class A;", 1)]
    [InlineData("host/Kiosk/Program.cs", "return Run();\nstatic int Run() => 0;", 0)]
    [InlineData("engine/StandIns/Concentus/A.cs", "namespace Concentus;\nclass A;", 0)]
    public void A_namespace_that_does_not_match_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, CheckSample((path, text)).Length);

    private static bool HasStatements(SourceFile file) => file.Syntax.Members.OfType<GlobalStatementSyntax>().Any();
}
