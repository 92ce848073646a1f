using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace ConfEngine.Booking.Local.Storage;

/// <summary>Points SQLite's .NET binding at the library that the system keeps up to date, in place of one shipped along.</summary>
internal static class SystemSqlite
{
    // The name that the binding asks for, and the one that Debian and Ubuntu install (package libsqlite3-0).
    private const string AskedFor = "e_sqlite3";
    private const string Installed = "libsqlite3.so.0";

    private static readonly Lazy<bool> s_loaded = new(Load);

    /// <summary>Makes the library ready; once for each load context, for each has its own copy of the binding.</summary>
    /// <exception cref="DllNotFoundException">The system has no SQLite; the message names the package.</exception>
    public static void Use() => _ = s_loaded.Value;

    private static bool Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != AskedFor) return 0;
        return NativeLibrary.TryLoad(Installed, out var library)
            ? library
            : throw new DllNotFoundException($"{Installed} is not installed: apt-get install libsqlite3-0");
    }
}
