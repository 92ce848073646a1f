namespace Silk.NET.OpenGL;

public enum FramebufferTarget
{
    ReadFramebuffer = 0x8CA8,
    DrawFramebuffer = 0x8CA9,
    Framebuffer = 0x8D40,
}

public enum FramebufferAttachment
{
    DepthStencilAttachment = 0x821A,
    ColorAttachment0 = 0x8CE0,
    ColorAttachment1 = 0x8CE1,
    ColorAttachment2 = 0x8CE2,
    ColorAttachment3 = 0x8CE3,
    ColorAttachment4 = 0x8CE4,
    ColorAttachment5 = 0x8CE5,
    ColorAttachment6 = 0x8CE6,
    ColorAttachment7 = 0x8CE7,
    ColorAttachment8 = 0x8CE8,
    ColorAttachment9 = 0x8CE9,
    ColorAttachment10 = 0x8CEA,
    ColorAttachment11 = 0x8CEB,
    ColorAttachment12 = 0x8CEC,
    ColorAttachment13 = 0x8CED,
    ColorAttachment14 = 0x8CEE,
    ColorAttachment15 = 0x8CEF,
    DepthAttachment = 0x8D00,
    StencilAttachment = 0x8D20,
}

public enum FramebufferStatus
{
    Undefined = 0x8219,
    [Obsolete("Deprecated in favour of \"Undefined\"")]
    FramebufferUndefined = 0x8219,
    Complete = 0x8CD5,
    [Obsolete("Deprecated in favour of \"Complete\"")]
    FramebufferComplete = 0x8CD5,
    IncompleteAttachment = 0x8CD6,
    [Obsolete("Deprecated in favour of \"IncompleteAttachment\"")]
    FramebufferIncompleteAttachment = 0x8CD6,
    IncompleteMissingAttachment = 0x8CD7,
    [Obsolete("Deprecated in favour of \"IncompleteMissingAttachment\"")]
    FramebufferIncompleteMissingAttachment = 0x8CD7,
    IncompleteDrawBuffer = 0x8CDB,
    [Obsolete("Deprecated in favour of \"IncompleteDrawBuffer\"")]
    FramebufferIncompleteDrawBuffer = 0x8CDB,
    IncompleteReadBuffer = 0x8CDC,
    [Obsolete("Deprecated in favour of \"IncompleteReadBuffer\"")]
    FramebufferIncompleteReadBuffer = 0x8CDC,
    Unsupported = 0x8CDD,
    [Obsolete("Deprecated in favour of \"Unsupported\"")]
    FramebufferUnsupported = 0x8CDD,
    IncompleteMultisample = 0x8D56,
    [Obsolete("Deprecated in favour of \"IncompleteMultisample\"")]
    FramebufferIncompleteMultisample = 0x8D56,
    IncompleteLayerTargets = 0x8DA8,
    [Obsolete("Deprecated in favour of \"IncompleteLayerTargets\"")]
    FramebufferIncompleteLayerTargets = 0x8DA8,
}

public enum RenderbufferTarget
{
    Renderbuffer = 0x8D41,
}

public enum ReadBufferMode
{
    None = 0x0,
    FrontLeft = 0x400,
    FrontRight = 0x401,
    BackLeft = 0x402,
    BackRight = 0x403,
    Front = 0x404,
    Back = 0x405,
    Left = 0x406,
    Right = 0x407,
    ColorAttachment0 = 0x8CE0,
    ColorAttachment1 = 0x8CE1,
    ColorAttachment2 = 0x8CE2,
    ColorAttachment3 = 0x8CE3,
    ColorAttachment4 = 0x8CE4,
    ColorAttachment5 = 0x8CE5,
    ColorAttachment6 = 0x8CE6,
    ColorAttachment7 = 0x8CE7,
    ColorAttachment8 = 0x8CE8,
    ColorAttachment9 = 0x8CE9,
    ColorAttachment10 = 0x8CEA,
    ColorAttachment11 = 0x8CEB,
    ColorAttachment12 = 0x8CEC,
    ColorAttachment13 = 0x8CED,
    ColorAttachment14 = 0x8CEE,
    ColorAttachment15 = 0x8CEF,
}

public enum DrawBufferMode
{
    None = 0x0,
    FrontLeft = 0x400,
    FrontRight = 0x401,
    BackLeft = 0x402,
    BackRight = 0x403,
    Front = 0x404,
    Back = 0x405,
    Left = 0x406,
    Right = 0x407,
    FrontAndBack = 0x408,
    ColorAttachment0 = 0x8CE0,
    ColorAttachment1 = 0x8CE1,
    ColorAttachment2 = 0x8CE2,
    ColorAttachment3 = 0x8CE3,
    ColorAttachment4 = 0x8CE4,
    ColorAttachment5 = 0x8CE5,
    ColorAttachment6 = 0x8CE6,
    ColorAttachment7 = 0x8CE7,
    ColorAttachment8 = 0x8CE8,
    ColorAttachment9 = 0x8CE9,
    ColorAttachment10 = 0x8CEA,
    ColorAttachment11 = 0x8CEB,
    ColorAttachment12 = 0x8CEC,
    ColorAttachment13 = 0x8CED,
    ColorAttachment14 = 0x8CEE,
    ColorAttachment15 = 0x8CEF,
}

[Flags]
public enum ClearBufferMask
{
    None = 0x0,
    DepthBufferBit = 0x100,
    StencilBufferBit = 0x400,
    ColorBufferBit = 0x4000,
}

public enum BlitFramebufferFilter
{
    Nearest = 0x2600,
    Linear = 0x2601,
}
