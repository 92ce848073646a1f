using System.Runtime.InteropServices;

namespace ConfEngine.Video.Demux;

/// <summary>What the base class library cannot say about a file: its kind. Opening a FIFO to find out would block.</summary>
internal static partial class LibC
{
    private const int CurrentFolder = -100;
    private const uint TypeAndSize = 0x1 | 0x200;
    private const int KindMask = 0xF000;

    /// <summary>A directory's kind.</summary>
    public const int Directory = 0x4000;

    /// <summary>A character device's kind, as cameras are.</summary>
    public const int CharacterDevice = 0x2000;

    /// <summary>A regular file's kind.</summary>
    public const int Regular = 0x8000;

    /// <summary>Kind and size of the file behind <paramref name="path"/>, links followed.</summary>
    /// <returns>0, or the system's error number.</returns>
    public static int Status(string path, out int kind, out long size)
    {
        var code = StatX(CurrentFolder, path, 0, TypeAndSize, out var status);
        kind = status.Mode & KindMask;
        size = (long)status.Size;
        return code == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out FileStatus status);

    // struct statx (Linux uapi, linux/stat.h): the same on every architecture.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(28)] public ushort Mode;
        [FieldOffset(40)] public ulong Size;
    }
}
