using ConfEngine.Booking.Local.Storage;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using Microsoft.Data.Sqlite;

namespace ConfEngine.Booking.Local.Tests;

public sealed class StorageTests : IDisposable
{
    private readonly Room _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Meetings_outlive_a_restart()
    {
        var booked = _room.Book("2026-03-24 09:00");
        _room.Restart();
        Assert.Equal(booked.Entry, Assert.Single(_room.All()));
        Assert.Empty(_room.Warnings);
    }

    [Fact]
    public void An_operation_is_carried_out_once_even_across_a_restart()
    {
        var request = _room.Request("2026-03-24 09:00", operation: "op-again");
        var first = _room.Meetings.Book(request);
        _room.Restart();
        Assert.Equal(first.Meeting.MeetingId, _room.Meetings.Book(request).Meeting.MeetingId);
        Assert.Single(_room.All());

        var cancel = new CancelRequest { Ticket = _room.Ticket(), MeetingId = first.Meeting.MeetingId };
        _room.Meetings.Cancel(cancel);
        _room.Restart();
        _room.Meetings.Cancel(cancel);
        Assert.Empty(_room.All());
    }

    [Fact]
    public void An_operation_that_was_refused_may_be_tried_again_under_its_name()
    {
        var taken = _room.Book("2026-03-24 09:00");
        var request = _room.Request("2026-03-24 09:00", operation: "op-late");
        Room.Refused(ErrorCodes.TimeConflict, () => _room.Meetings.Book(request));
        _room.Meetings.Cancel(new CancelRequest { Ticket = _room.Ticket(), MeetingId = taken.MeetingId });
        _room.Meetings.Book(request);
        Assert.Single(_room.All());
    }

    [Fact]
    public void A_damaged_database_is_put_aside_with_a_line_that_says_so_and_a_fresh_one_begun()
    {
        _room.Book("2026-03-24 09:00");
        _room.Close();
        File.WriteAllBytes(_room.DatabaseFile, [.. Enumerable.Range(0, 20_000).Select(i => (byte)(i * 7))]);
        _room.Restart();
        var line = Assert.Single(_room.Warnings);
        Assert.Contains("bookings.db.damaged-20260323-080000", line);
        Assert.DoesNotContain('\n', line);
        Assert.Single(Directory.GetFiles(_room.Folder, "*.damaged-*"));
        Assert.Empty(_room.All());
        _room.Book("2026-03-24 09:00");
    }

    [Fact]
    public void A_page_that_is_damaged_in_the_middle_is_found_at_the_start()
    {
        for (var day = 1; day <= 28; day++) _room.Book($"2026-04-{day:00} 09:00", subject: new string('x', 300));
        _room.Close();
        using (var file = File.OpenWrite(_room.DatabaseFile))
        {
            file.Position = 4096 * 2;
            file.Write(Enumerable.Repeat((byte)0xa5, 4096 * 3).ToArray());
        }

        _room.Restart();
        Assert.Single(_room.Warnings);
    }

    [Fact]
    public void The_database_of_another_program_is_put_aside_and_one_of_a_newer_version_is_left_alone()
    {
        _room.Close();
        Execute("PRAGMA application_id = 42");
        _room.Restart();
        Assert.Contains("another program", Assert.Single(_room.Warnings));

        _room.Close();
        Execute("PRAGMA user_version = 99");
        var error = Assert.Throws<InvalidDataException>(_room.Restart);
        Assert.Contains("update the plugin", error.Message);
    }

    [Fact]
    public void Old_meetings_and_operations_are_forgotten()
    {
        _room.Book("2026-03-23 10:00");
        _room.Time.Advance(TimeSpan.FromDays(368));
        _room.Meetings.Book(new BookRequest { Ticket = _room.Ticket(), Meeting = new MeetingSpec { StartTime = _room.Time.Unix + 60 } });
        Assert.Single(_room.All());
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM operations";
        Assert.Equal(1L, command.ExecuteScalar());
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        SystemSqlite.Use();
        var connection = new SqliteConnection($"Data Source={_room.DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }
}
