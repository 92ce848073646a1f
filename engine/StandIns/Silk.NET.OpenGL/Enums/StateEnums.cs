namespace Silk.NET.OpenGL;

public enum EnableCap
{
    LineSmooth = 0xB20,
    PolygonSmooth = 0xB41,
    CullFace = 0xB44,
    DepthTest = 0xB71,
    StencilTest = 0xB90,
    Dither = 0xBD0,
    Blend = 0xBE2,
    ColorLogicOp = 0xBF2,
    ScissorTest = 0xC11,
    PolygonOffsetPoint = 0x2A01,
    PolygonOffsetLine = 0x2A02,
    ClipDistance0 = 0x3000,
    ClipDistance1 = 0x3001,
    ClipDistance2 = 0x3002,
    ClipDistance3 = 0x3003,
    PolygonOffsetFill = 0x8037,
    Multisample = 0x809D,
    SampleAlphaToCoverage = 0x809E,
    SampleAlphaToOne = 0x809F,
    SampleCoverage = 0x80A0,
    DebugOutputSynchronous = 0x8242,
    ProgramPointSize = 0x8642,
    DepthClamp = 0x864F,
    TextureCubeMapSeamless = 0x884F,
    RasterizerDiscard = 0x8C89,
    FramebufferSrgb = 0x8DB9,
    PrimitiveRestart = 0x8F9D,
    DebugOutput = 0x92E0,
}

public enum BlendingFactor
{
    Zero = 0x0,
    One = 0x1,
    SrcColor = 0x300,
    OneMinusSrcColor = 0x301,
    SrcAlpha = 0x302,
    OneMinusSrcAlpha = 0x303,
    DstAlpha = 0x304,
    OneMinusDstAlpha = 0x305,
    DstColor = 0x306,
    OneMinusDstColor = 0x307,
    SrcAlphaSaturate = 0x308,
    ConstantColor = 0x8001,
    OneMinusConstantColor = 0x8002,
    ConstantAlpha = 0x8003,
    OneMinusConstantAlpha = 0x8004,
    Src1Alpha = 0x8589,
    Src1Color = 0x88F9,
    OneMinusSrc1Color = 0x88FA,
    OneMinusSrc1Alpha = 0x88FB,
}

public enum BlendEquationModeEXT
{
    FuncAdd = 0x8006,
    Min = 0x8007,
    Max = 0x8008,
    FuncSubtract = 0x800A,
    FuncReverseSubtract = 0x800B,
}

public enum TriangleFace
{
    Front = 0x404,
    Back = 0x405,
    FrontAndBack = 0x408,
}

public enum StringName
{
    Vendor = 0x1F00,
    Renderer = 0x1F01,
    Version = 0x1F02,
    Extensions = 0x1F03,
    ShadingLanguageVersion = 0x8B8C,
}

public enum ErrorCode
{
    NoError = 0x0,
    InvalidEnum = 0x500,
    InvalidValue = 0x501,
    InvalidOperation = 0x502,
    StackOverflow = 0x503,
    StackUnderflow = 0x504,
    OutOfMemory = 0x505,
    InvalidFramebufferOperation = 0x506,
}

public enum GetPName
{
    DepthTest = 0xB71,
    Viewport = 0xBA2,
    Blend = 0xBE2,
    ScissorBox = 0xC10,
    ScissorTest = 0xC11,
    ColorClearValue = 0xC22,
    Doublebuffer = 0xC32,
    UnpackRowLength = 0xCF2,
    UnpackAlignment = 0xCF5,
    PackRowLength = 0xD02,
    PackAlignment = 0xD05,
    MaxTextureSize = 0xD33,
    MaxViewportDims = 0xD3A,
    TextureBinding2D = 0x8069,
    MajorVersion = 0x821B,
    MinorVersion = 0x821C,
    NumExtensions = 0x821D,
    ContextFlags = 0x821E,
    ActiveTexture = 0x84E0,
    MaxRenderbufferSize = 0x84E8,
    VertexArrayBinding = 0x85B5,
    MaxDrawBuffers = 0x8824,
    MaxVertexAttribs = 0x8869,
    MaxTextureImageUnits = 0x8872,
    ArrayBufferBinding = 0x8894,
    ElementArrayBufferBinding = 0x8895,
    PixelPackBufferBinding = 0x88ED,
    PixelUnpackBufferBinding = 0x88EF,
    MaxArrayTextureLayers = 0x88FF,
    UniformBufferBinding = 0x8A28,
    MaxUniformBufferBindings = 0x8A2F,
    MaxUniformBlockSize = 0x8A30,
    UniformBufferOffsetAlignment = 0x8A34,
    MaxCombinedTextureImageUnits = 0x8B4D,
    CurrentProgram = 0x8B8D,
    DrawFramebufferBinding = 0x8CA6,
    RenderbufferBinding = 0x8CA7,
    ReadFramebufferBinding = 0x8CAA,
    Timestamp = 0x8E28,
    ContextProfileMask = 0x9126,
}
