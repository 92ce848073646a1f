using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public unsafe struct byte_array16 : IFixedArray
{
    private Slots _slots;

    public readonly int Length => 16;

    public byte this[uint i]
    {
        readonly get => _slots[(int)i];
        set => _slots[(int)i] = value;
    }

    public readonly byte[] ToArray()
    {
        var array = new byte[16];
        for (uint i = 0; i < 16; i++) array[i] = this[i];
        return array;
    }

    public void UpdateFrom(byte[] array)
    {
        var count = Math.Min(array.Length, 16);
        for (uint i = 0; i < count; i++) this[i] = array[i];
    }

    public static implicit operator byte[](byte_array16 @struct) => @struct.ToArray();

    [InlineArray(16)]
    private struct Slots
    {
        private byte _first;
    }
}
