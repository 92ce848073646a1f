using Microsoft.Data.Sqlite;

namespace ConfEngine.Booking.Local.Storage;

/// <summary>Opens the database of meetings, whatever lies in its place.</summary>
internal static class DatabaseFile
{
    /// <summary>Its name in the plugin's data folder.</summary>
    public const string Name = "bookings.db";

    // "CfBk", so that a database of something else is not taken for ours (PRAGMA application_id).
    private const long ApplicationId = 0x4366426b;
    private const long Schema = 1;
    private const int BusyMs = 5000;

    // https://www.sqlite.org/rescode.html
    private const int Corrupt = 11;
    private const int NoDatabase = 26;

    /// <summary>Opens it, and makes it when it is not there. A damaged one is put aside, never deleted, and a fresh one begun.</summary>
    /// <param name="folder">The plugin's data folder.</param>
    /// <param name="now">For the name under which a damaged one is kept.</param>
    /// <param name="warn">Told in one line when that happens.</param>
    /// <exception cref="SqliteException">It cannot be opened for another reason: no room, no permission.</exception>
    /// <exception cref="InvalidDataException">A newer version of this plugin has written it.</exception>
    public static SqliteConnection Open(string folder, DateTimeOffset now, Action<string> warn)
    {
        SystemSqlite.Use();
        var file = Path.Combine(folder, Name);
        try
        {
            return OpenSound(file);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NoDatabase)
        {
            var aside = $"{file}.damaged-{now.UtcDateTime:yyyyMMdd-HHmmss}";
            foreach (var part in new[] { "", "-wal", "-shm" })
                if (File.Exists(file + part))
                    File.Move(file + part, aside + part, overwrite: true);
            warn($"the bookings in {file} cannot be read ({e.Message}): kept as {aside}, and an empty list begun");
            return OpenSound(file);
        }
    }

    private static SqliteConnection OpenSound(string file)
    {
        // Without a pool: a closed connection really lets go of the file, and the plugin can be unloaded.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Run(connection, $"PRAGMA busy_timeout = {BusyMs}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            if (Ask(connection, "PRAGMA quick_check(1)") is not "ok") throw new SqliteException("the check of its pages fails", Corrupt);
            Prepare(connection, file);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection, string file)
    {
        var version = (long)Ask(connection, "PRAGMA user_version")!;
        if (version > Schema) throw new InvalidDataException($"{file} was written by a newer version of this plugin (schema {version}, this one knows {Schema}): update the plugin");
        if (version == Schema && (long)Ask(connection, "PRAGMA application_id")! != ApplicationId) throw new SqliteException("it belongs to another program", NoDatabase);
        if (version == Schema) return;
        Run(connection, $"""
            BEGIN IMMEDIATE;
            CREATE TABLE IF NOT EXISTS meetings (id TEXT PRIMARY KEY, series TEXT, starts INTEGER NOT NULL, ends INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS meetings_by_end ON meetings (ends, starts);
            CREATE TABLE IF NOT EXISTS operations (id TEXT PRIMARY KEY, at INTEGER NOT NULL, result BLOB NOT NULL) WITHOUT ROWID;
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {Schema};
            COMMIT;
            """);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
