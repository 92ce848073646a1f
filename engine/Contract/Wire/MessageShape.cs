using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace ConfEngine.Contract.Wire;

/// <summary>Walks over one MessagePack value without reading it, so that nothing that is too deep or cut short reaches the reader.</summary>
internal static class MessageShape
{
    private static readonly int[] s_fixed = FixedLengths();

    /// <summary>Finds where the first value ends.</summary>
    /// <param name="message">Bytes that begin with a value.</param>
    /// <param name="maxDepth">How deep arrays and maps may lie in each other; at most 64.</param>
    /// <param name="length">The value's length in bytes.</param>
    /// <param name="error">What is wrong, in one line.</param>
    public static bool TryMeasure(ReadOnlyMemory<byte> message, int maxDepth, out int length, [NotNullWhen(false)] out string? error)
    {
        length = 0;
        error = null;
        var bytes = message.Span;
        // How many values are still to come on each level.
        Span<long> open = stackalloc long[maxDepth + 1];
        var depth = 0;
        open[0] = 1;
        long at = 0;
        while (depth >= 0)
        {
            if (open[depth]-- == 0)
            {
                depth--;
                continue;
            }

            if (at >= bytes.Length) return Fail("cut short", out error);
            if (!TryStep(bytes, ref at, out var children)) return Fail($"byte 0x{bytes[(int)at]:x2} begins no value, or its value is cut short", out error);
            if (children < 0) continue;
            if (children > bytes.Length - at) return Fail($"{children} values are announced and {bytes.Length - at} bytes are left", out error);
            if (depth == maxDepth) return Fail($"nested deeper than {maxDepth}", out error);
            open[++depth] = children;
        }

        length = (int)at;
        return true;
    }

    // Steps over a head, and over the content of what has no children. children is -1 for those.
    private static bool TryStep(ReadOnlySpan<byte> bytes, ref long at, out long children)
    {
        var head = bytes[(int)at];
        children = -1;
        if (head is >= 0x80 and <= 0x9f)
        {
            children = (head & 0x0f) * (head < 0x90 ? 2 : 1);
            at++;
            return true;
        }

        var fixedLength = s_fixed[head];
        if (fixedLength > 0) return TryAdvance(bytes, ref at, fixedLength);
        var counter = fixedLength == 0 ? 0 : -fixedLength;
        if (counter == 0 || bytes.Length - at < 1 + counter) return false;
        long count = counter switch
        {
            1 => bytes[(int)at + 1],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[((int)at + 1)..]),
            _ => BinaryPrimitives.ReadUInt32BigEndian(bytes[((int)at + 1)..]),
        };
        if (head >= 0xdc)
        {
            children = count * (head < 0xde ? 1 : 2);
            at += 1 + counter;
            return true;
        }

        // An ext carries its type in one more byte.
        return TryAdvance(bytes, ref at, 1 + counter + (head is >= 0xc7 and <= 0xc9 ? 1 : 0) + count);
    }

    private static bool TryAdvance(ReadOnlySpan<byte> bytes, ref long at, long by)
    {
        if (by > bytes.Length - at) return false;
        at += by;
        return true;
    }

    // Whole length of values whose head tells it; minus the size of the counter that follows the head otherwise; 0 for 0xc1, which is never used.
    private static int[] FixedLengths()
    {
        var lengths = new int[256];
        for (var i = 0; i < 0x80; i++) lengths[i] = 1;
        for (var i = 0xa0; i < 0xc0; i++) lengths[i] = 1 + (i & 0x1f);
        for (var i = 0xe0; i < 0x100; i++) lengths[i] = 1;
        (lengths[0xc0], lengths[0xc2], lengths[0xc3]) = (1, 1, 1);
        (lengths[0xc4], lengths[0xc5], lengths[0xc6]) = (-1, -2, -4);
        (lengths[0xc7], lengths[0xc8], lengths[0xc9]) = (-1, -2, -4);
        (lengths[0xca], lengths[0xcb]) = (5, 9);
        for (var i = 0; i < 4; i++) (lengths[0xcc + i], lengths[0xd0 + i]) = (1 + (1 << i), 1 + (1 << i));
        for (var i = 0; i < 5; i++) lengths[0xd4 + i] = 2 + (1 << i);
        (lengths[0xd9], lengths[0xda], lengths[0xdb]) = (-1, -2, -4);
        (lengths[0xdc], lengths[0xdd], lengths[0xde], lengths[0xdf]) = (-2, -4, -2, -4);
        return lengths;
    }

    private static bool Fail(string what, out string error)
    {
        error = what;
        return false;
    }
}
