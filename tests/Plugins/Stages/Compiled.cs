using ConfEngine.Contract;
using MessagePack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfEngine.Plugins.Stages;

/// <summary>Assemblies that a test writes as text.</summary>
internal static class Compiled
{
    private static readonly MetadataReference[] s_platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(Nothing).Assembly.Location).Append(typeof(MessagePackSerializer).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Compiles one.</summary>
    public static byte[] Make(string name, string source, params IEnumerable<byte[]> libraries)
    {
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            [.. s_platform, .. libraries.Select(library => MetadataReference.CreateFromImage(library))], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }

    /// <summary>A library that knows its own version.</summary>
    public static byte[] Library(string name, string version) =>
        Make(name, $$"""[assembly: System.Reflection.AssemblyVersion("{{version}}")] public static class {{name}} { public static string Version => "{{version}}"; }""");

    /// <summary>A plugin whose detail of any meeting has the id that an expression gives.</summary>
    public static byte[] Plugin(string expression, params IEnumerable<byte[]> libraries) => Make("ChaosPlugin", $$"""
        using System.Threading.Tasks;
        using ConfEngine.Contract.Booking;
        using ConfEngine.Contract.Kit;
        public sealed class Written : BookingPlugin
        {
            protected override ValueTask<MeetingDetail> DetailAsync(DetailRequest request, PluginCall call) => new(new MeetingDetail { MeetingId = {{expression}} });
        }
        """, libraries);
}
