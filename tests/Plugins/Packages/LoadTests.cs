using System.Text;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Life;
using ConfEngine.Plugins.Stages;

namespace ConfEngine.Plugins.Packages;

/// <summary>Plugins that will not load, and such as bring other libraries than the host has.</summary>
public class LoadTests
{
    public static TheoryData<RunMode> Ways => new(RunMode.InProcess, RunMode.Child);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_no_assembly_is_told(RunMode run) =>
        await WillNotLoadAsync(run, Encoding.UTF8.GetBytes("this is a text"), "ChaosPlugin.dll");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_assembly_without_a_plugin_is_told(RunMode run) => await WillNotLoadAsync(run, Compiled.Make("ChaosPlugin", "public class Nothing;"), "IPlugin");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_assembly_with_two_plugins_is_told(RunMode run) => await WillNotLoadAsync(run, Compiled.Make("ChaosPlugin", """
        public class First : ConfEngine.Contract.Kit.BookingPlugin;
        public class Second : ConfEngine.Contract.Kit.BookingPlugin;
        """), "Second");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_constructor_that_throws_is_told(RunMode run) => await WillNotLoadAsync(run, Compiled.Make("ChaosPlugin", """
        public class First : ConfEngine.Contract.Kit.BookingPlugin
        {
            public First() => throw new System.InvalidOperationException("not today");
        }
        """), "not today");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_dependency_that_is_missing_is_named(RunMode run)
    {
        var library = Compiled.Library("Absent", "1.0.0.0");
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithFile("ChaosPlugin.deps.json", null).WithFile("ChaosPlugin.dll", Compiled.Plugin("Absent.Version", library)).Write();
        stage.System.Start();
        // It is told before the first call that would need it.
        var status = await stage.WhenAsync("chaos", status => status.State is PluginState.Refused or PluginState.Faulted);
        Assert.Contains("needs Absent 1.0.0.0", status.Cause, StringComparison.Ordinal);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_dependency_of_the_plugins_own_type_that_is_missing_stops_it_from_loading(RunMode run)
    {
        var library = Compiled.Make("Absent", "namespace Absent; public class Base : ConfEngine.Contract.Kit.BookingPlugin;");
        await WillNotLoadAsync(run, Compiled.Make("ChaosPlugin", "public class First : Absent.Base { public ConfEngine.Contract.Nothing Nothing; }", library), "Absent");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Each_plugin_has_the_version_of_a_library_that_it_brought(RunMode run)
    {
        byte[] old = Compiled.Library("Shared", "1.0.0.0"), young = Compiled.Library("Shared", "2.5.0.0");
        using var stage = new Stage();
        Plant.Chaos(stage, "old", run).WithFile("ChaosPlugin.deps.json", null).WithFile("Shared.dll", old).WithFile("ChaosPlugin.dll", Compiled.Plugin("Shared.Version", old)).Write();
        Plant.Chaos(stage, "young", run).WithFile("ChaosPlugin.deps.json", null).WithFile("Shared.dll", young).WithFile("ChaosPlugin.dll", Compiled.Plugin("Shared.Version", young)).Write();
        await stage.StartAsync("old");
        await stage.WhenRunningAsync("young");
        Assert.Equal(("1.0.0.0", "2.5.0.0"), (await stage.AskAsync("old", "x"), await stage.AskAsync("young", "x")));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_library_that_the_host_has_too_is_the_plugins_own(RunMode run)
    {
        // The host's own Polly, as the plugin sees it: an impostor of another version with a type that the real one lacks.
        var impostor = Compiled.Make("Polly.Core", """
            [assembly: System.Reflection.AssemblyVersion("99.0.0.0")]
            public static class Impostor { public static string Name => typeof(Impostor).Assembly.GetName().Version.ToString(); }
            """);
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithFile("ChaosPlugin.deps.json", null).WithFile("Polly.Core.dll", impostor).WithFile("ChaosPlugin.dll", Compiled.Plugin("Impostor.Name", impostor)).Write();
        await stage.StartAsync("chaos");
        Assert.Equal("99.0.0.0", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    private static async Task WillNotLoadAsync(RunMode run, byte[] assembly, string word)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithFile("ChaosPlugin.deps.json", null).WithFile("ChaosPlugin.dll", assembly).Write();
        stage.System.Start();
        var status = await stage.WhenAsync("chaos", status => status.State is PluginState.Refused or PluginState.Faulted);
        Assert.Contains(word, status.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', status.Cause);
        var refused = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "x"));
        Assert.Equal(ErrorCodes.Unavailable, refused.Error.Code);
        await stage.NobodyElseIsHarmedAsync();
    }
}
