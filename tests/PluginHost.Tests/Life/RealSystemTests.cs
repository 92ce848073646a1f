using System.Collections.Concurrent;
using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Telephony;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Life;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Life;

/// <summary>The whole host as the engine has it: real folders, threads, processes and plugins.</summary>
public sealed class RealSystemTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TempFolder _temp = new();
    private readonly ConcurrentQueue<Exception> _faults = [];
    private readonly BlockingCollection<bool> _changes = [];
    private readonly PluginSystem _system;

    public RealSystemTests()
    {
        Directory.CreateDirectory(_temp["plugins"]);
        _system = new PluginSystem(new PluginSystemOptions
        {
            Folders = [_temp["plugins"]], DataFolder = _temp["data"], Clock = new SystemClock(), HostVersion = "0.4.0", OnFault = _faults.Enqueue,
            RunnerPath = Path.Combine(AppContext.BaseDirectory, "ConfEngine.PluginRunner"),
        });
        _system.Changed += () => _changes.Add(true);
    }

    [Theory]
    [InlineData("in-process")]
    [InlineData("child")]
    public async Task A_dotnet_plugin_books_and_lists(string run)
    {
        PutBooking(run);
        _system.Start();
        await RunningAsync("samples.booking");
        Assert.Equal("samples.booking", _system.ActiveFor(Capabilities.Booking));
        var begun = await _system.BeginAsync("samples.booking", BookingMethods.Book, Request, null, TestContext.Current.CancellationToken).WaitAsync(s_patience, TestContext.Current.CancellationToken);
        await begun.Result.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.Equal("Stand-up", Assert.Single((await ListAsync()).Meetings).Subject);
        Assert.Equal((0, 0), (_system.StatusOf("samples.booking")!.Figures.Errors, _system.StatusOf("samples.booking")!.Figures.Strays));
    }

    [Fact]
    public async Task A_plugin_dropped_into_the_folder_is_used_and_replaced_while_it_runs()
    {
        _system.Start();
        PutBooking("child");
        await RunningAsync("samples.booking");
        await (await _system.BeginAsync("samples.booking", BookingMethods.Book, Request, null, TestContext.Current.CancellationToken)).Result;
        var manifest = Path.Combine(_temp["plugins"], "booking", "plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"child\"", "\"in-process\"", StringComparison.Ordinal));
        await UntilAsync(() => _system.StatusOf("samples.booking") is { State: PluginState.Running, Run: Contract.Manifest.RunMode.InProcess });
        Assert.Single((await ListAsync()).Meetings);
        Directory.Delete(Path.Combine(_temp["plugins"], "booking"), recursive: true);
        await UntilAsync(() => _system.Plugins.Count == 0);
    }

    [Fact]
    public async Task A_plugin_in_another_language_takes_a_call()
    {
        Copy(Checkout.At("plugins", "samples-python"), "python");
        var notices = new BlockingCollection<string>();
        _system.Notified += notice => notices.Add(notice.Method);
        _system.Start();
        await RunningAsync("samples.python");
        var call = await _system.BeginAsync("samples.python", TelephonyMethods.Dial, ticket => new DialRequest { Ticket = ticket, Number = "+4930123456" }, null, TestContext.Current.CancellationToken);
        await call.Result.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.True(notices.TryTake(out _, s_patience));
        Assert.Equal(PluginState.Disabled, (await _system.DisableAsync("samples.python").WaitAsync(s_patience, TestContext.Current.CancellationToken)).State);
    }

    public void Dispose()
    {
        _system.Dispose();
        _temp.Dispose();
        Assert.Empty(_faults);
    }

    private static BookRequest Request(Contract.Operations.OperationTicket ticket) => new()
    {
        Ticket = ticket,
        Meeting = new MeetingSpec { Subject = "Stand-up", StartTime = new SystemClock().WallNow.AddHours(2).ToUnixTimeSeconds(), DurationMinutes = 30, TimeZone = "Europe/Berlin" },
    };

    private Task<MeetingList> ListAsync() => _system.CallAsync("samples.booking", BookingMethods.List, new ListRequest(), CancellationToken.None).WaitAsync(s_patience);

    private Task RunningAsync(string id) => UntilAsync(() => _system.StatusOf(id)?.State == PluginState.Running);

    private async Task UntilAsync(Func<bool> holds)
    {
        await Task.Yield();
        while (!holds()) Assert.True(_changes.TryTake(out _, s_patience), string.Join('\n', _system.Plugins.Select(plugin => $"{plugin.Id}: {plugin.State} {plugin.Cause}")));
    }

    private void PutBooking(string run)
    {
        // Built as these tests were, "debug" or "release".
        var built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Samples.Booking", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));
        var folder = Copy(built, "booking", "plugin.json");
        var manifest = File.ReadAllText(Path.Combine(built, "plugin.json"));
        File.WriteAllText(Path.Combine(folder, "plugin.json"), manifest.Replace("\"in-process\"", $"\"{run}\"", StringComparison.Ordinal));
    }

    private string Copy(string from, string name, string but = "")
    {
        var folder = Path.Combine(_temp["plugins"], name);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(from))
            if (Path.GetFileName(file) != but) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }
}
