using ConfEngine.Tidy.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfEngine.Tidy.Rules;

/// <summary>A method fits on a screen, a file in a head. Tables of enum values in the stand-ins are long by nature.</summary>
public sealed class LengthRule : Rule
{
    private const int MaxMethodLines = 70;
    private const int MaxFileLines = 500;
    private static readonly string[] s_kinds = [".cs", ".glsl", ".vert", ".frag", ".comp", ".js", ".css", ".html", ".sh", ".py"];

    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files) => files.SelectMany(file => LongFile(file).Concat(LongMethods(file)));

    [Theory]
    [InlineData(70, 0)]
    [InlineData(71, 1)]
    public void A_method_over_70_lines_is_found(int lines, int findings)
    {
        var body = string.Concat(Enumerable.Repeat("        A();\n", lines - 3));
        var sample = $"class C\n{{\n    /// <summary>\n    /// Not counted.\n    /// </summary>\n    void M()\n    {{\n{body}    }}\n}}\n";
        var found = CheckSample(("engine/Core/C.cs", sample));
        Assert.Equal(findings, found.Length);
        Assert.All(found, f => Assert.Equal((6, true), (f.Line, f.Message.StartsWith("M is 71 lines"))));
    }

    [Theory]
    [InlineData("C() {")]
    [InlineData("int P { get {")]
    [InlineData("static int operator +(C a, C b) {")]
    [InlineData("void Outer() => X(); void Y() { void Local() {")]
    public void Constructors_accessors_operators_and_local_functions_count_too(string start)
    {
        var sample = $"class C {{ {start}\n{new string('\n', 80)}}} }} }} }}";
        Assert.NotEmpty(CheckSample(("engine/Core/C.cs", sample)));
    }

    [Theory]
    [InlineData("engine/Core/C.cs", 500, 0)]
    [InlineData("engine/Core/C.cs", 501, 1)]
    [InlineData("shaders/a.frag", 501, 1)]
    [InlineData("host/Kiosk/wwwroot/a.js", 501, 1)]
    [InlineData("README.md", 501, 0)]
    public void A_file_over_500_lines_is_found(string path, int lines, int findings) =>
        Assert.Equal(findings, CheckSample((path, string.Concat(Enumerable.Repeat("// a line\n", lines)))).Length);

    [Theory]
    [InlineData("engine/StandIns/X/Enums.cs", "", 0)]
    [InlineData("engine/Core/Enums.cs", "", 1)]
    [InlineData("engine/StandIns/X/Enums.cs", "class C { }", 1)]
    public void Only_tables_of_enums_in_stand_ins_may_be_longer(string path, string more, int findings)
    {
        var table = "enum E\n{\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"    V{i} = {i},\n")) + "}\n" + more;
        Assert.Equal(findings, CheckSample((path, table)).Length);
    }

    private static IEnumerable<Finding> LongFile(SourceFile file)
    {
        if (!s_kinds.Contains(Path.GetExtension(file.Name)) || file.Lines.Length <= MaxFileLines || IsEnumTable(file)) yield break;
        yield return new Finding(file.Path, MaxFileLines + 1, $"{file.Lines.Length} lines, at most {MaxFileLines}: it has more than one reason to change, give each its file");
    }

    private static bool IsEnumTable(SourceFile file) =>
        file.IsCSharp && file.IsIn("engine/StandIns") && file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().All(type => type is EnumDeclarationSyntax);

    private static IEnumerable<Finding> LongMethods(SourceFile file)
    {
        if (!file.IsCSharp) yield break;
        foreach (var node in file.Syntax.DescendantNodes())
        {
            if (node is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)) continue;
            var span = node.GetLocation().GetLineSpan();
            var lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
            if (lines <= MaxMethodLines) continue;
            yield return new Finding(file.Path, LineOf(node), $"{Name(node)} is {lines} lines, at most {MaxMethodLines}: name its steps and make them methods");
        }
    }

    private static string Name(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        _ => "This member",
    };
}
