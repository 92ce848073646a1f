using System.Diagnostics;
using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Commands;

/// <summary>How long ago the operating system started this process: the cold start as a user feels it, runtime and all.</summary>
internal static class ProcessAge
{
    /// <summary>Seconds since the start.</summary>
    public static double Seconds(IClock clock)
    {
        using var self = Process.GetCurrentProcess();
        return (clock.WallNow.LocalDateTime - self.StartTime).TotalSeconds;
    }
}
