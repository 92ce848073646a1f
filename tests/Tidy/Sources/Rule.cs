using Microsoft.CodeAnalysis;

namespace ConfEngine.Tidy.Sources;

/// <summary>One rule of the house, as tests: the repository keeps it, and a sample shows that it can be broken.</summary>
public abstract class Rule
{
    /// <summary>Finds every place where the rule is broken.</summary>
    public abstract IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files);

    [Fact]
    public void The_repository_keeps_it()
    {
        var findings = Check(Repository.Files).Select(finding => finding.ToString()).ToArray();
        if (findings.Length > 0) Assert.Fail($"{findings.Length} broken:\n" + string.Join('\n', findings));
    }

    /// <summary>Checks a few made-up files; pairs of path and content.</summary>
    protected Finding[] CheckSample(params (string Path, string Text)[] files) =>
        [.. Check([.. files.Select(file => new SourceFile(file.Path, file.Text))])];

    /// <summary>The line where a piece of C# begins, comments and attributes' own lines not counted.</summary>
    protected static int LineOf(SyntaxNodeOrToken node) => node.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1;
}
