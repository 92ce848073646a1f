using System.Diagnostics.Metrics;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.ExternalSync;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost;
using ConfEngine.Runtime.Plugins;
using ConfEngine.Runtime.Plugins.Api;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Runtime.Tests.Plugins;

/// <summary>The room's side of the real local bookings.</summary>
public sealed class RoomPluginsTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly TempFolder _folder = new();
    private readonly RoomPlugins _plugins;

    public RoomPluginsTests()
    {
        var built = Checkout.At(".artifacts", "bin", "Booking.Local", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));
        var folder = Directory.CreateDirectory(_folder["own/Booking.Local"]).FullName;
        foreach (var file in Directory.GetFiles(built)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        _plugins = new RoomPlugins(new PluginSystemOptions
        {
            BuiltInFolder = _folder["own"], DataFolder = _folder["data"], Clock = new SystemClock(), HostVersion = "0", RunnerPath = "none", OnFault = fault => throw new InvalidOperationException("a fault of ours", fault),
        });
    }

    public void Dispose()
    {
        _plugins.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_meeting_that_is_booked_is_on_the_board_and_counted()
    {
        Assert.Null(_plugins.Board);
        await StartAsync();
        var now = new SystemClock().WallNow;
        var start = now.AddMinutes(2);
        // The board is today's: near midnight the meeting would be tomorrow's.
        var operation = await _plugins.System.BeginAsync("booking.local", BookingMethods.Book, ticket => new BookRequest
        {
            Ticket = ticket, Meeting = new MeetingSpec { Subject = "周会\nsecond line", StartTime = start.ToUnixTimeSeconds(), DurationMinutes = 15 },
        }, cancellation: TestContext.Current.CancellationToken);
        await operation.Result.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        if (start.Date == now.Date) await UntilAsync(() => _plugins.Board?.Lines.Any(line => line.Subject == "周会 second line") == true);
        Assert.Contains(("confengine.plugin.up", "booking.local", 1d), Measure());
        Assert.Contains(Measure(), figure => figure is { Name: "confengine.plugin.calls", Value: >= 1 });
    }

    [Fact]
    public async Task What_the_plugin_refuses_keeps_its_code_and_field()
    {
        await StartAsync();
        var refused = await Assert.ThrowsAsync<Control.JsonRpc.RpcException>(() => ContractJson.RunAsync(
            _plugins.System.CallAsync("booking.local", BookingMethods.Detail, new DetailRequest { MeetingId = "nobody" }, TestContext.Current.CancellationToken)));
        Assert.Equal("meeting-not-found", refused.Error.NeutralCode);
    }

    [Theory]
    [InlineData("duration_minutes", "402", 402L, "durationMinutes", "busy")]
    [InlineData("meeting.start_time", "E-7", null, "meeting.startTime", "E-7: busy")]
    public void Fields_are_told_in_the_apis_words_and_codes_as_they_are(string field, string code, long? number, string told, string text)
    {
        var refused = ContractJson.Refusal(new ContractError { Code = "time-conflict", Message = "taken", Field = field, VendorCode = code, VendorText = "busy", Platform = "web" }).Error;
        Assert.Equal(("time-conflict", told, number, text, "taken (web)"), (refused.NeutralCode, refused.Field, refused.VendorCode, refused.VendorText, refused.Message));
    }

    [Fact]
    public void A_room_with_somebody_else_than_the_kiosk_is_in_a_meeting()
    {
        Assert.Equal(MeetingStatus.Idle, StatusRelay.StatusOf(null));
        Assert.Equal(MeetingStatus.Idle, StatusRelay.StatusOf(Room("kiosk")));
        Assert.Equal(MeetingStatus.InMeeting, StatusRelay.StatusOf(Room("kiosk", "anna")));
    }

    private static RoomSnapshot Room(params string[] members) => new(
        RoomId.Parse("r"), 1, default!, [.. members.Select(Member)], [], [], null);

    private static MemberView Member(string user) => new()
    {
        User = UserId.Parse(user), Name = UserName.Parse(user), Role = MemberRole.Attendee, IsConnected = true, IsAudioMuted = false, IsVideoMuted = false, Hand = 0, Quality = default,
    };

    private async Task StartAsync()
    {
        _plugins.Start();
        await UntilAsync(() => _plugins.System.ActiveFor(Capabilities.Booking) == "booking.local");
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        while (!holds()) await timer.WaitForNextTickAsync(patience.Token);
    }

    private static List<(string Name, string Plugin, double Value)> Measure()
    {
        var figures = new List<(string, string, double)>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, meters) => { if (instrument.Meter.Name == PluginMeters.MeterName) meters.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => figures.Add((instrument.Name, (string)tags[0].Value!, value)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => figures.Add((instrument.Name, (string)tags[0].Value!, value)));
        listener.Start();
        listener.RecordObservableInstruments();
        return figures;
    }
}
