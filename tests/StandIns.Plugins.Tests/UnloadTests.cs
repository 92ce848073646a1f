using System.Runtime.CompilerServices;
using ConfEngine.TestKit.Files;
using McMaster.NETCore.Plugins;

namespace ConfEngine.StandIns.Plugins.Tests;

/// <summary>Plugins go and come back.</summary>
public sealed class UnloadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_of_a_disposed_plugin_stays_in_memory()
    {
        var context = LoadAndDispose(Build(1));
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
    }

    [Fact]
    public void Reload_takes_the_new_build()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Build(1), config =>
        {
            config.IsUnloadable = true;
            config.LoadInMemory = true;
        });
        var raised = 0;
        loader.Reloaded += (sender, args) => raised += ReferenceEquals(sender, loader) && ReferenceEquals(args.Loader, loader) ? 1 : 100;
        Assert.Equal(1, Number(loader));
        Build(2);
        loader.Reload();
        Assert.Equal(2, Number(loader));
        Assert.Equal(1, raised);
    }

    [Fact]
    public void A_loader_for_good_refuses_to_reload()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(Build(1), Type.EmptyTypes);
        Assert.False(loader.IsUnloadable);
        Assert.Contains("IsUnloadable", Assert.Throws<InvalidOperationException>(loader.Reload).Message);
        Assert.Equal(1, Number(loader));
    }

    [Fact]
    public void A_disposed_loader_loads_nothing()
    {
        var loader = PluginLoader.CreateFromAssemblyFile(Build(1), isUnloadable: true, []);
        loader.Dispose();
        loader.Dispose();
        Assert.Throws<ObjectDisposedException>(loader.LoadDefaultAssembly);
        Assert.Throws<ObjectDisposedException>(loader.Reload);
    }

    [Fact]
    public async Task Hot_reload_comes_by_itself_after_the_last_write()
    {
        var path = Build(1);
        using var loader = PluginLoader.CreateFromAssemblyFile(path, config => config.EnableHotReload = true);
        Assert.True(loader.IsUnloadable);
        Assert.Equal(1, Number(loader));
        var reloaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        loader.Reloaded += (_, _) => reloaded.TrySetResult();
        var build = File.ReadAllBytes(Build(2, _folder["other"]));
        // In two pieces: the half of a file is not to be loaded.
        using (var file = new FileStream(path, FileMode.Create))
        {
            file.Write(build.AsSpan(0, build.Length / 2));
            file.Flush(flushToDisk: true);
            file.Write(build.AsSpan(build.Length / 2));
        }

        await reloaded.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(2, Number(loader));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndDispose(string path)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(path, isUnloadable: true, []);
        Assert.Equal(1, Number(loader));
        return new WeakReference(loader.LoadContext);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Number(PluginLoader loader) => (int)TinyAssembly.Call(loader.LoadDefaultAssembly(), "P", "Number")!;

    private string Build(int number, string? folder = null) =>
        TinyAssembly.Compile(folder ?? _folder["plugin"], "P", $"public static class P {{ public static int Number() => {number}; }}", $"{number}.0.0.0");
}
