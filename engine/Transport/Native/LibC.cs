using System.Runtime.InteropServices;

namespace ConfEngine.Transport.Native;

/// <summary>Calls of the Linux C library that the framework does not offer: many datagrams per call, and one wait for sockets, wake-ups and
/// deadlines together.</summary>
internal static unsafe partial class LibC
{
    public const int SocketLevel = 1;
    public const int OptionReceiveTimestamp = 35;
    public const short PollIn = 1;
    public const int DoNotWait = 0x40;
    public const int Interrupted = 4;
    public const int TryAgain = 11;
    public const int EventFlags = 0x800 | 0x80000;

    private const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "recvmmsg", SetLastError = true)]
    public static partial int ReceiveMany(int socket, MessageSlot* slots, uint count, int flags, TimeSpec* timeout);

    [LibraryImport(Library, EntryPoint = "sendmmsg", SetLastError = true)]
    public static partial int SendMany(int socket, MessageSlot* slots, uint count, int flags);

    [LibraryImport(Library, EntryPoint = "ppoll", SetLastError = true)]
    public static partial int Wait(PollSlot* slots, nuint count, TimeSpec* timeout, nint signals);

    [LibraryImport(Library, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventOpen(uint initial, int flags);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, void* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, void* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    /// <summary>struct timespec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollSlot
    {
        public int Descriptor;
        public short Wanted;
        public short Got;
    }

    /// <summary>struct iovec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Piece
    {
        public byte* Start;
        public nuint Length;
    }

    /// <summary>struct mmsghdr, with its struct msghdr in place. The 32-bit flags are followed by as much padding: 64 bytes in all.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MessageSlot
    {
        public byte* Name;
        public uint NameLength;
        public Piece* Pieces;
        public nuint PieceCount;
        public byte* Control;
        public nuint ControlLength;
        public long Flags;
        public uint Length;
    }
}
