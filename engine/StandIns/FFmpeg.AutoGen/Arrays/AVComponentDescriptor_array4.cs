using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public unsafe struct AVComponentDescriptor_array4 : IFixedArray
{
    private Slots _slots;

    public readonly int Length => 4;

    public AVComponentDescriptor this[uint i]
    {
        readonly get => _slots[(int)i];
        set => _slots[(int)i] = value;
    }

    public readonly AVComponentDescriptor[] ToArray()
    {
        var array = new AVComponentDescriptor[4];
        for (uint i = 0; i < 4; i++) array[i] = this[i];
        return array;
    }

    public void UpdateFrom(AVComponentDescriptor[] array)
    {
        var count = Math.Min(array.Length, 4);
        for (uint i = 0; i < count; i++) this[i] = array[i];
    }

    public static implicit operator AVComponentDescriptor[](AVComponentDescriptor_array4 @struct) => @struct.ToArray();

    [InlineArray(4)]
    private struct Slots
    {
        private AVComponentDescriptor _first;
    }
}
