using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Telephony;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Contract.Tests.Samples;

public sealed class PythonSampleTests
{
    private static readonly Method<DialRequest, Accepted> s_dial = new(TelephonyMethods.Dial.Name, MethodShape.Direct, Idempotent: true);

    [Fact]
    public void A_call_from_dial_to_hang_up()
    {
        using var plugin = Started();
        plugin.Call(s_dial, Dial("op-1", "+8613800000000"));
        var call = Result<DialResult>(plugin.Notice(OperationNotices.Result)).CallId;
        Assert.Equal((call, 180), (plugin.Notice(TelephonyNotices.Ringing) is var ringing ? ringing.CallId : "", ringing.SipCode));
        Assert.Equal(new AnsweredNotice { CallId = call, SdpAnswer = "v=0\r\n说" }, plugin.Notice(TelephonyNotices.Answered));
        var dtmf = plugin.Ask(TelephonyMethods.SendDtmf, new SendDtmfRequest { CallId = call, Digits = "1#", DurationMs = 80 });
        Assert.Equal(new DtmfNotice { CallId = call, Digit = "1", DurationMs = 80 }, plugin.Notice(TelephonyNotices.Dtmf));
        Assert.Equal("#", plugin.Notice(TelephonyNotices.Dtmf).Digit);
        Assert.Null(plugin.Response(dtmf).Error);
        var hangUp = plugin.Ask(TelephonyMethods.HangUp, new HangUpRequest { CallId = call });
        Assert.Equal(new HungUpNotice { CallId = call, SipCode = 200, Reason = "Normal call clearing", By = HangUpSide.Local }, plugin.Notice(TelephonyNotices.HungUp));
        Assert.Null(plugin.Response(hangUp).Error);
        plugin.Call(TelephonyMethods.HangUp, new HangUpRequest { CallId = call });
        plugin.Call(LifeMethods.Stop, Nothing.Instance);
        Assert.Equal(0, plugin.End());
        Assert.Equal("", plugin.Log);
    }

    [Fact]
    public void A_party_that_is_busy_says_so_in_SIPs_words()
    {
        using var plugin = Started();
        plugin.Call(s_dial, Dial("op-1", "486"));
        plugin.Notice(OperationNotices.Result);
        plugin.Notice(TelephonyNotices.Ringing);
        var end = plugin.Notice(TelephonyNotices.HungUp);
        Assert.Equal((486, "Busy Here", HangUpSide.Remote), (end.SipCode, end.Reason, end.By));
    }

    [Fact]
    public void The_same_operation_again_calls_nobody_twice()
    {
        using var plugin = Started(ringMs: 60_000);
        plugin.Call(s_dial, Dial("op-1", "1"));
        var first = Result<DialResult>(plugin.Notice(OperationNotices.Result));
        plugin.Notice(TelephonyNotices.Ringing);
        plugin.Call(s_dial, Dial("op-1", "1"));
        Assert.Equal(first, Result<DialResult>(plugin.Notice(OperationNotices.Result)));
        plugin.Call(s_dial, Dial("op-2", "1"));
        Assert.NotEqual(first, Result<DialResult>(plugin.Notice(OperationNotices.Result)));
    }

    [Fact]
    public void What_is_wrong_is_refused_with_the_neutral_code()
    {
        using var plugin = Started();
        Assert.Equal((ErrorCodes.NotFound, "call_id"), plugin.Fail(TelephonyMethods.SendDtmf, new SendDtmfRequest { CallId = "none", Digits = "1" }));
        Assert.Equal((ErrorCodes.InvalidArgument, "ticket.id"), plugin.Fail(s_dial, Dial("", "1")));
        Assert.Equal(ErrorCodes.Unsupported, plugin.Fail(TelephonyMethods.QueryConference, new QueryConferenceRequest()).Code);
        plugin.Call(s_dial, Dial("op-1", "no number"));
        Assert.Equal((ErrorCodes.BadNumber, "number"), plugin.Notice(OperationNotices.Result).Error is var error ? (error!.Code, error.Field) : default);
    }

    [Fact]
    public void Everything_has_its_time()
    {
        using var plugin = Run();
        Assert.Equal(ErrorCodes.WrongState, plugin.Fail(LifeMethods.Ping, Nothing.Instance).Code);
        Assert.Equal(ErrorCodes.ContractMismatch, plugin.Fail(LifeMethods.Hello, new HelloRequest { ContractFloor = 2, ContractCeiling = 3 }).Code);
        plugin.Hello(hello => Assert.Equal("samples.python", hello.PluginId));
        Assert.Equal(ErrorCodes.WrongState, plugin.Fail(s_dial, Dial("op-1", "1")).Code);
        Assert.Equal((ErrorCodes.BadSettings, "ring_ms"), plugin.Fail(LifeMethods.Start, PluginProcess.Settings(new() { ["ring_ms"] = "soon" })));
    }

    [Fact]
    public void A_call_that_is_withdrawn_before_it_has_begun_is_answered_too()
    {
        using var plugin = Started();
        for (var i = 0; i < 50; i++)
        {
            var id = plugin.Ask(LifeMethods.Ping, Nothing.Instance);
            plugin.Cancel(id);
            Assert.True(plugin.Response(id).Error?.Code is null or ErrorCodes.Cancelled);
        }
    }

    [Theory]
    [InlineData("c1")]
    [InlineData("93 00 01")]
    [InlineData("dd ff ff ff ff")]
    [InlineData("c0")]
    public void Bytes_that_break_the_contract_end_it(string hex)
    {
        using var plugin = Started();
        plugin.Send(Convert.FromHexString(hex.Replace(" ", "")));
        Assert.NotEqual(0, plugin.End());
        Assert.NotEqual("", plugin.Log);
    }

    [Fact]
    public void Its_MessagePack_reads_and_writes_every_size()
    {
        // The texts and lists on both sides of each format's bounds come back as a call's session description does.
        using var plugin = Started();
        foreach (var length in new[] { 0, 31, 32, 255, 256, 65_535, 65_536, 70_000 })
        {
            plugin.Call(s_dial, Dial($"op-{length}", "1") with { SdpOffer = new string('x', length) });
            plugin.Notice(OperationNotices.Result);
            plugin.Notice(TelephonyNotices.Ringing);
            Assert.Equal(length, plugin.Notice(TelephonyNotices.Answered).SdpAnswer.Length);
        }
    }

    private static PluginProcess Run() => new(Checkout.At("plugins", "samples-python"), "python3", "-B", "plugin.py");

    private static PluginProcess Started(int ringMs = 1)
    {
        var plugin = Run();
        plugin.Hello(hello => Assert.Equal([Capabilities.Telephony], hello.Capabilities));
        plugin.Start(new() { ["ring_ms"] = $"{ringMs}" });
        return plugin;
    }

    private static DialRequest Dial(string id, string number) => new() { Ticket = new OperationTicket { Id = id, DeadlineMs = 1000 }, Number = number, SdpOffer = "v=0\r\n说" };

    private static T Result<T>(OperationResult result)
    {
        Assert.Null(result.Error);
        return PluginProcess.Decode<T>(result.Payload);
    }
}
