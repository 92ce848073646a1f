using System.Runtime.InteropServices;

namespace ConfEngine.EndToEnd.Processes;

/// <summary>Signals (POSIX kill).</summary>
internal static partial class LibC
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Signal(int process, int signal);
}
