using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Scratch bytes at a fixed 64-byte aligned address, with <see cref="Padding"/> readable and writable bytes behind what was asked
/// for, so that vector loops may round up. Grows, never shrinks; the collector frees it.</summary>
internal sealed unsafe class AlignedBuffer
{
    /// <summary>Spare bytes behind the requested ones.</summary>
    public const int Padding = 256;

    private byte[] _bytes = [];
    private int _capacity = -1;

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; private set; }

    /// <summary>Makes room for at least <paramref name="bytes"/> bytes. The content is lost when it has to grow.</summary>
    public byte* Reserve(int bytes)
    {
        if (bytes <= _capacity) return Pointer;
        _bytes = GC.AllocateArray<byte>(checked(bytes + Padding + 64), pinned: true);
        _capacity = bytes;
        var address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_bytes));
        return Pointer = (byte*)((address + 63) & -64);
    }
}
