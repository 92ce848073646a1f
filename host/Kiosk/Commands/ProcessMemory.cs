using System.Diagnostics;

namespace ConfEngine.Kiosk.Commands;

/// <summary>What the operating system says of this process' memory.</summary>
internal static class ProcessMemory
{
    /// <summary>The most memory that was resident at once, in bytes.</summary>
    public static long PeakRssBytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    /// <summary>The memory that is resident now, in bytes.</summary>
    public static long RssBytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
