using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public unsafe struct long_array4 : IFixedArray
{
    private Slots _slots;

    public readonly int Length => 4;

    public long this[uint i]
    {
        readonly get => _slots[(int)i];
        set => _slots[(int)i] = value;
    }

    public readonly long[] ToArray()
    {
        var array = new long[4];
        for (uint i = 0; i < 4; i++) array[i] = this[i];
        return array;
    }

    public void UpdateFrom(long[] array)
    {
        var count = Math.Min(array.Length, 4);
        for (uint i = 0; i < count; i++) this[i] = array[i];
    }

    public static implicit operator long[](long_array4 @struct) => @struct.ToArray();

    [InlineArray(4)]
    private struct Slots
    {
        private long _first;
    }
}
