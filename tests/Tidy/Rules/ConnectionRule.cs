using ConfEngine.Tidy.Sources;

namespace ConfEngine.Tidy.Rules;

/// <summary>Nothing lies about unused: shaders are drawn with, projects are built, and test projects are run.</summary>
public sealed class ConnectionRule : Rule
{
    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files) => Shaders(files).Concat(Projects(files));

    [Fact]
    public void A_shader_that_nobody_draws_with_is_found()
    {
        var found = CheckSample(
            ("shaders/layer.vert", ""),
            ("shaders/old.frag", ""),
            ("shaders/README.md", "layer.vert, old.frag"),
            ("engine/Graphics/Gpu/P.cs", "Load(\"layer.vert\")"),
            ("tests/Graphics.Tests/P.cs", "Load(\"old.frag\")"));
        Assert.Equal("shaders/old.frag", Assert.Single(found).Path);
    }

    [Fact]
    public void A_shader_that_another_includes_is_used() => Assert.Empty(CheckSample(
        ("shaders/colour.glsl", ""),
        ("shaders/a.frag", "#include \"colour.glsl\""),
        ("engine/Graphics/Gpu/P.cs", "Load(\"a.frag\")")));

    [Fact]
    public void A_project_outside_of_the_solution_is_found()
    {
        var found = CheckSample(
            ("ConfEngine.sln", "\"Core\", \"engine\\Core\\Core.csproj\""),
            ("engine/Core/Core.csproj", "<Project />"),
            ("engine/Rtp/Rtp.csproj", "<Project />"));
        Assert.Equal("engine/Rtp/Rtp.csproj", Assert.Single(found).Path);
    }

    private static IEnumerable<Finding> Shaders(IReadOnlyList<SourceFile> files)
    {
        var users = files.Where(file => file.IsIn("engine", "shaders") && file.Name != "README.md").ToArray();
        return from shader in files
               where shader.IsIn("shaders") && shader.Name != "README.md"
               where !users.Any(user => user != shader && user.Text.Contains(shader.Name, StringComparison.Ordinal))
               select new Finding(shader.Path, 1, "nothing in engine draws with this shader: use it or delete it");
    }

    private static IEnumerable<Finding> Projects(IReadOnlyList<SourceFile> files)
    {
        var solution = files.FirstOrDefault(file => file.Path == "ConfEngine.sln")?.Text.Replace('\\', '/');
        return from project in files
               where project.IsProject && solution is not null && !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)
               select new Finding(project.Path, 1, $"not in the solution, so ./test passes it by: dotnet sln add {project.Path}");
    }
}
