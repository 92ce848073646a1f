using System.Runtime.InteropServices;

namespace ConfEngine.PluginHost.Processes;

/// <summary>Calls of the Linux C library that the framework does not offer: priorities, limits of other processes, one wait for several pipes.</summary>
internal static unsafe partial class LibC
{
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const int Interrupted = 4;
    public const int TryAgain = 11;

    private const string Library = "libc";
    private const int CurrentFolder = -100;
    private const uint WantType = 0x1;
    private const int KindMask = 0xF000;
    private const int RegularKind = 0x8000;
    private const int DataLimit = 2;
    private const int GetFlags = 3;
    private const int SetFlags = 4;
    private const int DuplicateAndCloseOnExec = 1030;
    private const int NonBlocking = 0x800;
    private const int EventFlags = 0x800 | 0x80000;

    /// <summary>Whether a path leads to a regular file, links followed; a FIFO or a device is none, and opening one to find out could block.</summary>
    public static bool IsRegularFile(string path) => StatX(CurrentFolder, path, 0, WantType, out var status) == 0 && (status.Mode & KindMask) == RegularKind;

    /// <summary>Sets the nice value of one thread, or of a process's first thread; later threads inherit it. False when the system refuses.</summary>
    /// <param name="id">A thread's id; 0 for the calling thread.</param>
    /// <param name="nice">0 to 19; only root may lower it.</param>
    public static bool TrySetNice(int id, int nice) => SetPriority(0, (uint)id, nice) == 0;

    /// <summary>Limits the private memory that a process can make writable. False when it has gone or the system refuses.</summary>
    public static bool TryLimitData(int process, long bytes)
    {
        var limit = new ResourceLimit((ulong)bytes, (ulong)bytes);
        return ProcessLimit(process, DataLimit, &limit, null) == 0;
    }

    /// <summary>Lets reads and writes of this end return at once; the other end of a pipe is not touched.</summary>
    public static void MakeNonBlocking(int descriptor)
    {
        var flags = Control(descriptor, GetFlags, 0);
        if (flags < 0 || Control(descriptor, SetFlags, flags | NonBlocking) < 0)
            throw new IOException($"fcntl: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
    }

    /// <summary>A second descriptor of the same stream that children do not inherit.</summary>
    public static int Duplicate(int descriptor)
    {
        var copy = Control(descriptor, DuplicateAndCloseOnExec, 3);
        return copy >= 0 ? copy : throw new IOException($"fcntl: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
    }

    /// <summary>Makes <paramref name="target"/> another name of the stream behind <paramref name="source"/>.</summary>
    public static void Redirect(int target, int source)
    {
        if (DuplicateTo(source, target) < 0) throw new IOException($"dup2: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
    }

    /// <summary>A descriptor that becomes readable when 8 bytes are written to it, and stays so.</summary>
    public static int OpenEvent()
    {
        var descriptor = EventOpen(0, EventFlags);
        return descriptor >= 0 ? descriptor : throw new IOException($"eventfd: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
    }

    [LibraryImport(Library, EntryPoint = "gettid")]
    public static partial int CurrentThread();

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollSlot* slots, nuint count, int timeoutMs);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, void* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, void* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out FileStatus status);

    [LibraryImport(Library, EntryPoint = "setpriority", SetLastError = true)]
    private static partial int SetPriority(int which, uint who, int nice);

    [LibraryImport(Library, EntryPoint = "prlimit", SetLastError = true)]
    private static partial int ProcessLimit(int process, int resource, ResourceLimit* next, ResourceLimit* old);

    [LibraryImport(Library, EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport(Library, EntryPoint = "dup2", SetLastError = true)]
    private static partial int DuplicateTo(int source, int target);

    [LibraryImport(Library, EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventOpen(uint initial, int flags);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollSlot
    {
        public int Descriptor;
        public short Wanted;
        public short Got;
    }

    // struct rlimit with 64 bits, as on every 64-bit Linux.
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(ulong Soft, ulong Hard);

    // struct statx (Linux uapi, linux/stat.h): the same on every architecture.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(28)] public ushort Mode;
    }
}
