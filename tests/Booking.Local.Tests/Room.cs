using ConfEngine.Booking.Local.Book;
using ConfEngine.Booking.Local.Storage;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Booking.Local.Tests;

/// <summary>A room in Berlin with its bookings in a folder of its own, on the Monday before the clocks go forward.</summary>
internal sealed class Room : IDisposable
{
    public static readonly RoomFacts Facts = new("Blue room", "Europe/Berlin");
    private readonly TempFolder _folder = new();
    private MeetingStore _store = null!;
    private int _operations;

    public Room() => Restart();

    public ManualTime Time { get; } = new("2026-03-23T08:00:00Z");

    public MeetingBook Meetings { get; private set; } = null!;

    public SeriesBook Series { get; private set; } = null!;

    /// <summary>What was told, in order.</summary>
    public List<ListChanged> Told { get; } = [];

    /// <summary>What the opening warned of.</summary>
    public List<string> Warnings { get; } = [];

    public string DatabaseFile => _folder[Storage.DatabaseFile.Name];

    public string Folder => _folder.FullName;

    /// <summary>Closes the database and opens it again, as after a restart of the program.</summary>
    public void Restart()
    {
        Close();
        _store = new MeetingStore(Storage.DatabaseFile.Open(_folder.FullName, Time.GetUtcNow(), Warnings.Add));
        Meetings = new MeetingBook(_store, Time, Facts, Told.Add);
        Series = new SeriesBook(_store, Meetings, Time, Facts, Told.Add);
    }

    public void Close() => _store?.Dispose();

    public OperationTicket Ticket(string? id = null) => new() { Id = id ?? $"op-{++_operations}", DeadlineMs = 1000 };

    /// <summary>A time of this week in Unix seconds, such as "2026-03-24 09:00" on the wall of the room.</summary>
    public static long At(string wall) =>
        Local.Series.WallTime.ToUnix(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture), Local.Series.WallTime.Zone(Facts.TimeZone));

    public BookRequest Request(string wall, int minutes = 60, string subject = "Stand-up", string? operation = null) =>
        new() { Ticket = Ticket(operation), Meeting = new MeetingSpec { Subject = subject, StartTime = At(wall), DurationMinutes = minutes } };

    public MeetingDetail Book(string wall, int minutes = 60, string subject = "Stand-up") => Meetings.Book(Request(wall, minutes, subject)).Meeting;

    public IReadOnlyList<MeetingEntry> All() => Meetings.List(new ListRequest { FromTime = 1, Limit = 1000 }).Meetings;

    /// <summary>Expects an error, and gives it.</summary>
    public static ContractError Refused(string code, Action act)
    {
        var error = Assert.Throws<ContractException>(act).Error;
        Assert.Equal(code, error.Code);
        Assert.NotEqual("", error.Message);
        return error;
    }

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }
}
