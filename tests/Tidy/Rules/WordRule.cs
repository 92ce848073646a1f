using System.Text.RegularExpressions;
using ConfEngine.Tidy.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfEngine.Tidy.Rules;

/// <summary>Words that put something off, and names that say nothing.</summary>
public sealed partial class WordRule : Rule
{
    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files) =>
        files.Where(file => !file.IsIn("tests/Tidy")).SelectMany(file => Postponed(file).Concat(BadPath(file)).Concat(BadNames(file)));

    [Theory]
    [InlineData("engine/Core/A.cs", "// TODO later", "TODO")]
    [InlineData("README.md", "FIXME", "FIXME")]
    [InlineData("shaders/a.frag", "// XXX", "XXX")]
    [InlineData("engine/Core/StreamManager.cs", "", "StreamManager.cs")]
    [InlineData("engine/Core/Helpers/A.cs", "", "Helpers")]
    [InlineData("engine/Core/A.cs", "class PathHelper;", "PathHelper")]
    [InlineData("engine/Core/A.cs", "static class MathUtils;", "MathUtils")]
    [InlineData("engine/Core/A.cs", "enum UtilKind { A }", "UtilKind")]
    [InlineData("engine/Core/A.cs", "class C { void M() { void CallManager() { } } }", "CallManager")]
    public void A_bad_word_is_found(string path, string text, string word) =>
        Assert.Contains(word, Assert.Single(CheckSample((path, text))).Message);

    [Theory]
    [InlineData("engine/Core/A.cs", "// Todos los santos, a helper of mine; managers")]
    [InlineData("engine/Core/A.cs", "class Utilization; class Managed; var helper = 1;")]
    [InlineData("engine/StandIns/X/A.cs", "enum VkHelperInvocation { A }")]
    public void Other_words_are_not(string path, string text) => Assert.Empty(CheckSample((path, text)));

    private static IEnumerable<Finding> Postponed(SourceFile file)
    {
        for (var i = 0; i < file.Lines.Length; i++)
            if (PutOff().Match(file.Lines[i]) is { Success: true } match)
                yield return new Finding(file.Path, i + 1, $"{match.Value}: do it now, or leave it out and open an issue");
    }

    private static IEnumerable<Finding> BadPath(SourceFile file) =>
        from part in file.Path.Split('/')
        where Vague().IsMatch(part.Split('.')[0])
        select new Finding(file.Path, 1, $"{part} says nothing: name it after what it does");

    // The stand-ins' names are given.
    private static IEnumerable<Finding> BadNames(SourceFile file)
    {
        if (!file.IsCSharp || file.IsIn("engine/StandIns")) yield break;
        foreach (var token in file.Syntax.DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken) && Declares(token) && Vague().IsMatch(token.Text))
                yield return new Finding(file.Path, LineOf(token), $"{token.Text} says nothing: name it after what it does");
    }

    private static bool Declares(SyntaxToken token) => token.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax
        or Microsoft.CodeAnalysis.CSharp.Syntax.LocalFunctionStatementSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.TypeParameterSyntax;

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b")]
    private static partial Regex PutOff();

    // As a whole word of a name in capitals and small letters.
    [GeneratedRegex("(Manager|Helper|Util|Utilitie|Utility)s?(?![a-z])")]
    private static partial Regex Vague();
}
