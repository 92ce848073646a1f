using System.Globalization;

namespace ConfEngine.PluginHost.Processes;

/// <summary>What Linux tells of processes and threads in /proc (proc(5)).</summary>
internal static class ProcessFiles
{
    // USER_HZ: what the kernel shows to programs, whatever it counts in itself.
    private const double TicksPerSecond = 100;

    /// <summary>Resident memory of a process in bytes; 0 when it has gone.</summary>
    public static long ResidentBytes(int process) =>
        TryRead($"/proc/{process}/statm") is { } text && text.Split(' ') is [_, var resident, ..] && long.TryParse(resident, CultureInfo.InvariantCulture, out var pages)
            ? pages * Environment.SystemPageSize
            : 0;

    /// <summary>Processor time of a process, in seconds; 0 when it has gone.</summary>
    public static double CpuSeconds(int process) => CpuOf($"/proc/{process}/stat");

    /// <summary>Processor time of one of this process's threads, in seconds; 0 when it has gone.</summary>
    public static double ThreadCpuSeconds(int thread) => CpuOf($"/proc/self/task/{thread}/stat");

    /// <summary>The threads of a process; none when it has gone.</summary>
    public static IReadOnlyList<int> Threads(int process)
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{process}/task").Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Lets the kernel end this process before others when memory runs out. False when it has gone.</summary>
    public static bool TrySetOutOfMemoryScore(int process, int score)
    {
        try
        {
            File.WriteAllText($"/proc/{process}/oom_score_adj", score.ToString(CultureInfo.InvariantCulture));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The processes of this user whose environment holds a line such as <c>NAME=value</c>.</summary>
    public static IEnumerable<int> WithEnvironment(string line)
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && TryRead($"{folder}/environ") is { } text && text.Split('\0').Contains(line))
                yield return id;
    }

    // Fields 14 and 15, counted from the parenthesis that ends the name, which may hold spaces itself.
    private static double CpuOf(string path)
    {
        if (TryRead(path) is not { } text) return 0;
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 12 && long.TryParse(fields[11], CultureInfo.InvariantCulture, out var user) && long.TryParse(fields[12], CultureInfo.InvariantCulture, out var system)
            ? (user + system) / TicksPerSecond
            : 0;
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
