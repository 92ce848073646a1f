using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfEngine.StandIns.Plugins.Tests;

/// <summary>Compiles a few lines to an assembly on the disk.</summary>
internal static class TinyAssembly
{
    private static readonly MetadataReference[] s_framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':')
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Runtime.Loader.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Writes <c>FOLDER/NAME.dll</c>.</summary>
    /// <returns>Its full path.</returns>
    public static string Compile(string folder, string name, string code, string version = "1.0.0.0", params string[] references)
    {
        var text = $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\n{code}";
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(text)],
            [.. s_framework, .. references.Select(reference => MetadataReference.CreateFromFile(reference))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".dll");
        // In place by renaming, as a build would not do it, so that a watcher sees one change of a whole file.
        var result = compilation.Emit(path + ".new");
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        File.Move(path + ".new", path, overwrite: true);
        return path;
    }

    /// <summary>What a static method without parameters returns.</summary>
    public static object? Call(System.Reflection.Assembly assembly, string type, string method) => assembly.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, null);
}
