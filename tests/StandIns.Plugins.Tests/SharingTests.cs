using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using ConfEngine.TestKit.Files;
using McMaster.NETCore.Plugins;

namespace ConfEngine.StandIns.Plugins.Tests;

/// <summary>A type of the host's that plugins implement.</summary>
public interface IGreeter
{
    /// <summary>Says something.</summary>
    string Greet();
}

/// <summary>Which assemblies are the host's and which the plugin's own.</summary>
public sealed class SharingTests : IDisposable
{
    private const string Greeter = "public sealed class Greeter : ConfEngine.StandIns.Plugins.Tests.IGreeter { public string Greet() => Library.Name.Text; }";
    private readonly TempFolder _folder = new();

    private static string Own => typeof(IGreeter).Assembly.Location;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_shared_type_is_the_hosts_type()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(MakeGreeter(), isUnloadable: true, [typeof(IGreeter)]);
        var type = loader.LoadDefaultAssembly().GetType("Greeter", throwOnError: true)!;
        Assert.Equal("of the plugin", Assert.IsType<IGreeter>(Activator.CreateInstance(type), exactMatch: false).Greet());
        Assert.Same(loader.LoadContext, AssemblyLoadContext.GetLoadContext(type.Assembly));
    }

    [Fact]
    public void A_type_that_is_not_shared_is_the_plugins_own_where_the_folder_has_it()
    {
        var path = MakeGreeter();
        File.Copy(Own, Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(Own)));
        using var loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, []);
        var type = loader.LoadDefaultAssembly().GetType("Greeter", throwOnError: true)!;
        Assert.False(typeof(IGreeter).IsAssignableFrom(type));
        Assert.Equal(typeof(IGreeter).FullName, type.GetInterfaces().Single().FullName);
    }

    [Fact]
    public void What_a_shared_assembly_references_is_shared_too()
    {
        var other = Host("Other", "public class Thing { }");
        var facade = Host("Facade", "public class Door { public static Thing Make() => new Thing(); }", other);
        var host = new FolderContext(_folder["host"]);
        File.Copy(other, Path.Combine(Folder("plugin"), "Other.dll"));
        var plugin = TinyAssembly.Compile(Folder("plugin"), "P", "public class P { public static object Make() => Door.Make(); public static System.Type Mine() => typeof(Thing); }", "1.0.0.0", other, facade);

        foreach (var lazy in (bool[])[false, true])
        {
            using var loader = PluginLoader.CreateFromAssemblyFile(plugin, config =>
            {
                config.DefaultContext = host;
                config.IsUnloadable = true;
                config.IsLazyLoaded = lazy;
                config.SharedAssemblies.Add(new AssemblyName("Facade"));
            });
            var assembly = loader.LoadDefaultAssembly();
            Assert.Same(host, AssemblyLoadContext.GetLoadContext(TinyAssembly.Call(assembly, "P", "Make")!.GetType().Assembly));
            Assert.Same(host, AssemblyLoadContext.GetLoadContext(((Type)TinyAssembly.Call(assembly, "P", "Mine")!).Assembly));
        }
    }

    [Fact]
    public void A_private_assembly_is_the_plugins_own_even_if_shared()
    {
        var (host, plugin) = MakeLibraryUser(hostVersion: "1.0.0.0", pluginVersion: "1.0.0.0");
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin, config =>
        {
            config.DefaultContext = host;
            config.IsUnloadable = true;
            config.PreferSharedTypes = true;
            config.SharedAssemblies.Add(new AssemblyName("Library"));
            config.PrivateAssemblies.Add(new AssemblyName("Library"));
        });
        Assert.Equal("of the plugin", TinyAssembly.Call(loader.LoadDefaultAssembly(), "P", "Name"));
    }

    [Theory]
    [InlineData("1.0.0.0", "2.0.0.0", false, "of the plugin")]
    [InlineData("2.0.0.0", "1.0.0.0", false, "of the plugin")]
    [InlineData("2.0.0.0", "1.0.0.0", true, "of the host")]
    [InlineData("1.0.0.0", "2.0.0.0", true, "of the plugin")]
    public void A_library_in_two_versions_is_each_ones_own_unless_the_hosts_is_preferred_and_new_enough(string hosts, string plugins, bool prefer, string expected)
    {
        var (host, plugin) = MakeLibraryUser(hosts, plugins);
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin, config =>
        {
            config.DefaultContext = host;
            config.IsUnloadable = true;
            config.PreferSharedTypes = prefer;
        });
        Assert.Equal(expected, TinyAssembly.Call(loader.LoadDefaultAssembly(), "P", "Name"));
        Assert.Equal("of the host", TinyAssembly.Call(host.LoadFromAssemblyName(new AssemblyName("Library")), "Library.Name", "Get"));
    }

    [Fact]
    public void A_missing_dependency_is_named()
    {
        var path = MakeGreeter();
        File.Delete(Path.Combine(Path.GetDirectoryName(path)!, "Library.dll"));
        using var loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, [typeof(IGreeter)]);
        var greeter = (IGreeter)Activator.CreateInstance(loader.LoadDefaultAssembly().GetType("Greeter")!)!;
        Assert.StartsWith("Library,", Assert.Throws<FileNotFoundException>(greeter.Greet).FileName);
    }

    [Fact]
    public void A_missing_or_wrong_main_assembly_fails_when_it_is_loaded()
    {
        using var missing = PluginLoader.CreateFromAssemblyFile(_folder["None.dll"], isUnloadable: true, []);
        Assert.Throws<FileNotFoundException>(missing.LoadDefaultAssembly);
        File.WriteAllText(_folder["Text.dll"], "not an assembly");
        using var wrong = PluginLoader.CreateFromAssemblyFile(_folder["Text.dll"], isUnloadable: true, []);
        Assert.Throws<BadImageFormatException>(wrong.LoadDefaultAssembly);
        Assert.Throws<ArgumentException>(() => new PluginConfig("Text.dll"));
    }

    [Fact]
    public void Assemblies_load_by_name_and_by_path_and_from_memory()
    {
        var path = MakeGreeter();
        using var loader = PluginLoader.CreateFromAssemblyFile(path, [typeof(IGreeter)], config => config.LoadInMemory = true);
        Assert.Equal("", loader.LoadDefaultAssembly().Location);
        Assert.Same(loader.LoadAssembly("Library"), loader.LoadAssembly(new AssemblyName("Library")));
        var third = TinyAssembly.Compile(Folder("elsewhere"), "Third", "public class T { }");
        Assert.NotNull(loader.LoadAssemblyFromPath(third).GetType("T"));
        using (loader.EnterContextualReflection()) Assert.Same(loader.LoadContext, AssemblyLoadContext.CurrentContextualReflectionContext);
    }

    [Fact]
    public void Native_libraries_are_found_in_the_folder()
    {
        const string Code = """
            public static class N
            {
                [System.Runtime.InteropServices.DllImport("tinynative")] static extern int never();
                public static string Try() { try { never(); return "found"; } catch (System.EntryPointNotFoundException) { return "found"; } catch (System.DllNotFoundException) { return "missing"; } }
            }
            """;
        var path = TinyAssembly.Compile(Folder("native"), "N", Code);
        using (var without = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, []))
            Assert.Equal("missing", TinyAssembly.Call(without.LoadDefaultAssembly(), "N", "Try"));
        var runtime = RuntimeEnvironmentFolder();
        File.Copy(Path.Combine(runtime, "libSystem.Native.so"), Path.Combine(Folder("native"), "libtinynative.so"));
        using var with = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, []);
        Assert.Equal("found", TinyAssembly.Call(with.LoadDefaultAssembly(), "N", "Try"));
    }

    private static string RuntimeEnvironmentFolder() => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private string MakeGreeter()
    {
        var library = TinyAssembly.Compile(Folder("plugin"), "Library", "namespace Library; public static class Name { public static string Text => \"of the plugin\"; }");
        return TinyAssembly.Compile(Folder("plugin"), "Greeter", Greeter, "1.0.0.0", library, Own);
    }

    private (AssemblyLoadContext Host, string Plugin) MakeLibraryUser(string hostVersion, string pluginVersion)
    {
        const string Code = "namespace Library; public static class Name { public static string Get() => \"of the WHO\"; }";
        TinyAssembly.Compile(Folder("host"), "Library", Code.Replace("WHO", "host"), hostVersion);
        var own = TinyAssembly.Compile(Folder("plugin"), "Library", Code.Replace("WHO", "plugin"), pluginVersion);
        var plugin = TinyAssembly.Compile(Folder("plugin"), "P", "public static class P { public static string Name() => Library.Name.Get(); }", "1.0.0.0", own);
        return (new FolderContext(_folder["host"]), plugin);
    }

    private string Host(string name, string code, params string[] references) => TinyAssembly.Compile(Folder("host"), name, code, "1.0.0.0", references);

    private string Folder(string name) => Directory.CreateDirectory(_folder[name]).FullName;

    // A host whose assemblies a test can make up. As the default context does, it refuses to give an older version than was asked for.
    private sealed class FolderContext(string folder) : AssemblyLoadContext(isCollectible: true)
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= (assemblyName.Version ?? new Version(0, 0)) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
