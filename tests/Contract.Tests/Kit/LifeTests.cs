using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;

namespace ConfEngine.Contract.Tests.Kit;

public sealed class LifeTests
{
    private static readonly StartRequest s_start = new() { ContractVersion = 1 };

    [Fact]
    public void Hello_says_who_it_is()
    {
        using var served = new Served(new ScriptedPlugin());
        var hello = served.Call(LifeMethods.Hello, Served.HelloOf(1, 1));
        Assert.Equal(("test.plugin", "1.2.3", 1, 2), (hello.PluginId, hello.PluginVersion, hello.ContractFloor, hello.ContractCeiling));
        Assert.Equal([Capabilities.Booking], hello.Capabilities);
        Assert.Equal(700, hello.Limits?.CallTimeoutMs);
    }

    [Theory]
    [InlineData(3, 9, "install a newer version of the plugin")]
    [InlineData(0, 0, "update the program")]
    public void No_version_in_common_is_a_sentence_with_the_remedy(int floor, int ceiling, string remedy)
    {
        using var served = new Served(new ScriptedPlugin());
        var error = served.Response(served.Ask(LifeMethods.Hello, Served.HelloOf(floor, ceiling))).Error;
        Assert.Equal(ErrorCodes.ContractMismatch, error?.Code);
        Assert.Contains("test.plugin 1.2.3 speaks version 1 to 2", error?.Message);
        Assert.Contains(remedy, error?.Message);
    }

    [Fact]
    public void Everything_has_its_time()
    {
        using var served = new Served(new ScriptedPlugin());
        Assert.Equal(ErrorCodes.WrongState, served.Fail(LifeMethods.Ping, Nothing.Instance));
        Assert.Equal(ErrorCodes.WrongState, served.Fail(LifeMethods.Start, s_start));
        served.Call(LifeMethods.Hello, Served.HelloOf(1, 1));
        served.Call(LifeMethods.Ping, Nothing.Instance);
        Assert.Equal(ErrorCodes.WrongState, served.Fail(BookingMethods.Detail, new DetailRequest()));
        Assert.Equal(ErrorCodes.WrongState, served.Fail(LifeMethods.Save, Nothing.Instance));
        served.Call(LifeMethods.Start, s_start);
        Assert.Equal(ErrorCodes.WrongState, served.Fail(LifeMethods.Start, s_start));
        served.Call(BookingMethods.Detail, new DetailRequest());
        served.Call(LifeMethods.Stop, Nothing.Instance);
        Assert.Equal(ErrorCodes.WrongState, served.Fail(BookingMethods.Detail, new DetailRequest()));
    }

    [Fact]
    public void A_start_with_a_version_that_it_does_not_speak_is_refused()
    {
        using var served = new Served(new ScriptedPlugin());
        served.Call(LifeMethods.Hello, Served.HelloOf(1, 9));
        Assert.Equal(ErrorCodes.ContractMismatch, served.Fail(LifeMethods.Start, new StartRequest { ContractVersion = 3 }));
        served.Call(LifeMethods.Start, new StartRequest { ContractVersion = 2 });
    }

    [Fact]
    public void Bad_settings_name_the_setting_and_a_second_start_may_be_better()
    {
        using var served = new Served(new ScriptedPlugin
        {
            Start = context => context.Text("url") == "good" ? ValueTask.CompletedTask : throw new ContractException(ErrorCodes.BadSettings, "no", "url"),
        });
        served.Call(LifeMethods.Hello, Served.HelloOf(1, 1));
        var error = served.Response(served.Ask(LifeMethods.Start, s_start)).Error;
        Assert.Equal((ErrorCodes.BadSettings, "url"), (error?.Code, error?.Field));
        served.Call(LifeMethods.Start, s_start with { Settings = new Dictionary<string, string> { ["url"] = "good" } });
    }

    [Fact]
    public void A_second_start_while_the_first_is_under_way_is_refused()
    {
        var gate = new TaskCompletionSource();
        using var served = new Served(new ScriptedPlugin { Start = async _ => await gate.Task });
        served.Call(LifeMethods.Hello, Served.HelloOf(1, 1));
        var first = served.Ask(LifeMethods.Start, s_start);
        Assert.Equal(ErrorCodes.WrongState, served.Fail(LifeMethods.Start, s_start));
        Assert.Equal(ErrorCodes.WrongState, served.Fail(BookingMethods.Detail, new DetailRequest()));
        gate.SetResult();
        Assert.Null(served.Response(first).Error);
    }

    [Fact]
    public void State_is_handed_over_and_has_an_end()
    {
        var size = SavedState.MaxBytes;
        using var served = Served.Started(new ScriptedPlugin { Save = () => new(new byte[size]) });
        Assert.Equal(size, served.Call(LifeMethods.Save, Nothing.Instance).State?.Length);
        size++;
        Assert.Equal(ErrorCodes.TooLong, served.Fail(LifeMethods.Save, Nothing.Instance));
    }

    [Fact]
    public void A_plugin_that_was_not_started_is_not_stopped()
    {
        var stopped = false;
        using var served = new Served(new ScriptedPlugin
        {
            Stop = () =>
            {
                stopped = true;
                return ValueTask.CompletedTask;
            },
        });
        served.Call(LifeMethods.Hello, Served.HelloOf(1, 1));
        served.Call(LifeMethods.Stop, Nothing.Instance);
        Assert.False(stopped);
    }

    [Fact]
    public void The_context_knows_settings_secrets_and_the_room()
    {
        var plugin = new ScriptedPlugin();
        using var served = Served.Started(plugin, new StartRequest
        {
            ContractVersion = 1,
            Settings = new Dictionary<string, string> { ["text"] = "东", ["number"] = "-2.5e3", ["flag"] = "true", ["choice"] = "b", ["no_number"] = "x", ["no_flag"] = "yes" },
            Secrets = new Dictionary<string, string> { ["token"] = "t" },
            State = [7],
            RoomName = "Room 1",
            Locale = "zh-CN",
            TimeZone = "Asia/Shanghai",
            DataFolder = "/data",
        });
        var context = plugin.Context!;
        Assert.Equal(("东", -2500.0, true, "b", "t"), (context.Text("text"), context.Number("number"), context.Flag("flag"), context.Choice("choice"), context.Secret("token")));
        Assert.Equal(("", null, false, "", null), (context.Text("none"), context.Number("none"), context.Flag("none"), context.Choice("none"), context.Secret("text")));
        Assert.Equal((1, "Room 1", "zh-CN", "Asia/Shanghai", "/data"), (context.ContractVersion, context.RoomName, context.Locale, context.TimeZone, context.DataFolder));
        Assert.Equal([7], context.State);
        Assert.Equal("no_number", Assert.Throws<ContractException>(() => context.Number("no_number")).Error.Field);
        Assert.Equal("no_flag", Assert.Throws<ContractException>(() => context.Flag("no_flag")).Error.Field);
    }

    [Fact]
    public void A_line_of_the_log_is_one_line_and_cut()
    {
        var plugin = new ScriptedPlugin();
        using var served = Served.Started(plugin);
        plugin.Context!.Log(LogLevel.Warning, "a\r\nb" + string.Concat(Enumerable.Repeat("😀", 500)));
        var line = served.Notice(LifeNotices.Log);
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.StartsWith("a  b😀", line.Text);
        Assert.EndsWith("😀…", line.Text);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line.Text), 1018, 1024);
    }

    [Fact]
    public void Health_is_told_on_change_only()
    {
        var plugin = new ScriptedPlugin();
        using var served = Served.Started(plugin);
        foreach (var healthy in new[] { false, false, true, true }) plugin.Context!.Health(healthy, healthy ? "" : "down");
        Assert.Equal(new HealthNotice { Text = "down" }, served.Notice(LifeNotices.Health));
        Assert.Equal(new HealthNotice { Healthy = true }, served.Notice(LifeNotices.Health));
        served.AssertSilent();
    }

    [Fact]
    public void A_plugin_whose_methods_clash_says_so_at_hello()
    {
        using var served = new Served(new ClashingPlugin());
        var error = served.Response(served.Ask(LifeMethods.Hello, Served.HelloOf(1, 1))).Error;
        Assert.Equal(ErrorCodes.Internal, error?.Code);
        Assert.Contains("booking.list has an answer already", error?.Message);
    }

    private sealed class ClashingPlugin : PluginBase
    {
        protected override void Register(MethodRegistry methods)
        {
            methods.Add(BookingMethods.List, (_, _) => new(new MeetingList()));
            methods.Add(BookingMethods.List, (_, _) => new(new MeetingList()));
        }
    }
}
