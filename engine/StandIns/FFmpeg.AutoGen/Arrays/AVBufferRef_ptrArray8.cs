using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public unsafe struct AVBufferRef_ptrArray8 : IFixedArray
{
    private Slots _slots;

    public readonly int Length => 8;

    public AVBufferRef* this[uint i]
    {
        readonly get => (AVBufferRef*)_slots[(int)i];
        set => _slots[(int)i] = (nint)value;
    }

    public readonly AVBufferRef*[] ToArray()
    {
        var array = new AVBufferRef*[8];
        for (uint i = 0; i < 8; i++) array[i] = this[i];
        return array;
    }

    public void UpdateFrom(AVBufferRef*[] array)
    {
        var count = Math.Min(array.Length, 8);
        for (uint i = 0; i < count; i++) this[i] = array[i];
    }

    public static implicit operator AVBufferRef*[](AVBufferRef_ptrArray8 @struct) => @struct.ToArray();

    [InlineArray(8)]
    private struct Slots
    {
        private nint _first;
    }
}
