using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public unsafe struct ulong_array8 : IFixedArray
{
    private Slots _slots;

    public readonly int Length => 8;

    public ulong this[uint i]
    {
        readonly get => _slots[(int)i];
        set => _slots[(int)i] = value;
    }

    public readonly ulong[] ToArray()
    {
        var array = new ulong[8];
        for (uint i = 0; i < 8; i++) array[i] = this[i];
        return array;
    }

    public void UpdateFrom(ulong[] array)
    {
        var count = Math.Min(array.Length, 8);
        for (uint i = 0; i < count; i++) this[i] = array[i];
    }

    public static implicit operator ulong[](ulong_array8 @struct) => @struct.ToArray();

    [InlineArray(8)]
    private struct Slots
    {
        private ulong _first;
    }
}
