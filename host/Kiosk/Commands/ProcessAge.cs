using System.Diagnostics;

namespace ConfEngine.Kiosk.Commands;

/// <summary>How long ago the operating system started this process: the cold start as a user feels it, runtime and all.</summary>
internal static class ProcessAge
{
    /// <summary>Seconds since the start.</summary>
    public static double Seconds()
    {
        using var self = Process.GetCurrentProcess();
        return (DateTime.Now - self.StartTime).TotalSeconds;
    }
}
