using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

public unsafe struct AVChannelLayout
{
    public AVChannelOrder order;
    public int nb_channels;
    public AVChannelLayout_u u;
    public void* opaque;
}

[StructLayout(LayoutKind.Explicit)]
public unsafe struct AVChannelLayout_u
{
    [FieldOffset(0)]
    public ulong mask;
    [FieldOffset(0)]
    public AVChannelCustom* map;
}
