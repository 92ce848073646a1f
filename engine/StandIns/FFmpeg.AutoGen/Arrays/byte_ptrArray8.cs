using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public unsafe struct byte_ptrArray8 : IFixedArray
{
    private Slots _slots;

    public readonly int Length => 8;

    public byte* this[uint i]
    {
        readonly get => (byte*)_slots[(int)i];
        set => _slots[(int)i] = (nint)value;
    }

    public readonly byte*[] ToArray()
    {
        var array = new byte*[8];
        for (uint i = 0; i < 8; i++) array[i] = this[i];
        return array;
    }

    public void UpdateFrom(byte*[] array)
    {
        var count = Math.Min(array.Length, 8);
        for (uint i = 0; i < count; i++) this[i] = array[i];
    }

    public static implicit operator byte*[](byte_ptrArray8 @struct) => @struct.ToArray();

    [InlineArray(8)]
    private struct Slots
    {
        private nint _first;
    }
}
