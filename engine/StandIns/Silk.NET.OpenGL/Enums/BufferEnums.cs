namespace Silk.NET.OpenGL;

public enum BufferTargetARB
{
    ArrayBuffer = 0x8892,
    ElementArrayBuffer = 0x8893,
    PixelPackBuffer = 0x88EB,
    PixelUnpackBuffer = 0x88EC,
    UniformBuffer = 0x8A11,
    TextureBuffer = 0x8C2A,
    TransformFeedbackBuffer = 0x8C8E,
    CopyReadBuffer = 0x8F36,
    CopyWriteBuffer = 0x8F37,
    DrawIndirectBuffer = 0x8F3F,
    ShaderStorageBuffer = 0x90D2,
    DispatchIndirectBuffer = 0x90EE,
    QueryBuffer = 0x9192,
    AtomicCounterBuffer = 0x92C0,
}

public enum BufferStorageTarget
{
    ArrayBuffer = 0x8892,
    ElementArrayBuffer = 0x8893,
    PixelPackBuffer = 0x88EB,
    PixelUnpackBuffer = 0x88EC,
    UniformBuffer = 0x8A11,
    TextureBuffer = 0x8C2A,
    TransformFeedbackBuffer = 0x8C8E,
    CopyReadBuffer = 0x8F36,
    CopyWriteBuffer = 0x8F37,
    DrawIndirectBuffer = 0x8F3F,
    ShaderStorageBuffer = 0x90D2,
    DispatchIndirectBuffer = 0x90EE,
    QueryBuffer = 0x9192,
    AtomicCounterBuffer = 0x92C0,
}

public enum BufferUsageARB
{
    StreamDraw = 0x88E0,
    StreamRead = 0x88E1,
    StreamCopy = 0x88E2,
    StaticDraw = 0x88E4,
    StaticRead = 0x88E5,
    StaticCopy = 0x88E6,
    DynamicDraw = 0x88E8,
    DynamicRead = 0x88E9,
    DynamicCopy = 0x88EA,
}

public enum BufferAccessARB
{
    ReadOnly = 0x88B8,
    WriteOnly = 0x88B9,
    ReadWrite = 0x88BA,
}

[Flags]
public enum MapBufferAccessMask
{
    ReadBit = 0x1,
    [Obsolete("Deprecated in favour of \"ReadBit\"")]
    MapReadBit = 0x1,
    WriteBit = 0x2,
    [Obsolete("Deprecated in favour of \"WriteBit\"")]
    MapWriteBit = 0x2,
    InvalidateRangeBit = 0x4,
    [Obsolete("Deprecated in favour of \"InvalidateRangeBit\"")]
    MapInvalidateRangeBit = 0x4,
    InvalidateBufferBit = 0x8,
    [Obsolete("Deprecated in favour of \"InvalidateBufferBit\"")]
    MapInvalidateBufferBit = 0x8,
    FlushExplicitBit = 0x10,
    [Obsolete("Deprecated in favour of \"FlushExplicitBit\"")]
    MapFlushExplicitBit = 0x10,
    UnsynchronizedBit = 0x20,
    [Obsolete("Deprecated in favour of \"UnsynchronizedBit\"")]
    MapUnsynchronizedBit = 0x20,
    PersistentBit = 0x40,
    [Obsolete("Deprecated in favour of \"PersistentBit\"")]
    MapPersistentBit = 0x40,
    CoherentBit = 0x80,
    [Obsolete("Deprecated in favour of \"CoherentBit\"")]
    MapCoherentBit = 0x80,
}

[Flags]
public enum BufferStorageMask
{
    MapReadBit = 0x1,
    MapWriteBit = 0x2,
    MapPersistentBit = 0x40,
    MapCoherentBit = 0x80,
    DynamicStorageBit = 0x100,
    ClientStorageBit = 0x200,
}
