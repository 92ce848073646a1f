using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Loading;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Loading;

/// <summary>A .NET plugin is loaded, or refused with the cause and the remedy.</summary>
public sealed class LoadedPluginTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private string Folder => _temp["acme"];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void The_plugin_is_the_hosts_type_in_a_context_of_its_own()
    {
        CompiledPlugin.Make(Folder, CompiledPlugin.Source());
        using var loaded = LoadedPlugin.Load(Folder, CompiledPlugin.ManifestOf(RunMode.InProcess));
        Assert.Equal("Acme", loaded.Plugin.GetType().Name);
        var context = AssemblyLoadContext.GetLoadContext(loaded.Plugin.GetType().Assembly);
        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.True(context!.IsCollectible);
    }

    [Fact]
    public void Its_own_copy_of_the_contract_does_not_count_and_its_own_copy_of_a_library_does()
    {
        // The host of these tests has a Polly.Core; the plugin brings another one.
        var library = CompiledPlugin.Compile(Folder, "Polly.Core", "namespace Mine; public static class Library { public static string Name => \"mine\"; }", "77.0.0.0", []);
        CompiledPlugin.Make(Folder, CompiledPlugin.Source(constructor: "if (Mine.Library.Name != \"mine\") throw new Exception();"), RunMode.InProcess, library);
        File.Copy(typeof(IPlugin).Assembly.Location, Path.Combine(Folder, Path.GetFileName(typeof(IPlugin).Assembly.Location)));
        using var loaded = LoadedPlugin.Load(Folder, CompiledPlugin.ManifestOf(RunMode.InProcess));
        Assert.IsType<IPlugin>(loaded.Plugin, exactMatch: false);
    }

    [Fact]
    public void Nothing_of_it_stays_after_it_was_let_go()
    {
        CompiledPlugin.Make(Folder, CompiledPlugin.Source());
        var context = LoadAndDispose();
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
    }

    [Fact]
    public void A_missing_assembly_is_named()
    {
        Directory.CreateDirectory(Folder);
        Refused("Acme.dll is not in the plugin's folder", "build the project");
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_named()
    {
        Directory.CreateDirectory(Folder);
        foreach (var content in (byte[][])[[], "text"u8.ToArray(), [.. "MZ"u8, .. new byte[200]], File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"))])
        {
            File.WriteAllBytes(Path.Combine(Folder, "Acme.dll"), content);
            Refused("Acme.dll is not a .NET assembly", "copy its output");
        }
    }

    [Fact]
    public void An_assembly_that_is_cut_off_is_refused()
    {
        CompiledPlugin.Make(Folder, CompiledPlugin.Source());
        var path = Path.Combine(Folder, "Acme.dll");
        var whole = File.ReadAllBytes(path);
        for (var length = 64; length < whole.Length; length += 256)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<PluginStartException>(() => LoadedPlugin.Load(Folder, CompiledPlugin.ManifestOf(RunMode.InProcess)));
        }
    }

    [Fact]
    public void A_missing_dependency_is_named()
    {
        var library = CompiledPlugin.Compile(Folder, "Acme.Vendor", "public static class Vendor { public static int X; }", "3.1.0.0", []);
        CompiledPlugin.Make(Folder, CompiledPlugin.Source(register: "Vendor.X++;"), RunMode.InProcess, library);
        File.Delete(library);
        Refused("Acme.dll needs Acme.Vendor 3.1.0.0, which is neither in its folder nor part of this program", "copy the whole output folder");
    }

    [Fact]
    public void A_missing_dependency_of_a_dependency_is_named_when_the_constructor_needs_it()
    {
        var deep = CompiledPlugin.Compile(Folder, "Acme.Deep", "public static class Deep { public static int X; }", "1.0.0.0", []);
        var library = CompiledPlugin.Compile(Folder, "Acme.Vendor", "public static class Vendor { public static int X => Deep.X; }", "1.0.0.0", [deep]);
        CompiledPlugin.Make(Folder, CompiledPlugin.Source(constructor: "GC.KeepAlive(Vendor.X);"), RunMode.InProcess, library);
        File.Delete(deep);
        Refused("needs Acme.Deep 1.0.0.0", "copy the whole output folder");
    }

    [Fact]
    public void A_newer_runtime_is_named()
    {
        var framework = CompiledPlugin.Compile(_temp["newer"], "System.Runtime", "namespace Newer; public class Thing { }", "99.0.0.0", [], "System.Private.CoreLib");
        CompiledPlugin.Compile(Folder, "Acme", "public class Acme : Newer.Thing { }", "1.0.0.0", [framework], "System.Private.CoreLib");
        Refused("Acme.dll was built for .NET 99.0 and this program runs on .NET 10.0", "build it for net10.0");
    }

    [Fact]
    public void A_newer_contract_is_named()
    {
        var contract = CompiledPlugin.Compile(_temp["newer"], "ConfEngine.Contract", "namespace ConfEngine.Contract.Kit; public interface IPlugin { }", "99.0.0.0", []);
        CompiledPlugin.Compile(Folder, "Acme", "public class Acme : ConfEngine.Contract.Kit.IPlugin { }", "1.0.0.0", [contract]);
        Refused("Acme.dll was built with ConfEngine.Contract 99.0.0.0 and this program has", "update this program");
    }

    [Theory]
    [InlineData("public class Acme { ConfEngine.Contract.Nothing n; }")]
    [InlineData("sealed class Acme : ConfEngine.Contract.Kit.PluginBase { protected override void Register(ConfEngine.Contract.Kit.MethodRegistry m) { } }")]
    [InlineData("public abstract class Acme : ConfEngine.Contract.Kit.PluginBase { }")]
    public void No_public_class_is_no_plugin(string source)
    {
        CompiledPlugin.Make(Folder, source);
        Refused("Acme.dll has no public class that implements IPlugin", "make yours public");
    }

    [Fact]
    public void An_assembly_without_the_contract_is_no_plugin()
    {
        CompiledPlugin.Make(Folder, "public class Acme { }");
        Refused("Acme.dll does not use ConfEngine.Contract", "implement IPlugin");
    }

    [Fact]
    public void Two_plugins_in_one_assembly_are_named()
    {
        CompiledPlugin.Make(Folder, CompiledPlugin.Source() + CompiledPlugin.Source().Replace("Acme", "Bravo").Split("ConfEngine.Contract.Kit;")[1]);
        Refused("Acme.dll has 2 plugins (Acme, Bravo)", "an assembly and a folder of its own");
    }

    [Theory]
    [InlineData("public Acme() {", "public Acme() { throw new InvalidOperationException(\"first\\nsecond\");", "the constructor of Acme.dll's plugin threw InvalidOperationException: first second", "StartAsync")]
    [InlineData("public Acme() {", "static Acme() { int.Parse(\"x\"); } public Acme() {", "threw FormatException", "StartAsync")]
    [InlineData("public Acme() {", "public Acme(int x) {", "Acme has no public constructor without parameters", "add one")]
    public void A_constructor_that_throws_or_is_missing_is_named(string right, string wrong, string cause, string remedy)
    {
        CompiledPlugin.Make(Folder, CompiledPlugin.Source().Replace(right, wrong));
        Refused(cause, remedy);
    }

    [Fact]
    public void A_broken_list_of_dependencies_is_named()
    {
        CompiledPlugin.Make(Folder, CompiledPlugin.Source());
        File.WriteAllText(Path.Combine(Folder, "Acme.deps.json"), "{");
        Refused("the dependencies of Acme.dll cannot be resolved", "copy its whole output folder");
    }

    private void Refused(string cause, string remedy)
    {
        var exception = Assert.Throws<PluginStartException>(() => LoadedPlugin.Load(Folder, CompiledPlugin.ManifestOf(RunMode.InProcess)));
        Assert.Contains(cause, exception.Cause);
        Assert.Contains(remedy, exception.Remedy);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LoadAndDispose()
    {
        using var loaded = LoadedPlugin.Load(Folder, CompiledPlugin.ManifestOf(RunMode.InProcess));
        return new WeakReference(AssemblyLoadContext.GetLoadContext(loaded.Plugin.GetType().Assembly));
    }
}
