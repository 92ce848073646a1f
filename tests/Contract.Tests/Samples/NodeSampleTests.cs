using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.ExternalSync;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Vendor;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Node;

namespace ConfEngine.Contract.Tests.Samples;

public sealed class NodeSampleTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly WebSystem _system = new();

    public void Dispose()
    {
        _system.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_status_reaches_the_other_system_once_for_a_key()
    {
        using var plugin = Started();
        var update = new StatusUpdate
        {
            IdempotencyKey = "k-1",
            Status = MeetingStatus.DeviceTesting,
            Vendor = new VendorStatus { Code = "7", Platform = "web" },
            TimeMs = 1_700_000_000_123,
            Meeting = new MeetingReference { MeetingId = "m1", Subject = "周会" },
        };
        for (var i = 0; i < 2; i++) plugin.Call(ExternalSyncMethods.UpdateStatus, update);
        plugin.Call(ExternalSyncMethods.NotifyIdle, new StatusNotify { IdempotencyKey = "k-2" });
        var (key, authorization, body) = _system.Take();
        Assert.Equal(("k-1", "Bearer hush"), (key, authorization));
        Assert.Equal(("status", "device-testing", "7", "web", 1_700_000_000_123, "周会"),
            ((string?)body["event"], (string?)body["status"], (string?)body["raw"], (string?)body["platform"], (long?)body["timeMs"], (string?)body["meeting"]!["subject"]));
        Assert.Equal("idle", (string?)_system.Take().Body["event"]);
        plugin.Call(LifeMethods.Stop, Nothing.Instance);
        Assert.Equal(0, plugin.End());
        Assert.Equal("", plugin.Log);
    }

    [Fact]
    public void A_custom_event_keeps_its_type_and_payload()
    {
        using var plugin = Started();
        plugin.Call(ExternalSyncMethods.SendEvent, new CustomEvent { IdempotencyKey = "k-1", Type = "acme.hand", Payload = """{"up":true}""" });
        var body = _system.Take().Body;
        Assert.Equal(("custom", "acme.hand", """{"up":true}"""), ((string?)body["event"], (string?)body["type"], (string?)body["payload"]));
    }

    [Fact]
    public void A_system_that_refuses_is_the_neutral_error_with_its_code()
    {
        _system.Answer = HttpStatusCode.Unauthorized;
        using var plugin = Started();
        var id = plugin.Ask(ExternalSyncMethods.Login, new LoginRequest { IdempotencyKey = "k-1", UserName = "u", Password = "p" });
        Assert.Equal("401", plugin.Notice(ExternalSyncNotices.AuthExpired).Vendor?.Code);
        var error = plugin.Response(id).Error!;
        Assert.Equal((ErrorCodes.AuthExpired, "401"), (error.Code, error.VendorCode));
        _system.Answer = HttpStatusCode.OK;
        plugin.Call(ExternalSyncMethods.Login, new LoginRequest { IdempotencyKey = "k-1", UserName = "u", Password = "p" });
        Assert.DoesNotContain("\"p\"", _system.Take().Body.ToJsonString() + _system.Take().Body.ToJsonString());
    }

    [Fact]
    public void A_system_that_is_not_there_is_told_once_as_health()
    {
        using var plugin = Started(url: "http://127.0.0.1:1/");
        for (var i = 0; i < 2; i++)
        {
            var id = plugin.Ask(ExternalSyncMethods.Logout, new LogoutRequest { IdempotencyKey = "k-1" });
            if (i == 0) Assert.False(plugin.Notice(LifeNotices.Health).Healthy);
            Assert.Equal(ErrorCodes.Network, plugin.Response(id).Error?.Code);
        }
    }

    [Fact]
    public void A_cancel_ends_a_call_that_waits()
    {
        _system.IsSilent = true;
        using var plugin = Started();
        var id = plugin.Ask(ExternalSyncMethods.Logout, new LogoutRequest { IdempotencyKey = "k-1" });
        _system.Take();
        plugin.Call(LifeMethods.Ping, Nothing.Instance);
        plugin.Cancel(id);
        Assert.Equal(ErrorCodes.Cancelled, plugin.Response(id).Error?.Code);
    }

    [Fact]
    public void Settings_are_checked_and_everything_has_its_time()
    {
        using var plugin = Run();
        Assert.Equal(ErrorCodes.WrongState, plugin.Fail(LifeMethods.Start, new StartRequest()).Code);
        Assert.Equal(ErrorCodes.ContractMismatch, plugin.Fail(LifeMethods.Hello, new HelloRequest { ContractFloor = 2, ContractCeiling = 3 }).Code);
        plugin.Hello(hello => Assert.Equal("samples.node", hello.PluginId));
        Assert.Equal(ErrorCodes.WrongState, plugin.Fail(ExternalSyncMethods.Logout, new LogoutRequest { IdempotencyKey = "k" }).Code);
        Assert.Equal((ErrorCodes.BadSettings, "url"), plugin.Fail(LifeMethods.Start, PluginProcess.Settings(new() { ["url"] = "no address" })));
        Assert.Equal((ErrorCodes.BadSettings, "url"), plugin.Fail(LifeMethods.Start, PluginProcess.Settings(new() { ["url"] = "http://example.org/" })));
        plugin.Start(new() { ["url"] = "https://example.org/" });
        Assert.Equal((ErrorCodes.InvalidArgument, "idempotency_key"), plugin.Fail(ExternalSyncMethods.Logout, new LogoutRequest { IdempotencyKey = "a b" }));
        Assert.Equal(ErrorCodes.Unsupported, plugin.Fail(Contract.Booking.BookingMethods.Vmrs, Nothing.Instance).Code);
    }

    [Fact]
    public void Without_an_address_events_are_lines_of_the_log()
    {
        using var plugin = Run();
        plugin.Hello(_ => { });
        plugin.Start([]);
        plugin.Call(ExternalSyncMethods.Login, new LoginRequest { IdempotencyKey = "k-1", UserName = "ada", Password = "hush" });
        Assert.Equal(0, plugin.End());
        Assert.Equal("{\"event\":\"login\",\"user\":\"ada\"}\n", plugin.Log);
    }

    [Theory]
    [InlineData("c1")]
    [InlineData("93 00 01")]
    [InlineData("c0")]
    public void Bytes_that_break_the_contract_end_it(string hex)
    {
        using var plugin = Started();
        plugin.Send(Convert.FromHexString(hex.Replace(" ", "")));
        Assert.NotEqual(0, plugin.End());
        Assert.NotEqual("", plugin.Log);
    }

    [Fact]
    public void Its_MessagePack_is_the_one_that_the_tests_install()
    {
        static string? Entry(params string[] file) =>
            JsonNode.Parse(File.ReadAllText(Checkout.At([.. file, "package-lock.json"])))!["packages"]!["node_modules/@msgpack/msgpack"]!.ToJsonString();
        Assert.Equal(Entry("tests", "TestKit", "Node"), Entry("plugins", "samples-node"));
        Assert.DoesNotContain("resolved", Entry("plugins", "samples-node"));
    }

    private PluginProcess Run()
    {
        NodePackages.Install();
        foreach (var file in Directory.EnumerateFiles(Checkout.At("plugins", "samples-node"))) File.Copy(file, _folder[Path.GetFileName(file)]);
        Directory.CreateSymbolicLink(_folder["node_modules"], Path.Combine(NodePackages.Folder, "node_modules"));
        return new PluginProcess(_folder.FullName, "node", "plugin.mjs");
    }

    private PluginProcess Started(string? url = null)
    {
        var plugin = Run();
        plugin.Hello(hello => Assert.Equal([Capabilities.ExternalSync], hello.Capabilities));
        plugin.Start(new() { ["url"] = url ?? _system.Address, ["allow_plain"] = "true" }, new() { ["token"] = "hush" });
        return plugin;
    }
}
