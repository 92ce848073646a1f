using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Operations;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Contract.Tests.Samples;

/// <summary>The .NET sample in a process of its own speaks the same bytes as in this one.</summary>
public sealed class DotNetProcessTests : IDisposable
{
    private static readonly string s_configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void From_hello_to_its_end()
    {
        using var plugin = Run();
        Assert.Equal(ErrorCodes.WrongState, plugin.Fail(LifeMethods.Ping, Nothing.Instance).Code);
        plugin.Hello(hello => Assert.Equal(("samples.booking", "1.0.0"), (hello.PluginId, hello.PluginVersion)));
        var start = plugin.Ask(LifeMethods.Start, PluginProcess.Settings(new() { ["allow_overlap"] = "false" }) with { DataFolder = _data.FullName });
        Assert.Equal(ListChange.All, plugin.Notice(BookingNotices.ListChanged).Change);
        Assert.Null(plugin.Response(start).Error);
        var book = new BookRequest { Ticket = new OperationTicket { Id = "op-1", DeadlineMs = 1000 }, Meeting = new MeetingSpec { Subject = "周会", StartTime = 32_503_680_000 } };
        Assert.Equal("op-1", plugin.Call(new Method<BookRequest, Accepted>(BookingMethods.Book.Name, MethodShape.Direct, Idempotent: true), book).OperationId);
        Assert.Equal("周会", Assert.Single(plugin.Notice(BookingNotices.ListChanged).Meetings).Subject);
        Assert.Null(plugin.Notice(OperationNotices.Result).Error);
        Assert.Single(plugin.Call(BookingMethods.List, new ListRequest()).Meetings);
        plugin.Call(LifeMethods.Stop, Nothing.Instance);
        Assert.Equal(0, plugin.End());
        Assert.Equal("", plugin.Log);
        Assert.True(File.Exists(_data["meetings.json"]));
    }

    [Theory]
    [InlineData("c1")]
    [InlineData("93 00 01")]
    [InlineData("dd ff ff ff ff")]
    [InlineData("c0")]
    public void Bytes_that_break_the_contract_end_it(string hex)
    {
        using var plugin = Run();
        plugin.Hello(_ => { });
        plugin.Send(Convert.FromHexString(hex.Replace(" ", "")));
        Assert.NotEqual(0, plugin.End());
        Assert.NotEqual("", plugin.Log);
    }

    private static PluginProcess Run()
    {
        var folder = Built("Samples.Booking");
        return new PluginProcess(folder, Path.Combine(Built("PluginRunner"), "ConfEngine.PluginRunner"), folder);
    }

    private static string Built(string project) => Checkout.At(".artifacts", "bin", project, s_configuration);
}
