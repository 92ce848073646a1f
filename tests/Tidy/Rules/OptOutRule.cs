using System.Text.RegularExpressions;
using ConfEngine.Tidy.Sources;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfEngine.Tidy.Rules;

/// <summary>Strict from the first commit, without exceptions: an exception never closes again.</summary>
public sealed partial class OptOutRule : Rule
{
    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files) =>
        files.Where(file => !file.IsIn("tests/Tidy")).SelectMany(file => file.IsCSharp ? InCode(file) : InBuild(file));

    [Theory]
    [InlineData("engine/Core/A.cs", "#nullable disable")]
    [InlineData("engine/Core/A.cs", "#pragma warning disable CS0168")]
    [InlineData("engine/Core/Core.csproj", "<NoWarn>CS1591</NoWarn>")]
    [InlineData("Directory.Build.props", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>")]
    [InlineData("engine/Core/Core.csproj", "<Nullable>disable</Nullable>")]
    [InlineData("engine/Core/Core.csproj", "<WarningsNotAsErrors>CS0618</WarningsNotAsErrors>")]
    [InlineData(".editorconfig", "dotnet_diagnostic.CS1591.severity = none")]
    [InlineData("tests/A.Tests/A.cs", "class C { [Fact(Skip = \"later\")] void M() { } }")]
    [InlineData("tests/A.Tests/A.cs", "class C { void M() { try { X(); } catch { } } }")]
    [InlineData("engine/Core/A.cs", "class C { void M() { try { X(); } catch (IOException) { /* never mind */ } } }")]
    public void An_opt_out_is_found(string path, string text) => Assert.Single(CheckSample((path, text)));

    [Theory]
    [InlineData("engine/Core/A.cs", "class C { void M() { try { X(); } catch (IOException) { Count++; } } }")]
    [InlineData("engine/Core/A.cs", "class C { string s = \"#nullable disable\"; }")]
    [InlineData("engine/Core/Core.csproj", "<Nullable>enable</Nullable>")]
    [InlineData("README.md", "There is no NoWarn here.")]
    public void Anything_else_is_not(string path, string text) => Assert.Empty(CheckSample((path, text)));

    private static IEnumerable<Finding> InCode(SourceFile file)
    {
        foreach (var trivia in file.Syntax.DescendantTrivia())
            if (trivia.GetStructure() is NullableDirectiveTriviaSyntax or PragmaWarningDirectiveTriviaSyntax)
                yield return new Finding(file.Path, trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                    $"{trivia.ToString().Trim()}: do what the compiler asks");
        foreach (var clause in file.Syntax.DescendantNodes().OfType<CatchClauseSyntax>())
            if (clause.Block.Statements.Count == 0)
                yield return new Finding(file.Path, LineOf(clause), "an exception that vanishes: count it, report it, or let it through");
        foreach (var argument in file.Syntax.DescendantNodes().OfType<AttributeArgumentSyntax>())
            if (argument.NameEquals?.Name.Identifier.Text is "Skip" or "SkipWhen" or "SkipUnless")
                yield return new Finding(file.Path, LineOf(argument), "a test that is not run: make it run everywhere, or delete it");
    }

    private static IEnumerable<Finding> InBuild(SourceFile file)
    {
        if (!file.Name.EndsWith("proj", StringComparison.Ordinal) && Path.GetExtension(file.Name) is not (".props" or ".targets" or ".editorconfig")) yield break;
        for (var i = 0; i < file.Lines.Length; i++)
            if (BuildOptOut().Match(file.Lines[i]) is { Success: true } match)
                yield return new Finding(file.Path, i + 1, $"{match.Value}: warnings are errors here, for all projects");
    }

    [GeneratedRegex(@"<NoWarn>|<WarningsNotAsErrors>|<TreatWarningsAsErrors>false|<Nullable>(?!enable)\w+|severity\s*=\s*(none|silent)", RegexOptions.IgnoreCase)]
    private static partial Regex BuildOptOut();
}
