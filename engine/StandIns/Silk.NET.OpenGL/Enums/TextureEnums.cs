namespace Silk.NET.OpenGL;

public enum TextureTarget
{
    Texture1D = 0xDE0,
    Texture2D = 0xDE1,
    ProxyTexture2D = 0x8064,
    Texture3D = 0x806F,
    TextureRectangle = 0x84F5,
    TextureCubeMap = 0x8513,
    TextureCubeMapPositiveX = 0x8515,
    Texture1DArray = 0x8C18,
    Texture2DArray = 0x8C1A,
    TextureBuffer = 0x8C2A,
    Texture2DMultisample = 0x9100,
}

public enum TextureUnit
{
    Texture0 = 0x84C0,
    Texture1 = 0x84C1,
    Texture2 = 0x84C2,
    Texture3 = 0x84C3,
    Texture4 = 0x84C4,
    Texture5 = 0x84C5,
    Texture6 = 0x84C6,
    Texture7 = 0x84C7,
    Texture8 = 0x84C8,
    Texture9 = 0x84C9,
    Texture10 = 0x84CA,
    Texture11 = 0x84CB,
    Texture12 = 0x84CC,
    Texture13 = 0x84CD,
    Texture14 = 0x84CE,
    Texture15 = 0x84CF,
    Texture16 = 0x84D0,
    Texture17 = 0x84D1,
    Texture18 = 0x84D2,
    Texture19 = 0x84D3,
    Texture20 = 0x84D4,
    Texture21 = 0x84D5,
    Texture22 = 0x84D6,
    Texture23 = 0x84D7,
    Texture24 = 0x84D8,
    Texture25 = 0x84D9,
    Texture26 = 0x84DA,
    Texture27 = 0x84DB,
    Texture28 = 0x84DC,
    Texture29 = 0x84DD,
    Texture30 = 0x84DE,
    Texture31 = 0x84DF,
}

public enum TextureParameterName
{
    TextureWidth = 0x1000,
    TextureHeight = 0x1001,
    TextureInternalFormat = 0x1003,
    TextureBorderColor = 0x1004,
    TextureMagFilter = 0x2800,
    TextureMinFilter = 0x2801,
    TextureWrapS = 0x2802,
    TextureWrapT = 0x2803,
    TextureWrapR = 0x8072,
    TextureMinLod = 0x813A,
    TextureMaxLod = 0x813B,
    TextureBaseLevel = 0x813C,
    TextureMaxLevel = 0x813D,
    TextureLodBias = 0x8501,
    TextureCompareMode = 0x884C,
    TextureCompareFunc = 0x884D,
    TextureSwizzleR = 0x8E42,
    TextureSwizzleG = 0x8E43,
    TextureSwizzleB = 0x8E44,
    TextureSwizzleA = 0x8E45,
    TextureSwizzleRgba = 0x8E46,
    DepthStencilTextureMode = 0x90EA,
}

public enum TextureMinFilter
{
    Nearest = 0x2600,
    Linear = 0x2601,
    NearestMipmapNearest = 0x2700,
    LinearMipmapNearest = 0x2701,
    NearestMipmapLinear = 0x2702,
    LinearMipmapLinear = 0x2703,
}

public enum TextureMagFilter
{
    Nearest = 0x2600,
    Linear = 0x2601,
}

public enum TextureWrapMode
{
    Repeat = 0x2901,
    ClampToBorder = 0x812D,
    ClampToEdge = 0x812F,
    MirroredRepeat = 0x8370,
}

public enum PixelStoreParameter
{
    UnpackSwapBytes = 0xCF0,
    UnpackLsbFirst = 0xCF1,
    UnpackRowLength = 0xCF2,
    UnpackSkipRows = 0xCF3,
    UnpackSkipPixels = 0xCF4,
    UnpackAlignment = 0xCF5,
    PackSwapBytes = 0xD00,
    PackLsbFirst = 0xD01,
    PackRowLength = 0xD02,
    PackSkipRows = 0xD03,
    PackSkipPixels = 0xD04,
    PackAlignment = 0xD05,
    PackSkipImages = 0x806B,
    PackImageHeight = 0x806C,
    UnpackSkipImages = 0x806D,
    UnpackImageHeight = 0x806E,
}
