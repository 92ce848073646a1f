using System.Text;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>The texts of the shaders in /shaders, which are built into this assembly.</summary>
internal static class ShaderLibrary
{
    private const string Folder = "shaders/";
    private const string Include = "#include \"";

    /// <summary>The names of all stages and parts, such as "quad.vert".</summary>
    public static IEnumerable<string> Names =>
        typeof(ShaderLibrary).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..]);

    /// <summary>The text of a stage with its parts put in, ready for the compiler.</summary>
    public static string Source(string name)
    {
        var text = new StringBuilder();
        foreach (var line in Read(name).Split('\n'))
        {
            if (line.StartsWith(Include, StringComparison.Ordinal)) text.Append(Read(line.Trim()[Include.Length..^1]));
            else text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Read(string name)
    {
        using var stream = typeof(ShaderLibrary).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new ArgumentException($"There is no shader '{name}' in /shaders.", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
