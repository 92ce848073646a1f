using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public unsafe struct byte_ptrArray4 : IFixedArray
{
    private Slots _slots;

    public readonly int Length => 4;

    public byte* this[uint i]
    {
        readonly get => (byte*)_slots[(int)i];
        set => _slots[(int)i] = (nint)value;
    }

    public readonly byte*[] ToArray()
    {
        var array = new byte*[4];
        for (uint i = 0; i < 4; i++) array[i] = this[i];
        return array;
    }

    public void UpdateFrom(byte*[] array)
    {
        var count = Math.Min(array.Length, 4);
        for (uint i = 0; i < count; i++) this[i] = array[i];
    }

    public static implicit operator byte*[](byte_ptrArray4 @struct) => @struct.ToArray();

    [InlineArray(4)]
    private struct Slots
    {
        private nint _first;
    }
}
