using ConfEngine.Contract;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfEngine.PluginHost.Tests.Loading;

/// <summary>Compiles .NET plugins into folders.</summary>
internal static class CompiledPlugin
{
    /// <summary>A plugin whose parts a test may replace.</summary>
    public static string Source(string fields = "", string constructor = "", string register = "") => $$"""
        using System; using System.Threading; using System.Threading.Tasks;
        using ConfEngine.Contract; using ConfEngine.Contract.Kit;
        public sealed class Acme : PluginBase
        {
            {{fields}}
            public Acme() { {{constructor}} }
            static Method<Nothing, Nothing> M(string name) => new Method<Nothing, Nothing>(name, MethodShape.Direct, true);
            protected override void Register(MethodRegistry methods) { {{register}} }
        }
        """;

    /// <summary>A folder with a manifest and <c>Acme.dll</c>, as a package that needs no copy.</summary>
    public static PluginPackage Make(string folder, string source, RunMode run = RunMode.InProcess, params string[] references)
    {
        Compile(folder, "Acme", source, "1.0.0.0", [typeof(IPlugin).Assembly.Location, .. references]);
        var manifest = ManifestOf(run);
        var way = run == RunMode.InProcess ? "in-process" : "child";
        File.WriteAllText(Path.Combine(folder, "plugin.json"), $$"""
            {"id":"acme","name":"Acme","version":"1.0.0","contract":{"from":1,"to":1},"capabilities":["booking"],"run":"{{way}}","assembly":"Acme.dll"}
            """);
        return new PluginPackage(folder, manifest, "digest", folder, false);
    }

    /// <summary>The manifest of <see cref="Make"/>.</summary>
    public static PluginManifest ManifestOf(RunMode run) => new()
    {
        Id = "acme", Name = "Acme", Version = "1.0.0", Contract = new ContractVersion(1, 1), Capabilities = [Capabilities.Booking], Run = run, Assembly = "Acme.dll",
    };

    /// <summary>Writes <c>FOLDER/NAME.dll</c>.</summary>
    /// <returns>Its full path.</returns>
    public static string Compile(string folder, string name, string source, string version, IEnumerable<string> references, string framework = "System.Runtime|System.Private.CoreLib|System.Collections|System.Threading|System.Console")
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':').Where(path => framework.Split('|').Contains(Path.GetFileNameWithoutExtension(path)));
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]"), CSharpSyntaxTree.ParseText(source)],
            platform.Concat(references).Select(path => MetadataReference.CreateFromFile(path)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, name + ".dll");
        var result = compilation.Emit(target);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return target;
    }
}
