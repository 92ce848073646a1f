using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Life;
using ConfEngine.PluginHost.Tests.Kit;

namespace ConfEngine.PluginHost.Tests.Life;

public sealed class StartTests
{
    [Fact]
    public void A_plugin_is_greeted_started_and_at_work()
    {
        using var world = new World();
        world.Records.Settings["url"] = "https://x";
        world.Records.Secrets["token"] = "hunter22";
        world.Put(World.Manifest());
        world.Begin();
        var status = world.Status();
        Assert.Equal((PluginState.Running, "", 1, RunMode.Executable), (status.State, status.Cause, status.ContractVersion, status.Run));
        Assert.Equal(5000, status.Limits.CallTimeoutMs);
        Assert.Equal(1 << 20, status.Figures.MemoryBytes);
        var plugin = world.Last.Plugin;
        Assert.Equal(["plugin.hello", "plugin.start"], plugin.Calls.Select(call => call.Method));
        var hello = plugin.Calls[0].Read<HelloRequest>();
        Assert.Equal((1, 1, "ConfEngine", "0.4.0", 4194304), (hello.ContractFloor, hello.ContractCeiling, hello.HostName, hello.HostVersion, hello.MaxMessageBytes));
        var start = plugin.Started!;
        Assert.Equal(("https://x", "hunter22", "Aurora", "de", "Europe/Berlin", "/data/acme", 1), (start.Settings["url"], start.Secrets["token"], start.RoomName, start.Locale, start.TimeZone, start.DataFolder, start.ContractVersion));
        Assert.Null(start.State);
    }

    [Theory]
    [InlineData(2, 3, "too new", "update ConfEngine")]
    [InlineData(0, 0, "too old", "newer version of the plugin")]
    [InlineData(3, 2, "no range", "author")]
    public void Another_contract_is_refused_with_the_remedy(int floor, int ceiling, string what, string remedy)
    {
        using var world = new World().Put(World.Manifest(), plugin => plugin.Hello = plugin.Hello with { ContractFloor = floor, ContractCeiling = ceiling });
        world.Begin();
        Assert.Equal(PluginState.Refused, world.Status().State);
        Assert.Contains(what, world.Status().Cause);
        Assert.Contains(remedy, world.Status().Cause);
        Assert.Equal(0, world.Last.Plugin.Count("plugin.start"));
        Assert.True(world.Last.IsDisposed);
    }

    [Fact]
    public void Another_contract_in_the_manifest_is_refused_without_a_start()
    {
        using var world = new World().Put(World.Manifest() with { Contract = new ContractVersion(2, 5) });
        world.Begin();
        Assert.Equal(PluginState.Refused, world.Status().State);
        Assert.Contains("acme 1.0.0 is too new: it needs contract 2 to 5, and this ConfEngine 0.4.0 speaks 1", world.Status().Cause);
        Assert.Empty(world.Channels.Opened);
    }

    [Theory]
    [InlineData("other", "1.0.0", "booking")]
    [InlineData("acme", "1.0.1", "booking")]
    [InlineData("acme", "1.0.0", "telephony")]
    public void A_plugin_that_is_not_who_its_manifest_says_is_refused(string id, string version, string capability)
    {
        using var world = new World().Put(World.Manifest(), plugin => plugin.Hello = plugin.Hello with { PluginId = id, PluginVersion = version, Capabilities = [capability] });
        world.Begin();
        Assert.Equal(PluginState.Refused, world.Status().State);
        Assert.Contains("make them the same", world.Status().Cause);
    }

    [Fact]
    public void Stricter_limits_of_the_plugin_count()
    {
        using var world = new World().Put(World.Manifest(limits: new PluginLimits { Calls = CallOrder.Parallel, CallTimeoutMs = 3000, CallsPerSecond = 50 }),
            plugin => plugin.Hello = plugin.Hello with { Limits = new PluginLimits { Calls = CallOrder.Parallel, CallTimeoutMs = 9000, CallsPerSecond = 20, PlayLimit = 12 } });
        world.Begin();
        var limits = world.Status().Limits;
        Assert.Equal((CallOrder.Parallel, 3000, 20, 12, 8), (limits.Calls, limits.CallTimeoutMs, limits.CallsPerSecond, limits.PlayLimit, limits.MaxParallel));
    }

    [Fact]
    public void A_changed_plugin_that_was_trusted_is_refused_until_it_is_trusted_again()
    {
        using var world = new World().Put(World.Manifest());
        world.Records.Pins["acme"] = new string('a', 64);
        world.Begin();
        Assert.Equal(PluginState.Refused, world.Status().State);
        Assert.Contains("confengine plugin trust acme", world.Status().Cause);
        Assert.Empty(world.Channels.Opened);
        Assert.Equal(PluginState.Running, world.Get(world.System.TrustAsync("acme")).State);
        Assert.Equal(World.DigestOf("acme", "1.0.0"), world.Records.Pins["acme"]);
        Assert.True(world.Status().Pinned);
    }

    [Fact]
    public void Where_only_pinned_plugins_run_others_are_refused_but_for_the_programs_own()
    {
        using var world = new World(pinnedOnly: true).Put(World.Manifest()).Put(World.Manifest("own"), isBuiltIn: true);
        world.Begin();
        Assert.Equal(PluginState.Refused, world.Status().State);
        Assert.Contains("confengine plugin trust acme", world.Status().Cause);
        Assert.Equal(PluginState.Running, world.Status("own").State);
    }

    [Fact]
    public void A_missing_setting_is_named_and_setting_it_starts_the_plugin()
    {
        using var world = new World().Put(World.Manifest(settings: new SettingSpec { Name = "url", Type = SettingType.Text, Required = true }));
        world.Begin();
        Assert.Equal((PluginState.Refused, "setting \"url\" is not set"), (world.Status().State, world.Status().Cause));
        Assert.Equal(PluginState.Running, world.Get(world.System.ConfigureAsync("acme", "url", "x")).State);
        Assert.Equal("bad-settings", world.Catch<ContractException>(world.System.ConfigureAsync("acme", "uri", "x")).Error.Code);
    }

    [Fact]
    public void A_setting_that_the_plugin_does_not_like_is_refused_with_its_name()
    {
        using var world = new World().Put(World.Manifest(), plugin => plugin.Failing("plugin.start", ErrorCodes.BadSettings, "url"));
        world.Begin();
        Assert.Equal(PluginState.Refused, world.Status().State);
        Assert.StartsWith("setting \"url\" is wrong: no; correct it in", world.Status().Cause);
        Assert.True(world.Last.IsDisposed);
    }

    [Fact]
    public void A_folder_without_a_usable_manifest_is_listed_with_its_problem()
    {
        using var world = new World();
        world.Packages.Found.Add(new FoundPlugin("/plugins/broken", "broken", null, "plugin.json: \"versoin\" is unknown; did you mean \"version\"?"));
        world.Begin();
        Assert.Equal((PluginState.Refused, "plugin.json: \"versoin\" is unknown; did you mean \"version\"?"), (world.Status("broken").State, world.Status("broken").Cause));
    }

    [Fact]
    public void The_second_of_two_plugins_with_one_id_is_listed_as_refused()
    {
        using var world = new World().Put(World.Manifest());
        world.Packages.Found.Add(new FoundPlugin("/plugins/copy", "acme", null, "the id acme is taken by /plugins/acme"));
        world.Begin();
        Assert.Equal([PluginState.Running, PluginState.Refused], world.System.Plugins.Select(status => status.State));
        Assert.Equal("/plugins/copy", world.System.Plugins[1].Folder);
    }

    [Fact]
    public void A_plugin_that_cannot_be_opened_is_tried_again()
    {
        using var world = new World().Put(World.Manifest());
        world.Channels.Fault = _ => new PluginStartException("Acme.dll is missing", "copy it");
        world.Begin();
        Assert.Equal((PluginState.Faulted, "Acme.dll is missing; copy it"), (world.Status().State, world.Status().Cause));
        world.Channels.Fault = _ => null;
        world.Advance(1);
        Assert.Equal(PluginState.Running, world.Status().State);
    }

    [Fact]
    public void A_plugin_that_does_not_answer_its_start_in_time_is_a_fault()
    {
        using var world = new World().Put(World.Manifest(limits: new PluginLimits { StartTimeoutMs = 2000 }), plugin => plugin.Silent("plugin.start"));
        world.Begin();
        Assert.Equal(PluginState.Starting, world.Status().State);
        world.Advance(1.9);
        Assert.Equal(PluginState.Starting, world.Status().State);
        world.Advance(0.2);
        Assert.Equal(PluginState.Faulted, world.Status().State);
        Assert.Contains("time to start", world.Status().Cause);
        Assert.True(world.Last.IsDisposed);
    }

    [Fact]
    public void A_new_version_that_does_not_start_gives_way_to_the_last_one_that_did()
    {
        using var world = new World().Put(World.Manifest());
        var old = world.Packages.Found[0].Package!;
        world.Packages.MarkGood(old);
        world.Put(World.Manifest(version: "2.0.0"), plugin => plugin.Failing("plugin.start", ErrorCodes.Internal));
        world.Begin();
        var status = world.Status();
        Assert.Equal((PluginState.Running, "1.0.0"), (status.State, status.Manifest!.Version));
        Assert.Contains("2.0.0 was not taken: it could not start: no; 1.0.0 goes on", status.Cause);
        world.Rescan();
        Assert.Equal(2, world.Channels.Opened.Count);
        world.Put(World.Manifest(version: "2.0.1")).Rescan();
        Assert.Equal(("2.0.1", ""), (world.Status().Manifest!.Version, world.Status().Cause));
    }
}
