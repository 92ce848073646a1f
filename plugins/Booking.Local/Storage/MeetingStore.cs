using Microsoft.Data.Sqlite;

namespace ConfEngine.Booking.Local.Storage;

/// <summary>The meetings on the disk. What an operation changes, and that it has been done, is written in one transaction: after a power cut either both are there or neither.</summary>
/// <param name="connection">The open database; owned by this from here on.</param>
internal sealed class MeetingStore(SqliteConnection connection) : IDisposable
{
    // A host asks again within minutes; a month is for one that was switched off over the holidays.
    private const long OperationsKeptS = 31 * 86_400;

    // Meetings of the last year can be looked up.
    private const long MeetingsKeptS = 366 * 86_400;

    /// <summary>What an operation gave when it was carried out; null when it never was.</summary>
    public byte[]? ResultOf(string operation)
    {
        using var command = Command("SELECT result FROM operations WHERE id = $id", ("$id", operation));
        return command.ExecuteScalar() as byte[];
    }

    /// <summary>A meeting; null when there is none of this id.</summary>
    public MeetingRow? Find(string id) => Read(Command("SELECT id, series, starts, ends, body FROM meetings WHERE id = $id", ("$id", id))).FirstOrDefault();

    /// <summary>The meetings that take place, at least in part, between two times; by their start.</summary>
    /// <param name="from">Unix seconds.</param>
    /// <param name="to">Unix seconds; what begins then is not among them.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<MeetingRow> Between(long from, long to, int most = int.MaxValue) => Read(Command(
        "SELECT id, series, starts, ends, body FROM meetings WHERE ends > $from AND starts < $to ORDER BY starts, id LIMIT $most", ("$from", from), ("$to", to), ("$most", most)));

    /// <summary>The meetings of a series, by their start.</summary>
    public IReadOnlyList<MeetingRow> OfSeries(string series) =>
        Read(Command("SELECT id, series, starts, ends, body FROM meetings WHERE series = $series ORDER BY starts, id", ("$series", series)));

    /// <summary>Carries out an operation.</summary>
    /// <param name="operation">Its id; null for one that nobody will ask for again.</param>
    /// <param name="now">Unix seconds.</param>
    /// <param name="put">Meetings to add, or to replace where the id is known.</param>
    /// <param name="remove">Ids of meetings to take away.</param>
    /// <param name="result">What the operation gave.</param>
    public void Apply(string? operation, long now, IReadOnlyList<MeetingRow> put, IReadOnlyList<string> remove, byte[] result)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var id in remove) Execute("DELETE FROM meetings WHERE id = $id", ("$id", id));
        foreach (var row in put)
            Execute("INSERT INTO meetings (id, series, starts, ends, body) VALUES ($id, $series, $starts, $ends, $body) "
                + "ON CONFLICT (id) DO UPDATE SET series = excluded.series, starts = excluded.starts, ends = excluded.ends, body = excluded.body",
                ("$id", row.Id), ("$series", (object?)row.Series ?? DBNull.Value), ("$starts", row.Starts), ("$ends", row.Ends), ("$body", row.Body));
        if (operation is not null) Execute("INSERT INTO operations (id, at, result) VALUES ($id, $at, $result)", ("$id", operation), ("$at", now), ("$result", result));
        Execute("DELETE FROM operations WHERE at < $before", ("$before", now - OperationsKeptS));
        Execute("DELETE FROM meetings WHERE ends < $before", ("$before", now - MeetingsKeptS));
        transaction.Commit();
    }

    public void Dispose() => connection.Dispose();

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }

    private static List<MeetingRow> Read(SqliteCommand command)
    {
        using (command)
        {
            var rows = new List<MeetingRow>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
                rows.Add(new MeetingRow(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetFieldValue<byte[]>(4)));
            return rows;
        }
    }
}
