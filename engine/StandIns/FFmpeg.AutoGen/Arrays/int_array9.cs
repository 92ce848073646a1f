using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public unsafe struct int_array9 : IFixedArray
{
    private Slots _slots;

    public readonly int Length => 9;

    public int this[uint i]
    {
        readonly get => _slots[(int)i];
        set => _slots[(int)i] = value;
    }

    public readonly int[] ToArray()
    {
        var array = new int[9];
        for (uint i = 0; i < 9; i++) array[i] = this[i];
        return array;
    }

    public void UpdateFrom(int[] array)
    {
        var count = Math.Min(array.Length, 9);
        for (uint i = 0; i < count; i++) this[i] = array[i];
    }

    public static implicit operator int[](int_array9 @struct) => @struct.ToArray();

    [InlineArray(9)]
    private struct Slots
    {
        private int _first;
    }
}
