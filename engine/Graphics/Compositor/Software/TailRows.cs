using System.Runtime.CompilerServices;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>The last pixels of rows, fewer than a step of a colour loop: copied into scratch of a full step, worked on there, copied out.
/// So the loops never touch a byte outside the rows.</summary>
internal static unsafe class TailRows
{
    /// <summary>Copies two luma rows and their shared chroma into scratch of 3 × <paramref name="step"/> bytes and points the rows
    /// there.</summary>
    public static void Read(byte* scratch, int step, ref byte* luma0, ref byte* luma1, ref byte* u, ref byte* v, int pixels)
    {
        Unsafe.CopyBlockUnaligned(scratch, luma0, (uint)pixels);
        Unsafe.CopyBlockUnaligned(scratch + step, luma1, (uint)pixels);
        var samples = (uint)(pixels + 1) / 2;
        Unsafe.CopyBlockUnaligned(scratch + 2 * step, u, samples);
        Unsafe.CopyBlockUnaligned(scratch + 2 * step + step / 2, v, samples);
        luma0 = scratch;
        luma1 = scratch + step;
        u = scratch + 2 * step;
        v = u + step / 2;
    }

    /// <summary>Copies two rows of pixels to where they belong.</summary>
    public static void Write(uint* from0, uint* from1, uint* to0, uint* to1, int pixels)
    {
        Unsafe.CopyBlockUnaligned(to0, from0, (uint)pixels * 4);
        Unsafe.CopyBlockUnaligned(to1, from1, (uint)pixels * 4);
    }
}
