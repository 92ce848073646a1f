using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ConfEngine.TestKit.Processes;

/// <summary>Signals, the environment that native code reads (POSIX kill, setenv, unsetenv), locks on files (flock(2)), and Linux namespaces (setns(2)).</summary>
internal static partial class LibC
{
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Signal(int process, int signal);

    /// <summary>CLONE_NEWNET.</summary>
    public const int NetworkNamespace = 0x40000000;

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    public static partial int SetNamespace(int descriptor, int kind);

    /// <summary>LOCK_EX: waits until nobody else has the lock. It goes with the descriptor.</summary>
    public const int LockExclusively = 2;

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int LockFile(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UnsetEnvironment(string name);
}
