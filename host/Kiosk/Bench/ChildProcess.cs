using System.Diagnostics;
using System.Runtime.InteropServices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bench;

/// <summary>What one child process cost.</summary>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="WallSeconds">From start to end.</param>
internal readonly record struct ChildCost(double CpuSeconds, double WallSeconds);

/// <summary>Runs a program and measures it from outside, the same way whoever wrote it.</summary>
internal static partial class ChildProcess
{
    private const int Children = -1;

    /// <summary>Runs to the end.</summary>
    /// <exception cref="MediaException">It could not be started or failed; the message ends with what it said last.</exception>
    public static ChildCost Run(IClock clock, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var cpu = CpuSecondsOfChildren();
        var began = clock.Now;
        using var child = Start(start);
        child.StandardInput.Close();
        var output = child.StandardOutput.ReadToEndAsync();
        var error = child.StandardError.ReadToEnd();
        child.WaitForExit();
        output.GetAwaiter().GetResult();
        var wall = (clock.Now - began).Seconds;
        if (child.ExitCode != 0) throw new MediaException($"{Path.GetFileName(program)} failed with {child.ExitCode}: {LastLine(error)}");
        return new ChildCost(CpuSecondsOfChildren() - cpu, wall);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new MediaException($"{start.FileName} did not start");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new MediaException($"{start.FileName} cannot be started: {exception.Message}; on Debian: apt-get install {Path.GetFileName(start.FileName)}", exception);
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? last.Trim() : "it said nothing";

    private static double CpuSecondsOfChildren()
    {
        if (GetResourceUsage(Children, out var usage) != 0) throw new MediaException("The system does not tell what child processes cost (getrusage failed)");
        return usage.UserSeconds + usage.SystemSeconds + (usage.UserMicroseconds + usage.SystemMicroseconds) * 1e-6;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    // struct rusage of getrusage(2): two timevals and fourteen longs, of which only the times are read.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private readonly struct ResourceUsage
    {
        public readonly long UserSeconds;
        public readonly long UserMicroseconds;
        public readonly long SystemSeconds;
        public readonly long SystemMicroseconds;
    }
}
