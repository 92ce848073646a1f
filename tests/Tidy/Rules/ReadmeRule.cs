using ConfEngine.Tidy.Sources;

namespace ConfEngine.Tidy.Rules;

/// <summary>Whoever starts at the first README finds every other one by following them down, and each says in its title what it is about.</summary>
public sealed class ReadmeRule : Rule
{
    private const string Readme = "README.md";

    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files)
    {
        var readmes = files.Where(file => file.Name == Readme).ToDictionary(file => file.Folder);
        foreach (var readme in readmes.Values)
        {
            var titles = Titles(readme).ToArray();
            if (titles.Length == 0) yield return new Finding(readme.Path, 1, "no title: begin with '# Title'");
            foreach (var line in titles.Skip(1)) yield return new Finding(readme.Path, line, "a second title: make it '##', or another page");
            if (readme.Folder.Length == 0) continue;
            var parent = Above(readme.Folder, readmes);
            var way = parent is null || parent.Folder.Length == 0 ? readme.Folder : readme.Folder[(parent.Folder.Length + 1)..];
            if (parent is null) yield return new Finding(readme.Path, 1, $"no {Readme} above it names this folder: write one");
            else if (!Names(parent, way)) yield return new Finding(parent.Path, 1, $"it does not name {way}/, which has a {Readme} of its own: add a line");
        }
    }

    [Theory]
    [InlineData("# A\n\ntext [engine](engine/README.md)", 0)]
    [InlineData("# A\n\n`engine/`: what it is", 0)]
    [InlineData("# A\n\nThe engine is a fine thing", 1)]
    [InlineData("text `engine/`", 1)]
    [InlineData("# A\n`engine/`\n# B\n", 1)]
    [InlineData("# A\n```sh\n# a comment in code\n```\n`engine/`", 0)]
    public void Titles_and_names_are_checked(string text, int findings) =>
        Assert.Equal(findings, CheckSample(("README.md", text), ("engine/README.md", "# Engine")).Length);

    [Fact]
    public void A_readme_that_nobody_names_is_found() => Assert.Single(CheckSample(("engine/StandIns/README.md", "# Stand-ins")));

    private static bool Names(SourceFile parent, string folder) =>
        parent.Text.Contains(folder + "/", StringComparison.Ordinal) || parent.Text.Contains($"`{folder}`", StringComparison.Ordinal)
        // A tree drawn with spaces names each folder by its last part.
        || parent.Lines.Any(line => line.TrimStart().StartsWith(folder.Split('/')[^1] + "/", StringComparison.Ordinal));

    private static SourceFile? Above(string folder, Dictionary<string, SourceFile> readmes)
    {
        while (folder.Length > 0)
        {
            folder = folder.Contains('/') ? folder[..folder.LastIndexOf('/')] : "";
            if (readmes.TryGetValue(folder, out var readme)) return readme;
        }

        return null;
    }

    private static IEnumerable<int> Titles(SourceFile readme)
    {
        var inCode = false;
        for (var i = 0; i < readme.Lines.Length; i++)
        {
            if (readme.Lines[i].StartsWith("```", StringComparison.Ordinal)) inCode = !inCode;
            else if (!inCode && readme.Lines[i].StartsWith("# ", StringComparison.Ordinal)) yield return i + 1;
        }
    }
}
