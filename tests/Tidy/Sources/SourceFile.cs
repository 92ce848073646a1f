using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfEngine.Tidy.Sources;

/// <summary>A text file of the repository, or a sample of one.</summary>
/// <param name="path">From the repository's root, with forward slashes.</param>
/// <param name="text">Its content.</param>
public sealed class SourceFile(string path, string text)
{
    private CompilationUnitSyntax? _syntax;
    private string[]? _lines;

    public string Path => path;

    public string Text => text;

    public string Folder => path.Contains('/') ? path[..path.LastIndexOf('/')] : "";

    public string Name => path[(path.LastIndexOf('/') + 1)..];

    public bool IsCSharp => path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsProject => path.EndsWith(".csproj", StringComparison.Ordinal);

    /// <summary>Lines without their ends; the line break at the end of the file starts no further line.</summary>
    public string[] Lines => _lines ??= text.TrimEnd('\n').Split('\n');

    /// <summary>The file as the compiler reads it.</summary>
    public CompilationUnitSyntax Syntax =>
        _syntax ??= CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path).GetCompilationUnitRoot();

    public bool IsIn(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
            if (path.StartsWith(folder + "/", StringComparison.Ordinal))
                return true;
        return false;
    }
}
