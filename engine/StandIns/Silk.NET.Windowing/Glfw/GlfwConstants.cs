namespace Silk.NET.Windowing.Glfw;

/// <summary>Window attributes and creation hints of glfw3.h; the name follows GLFW_.</summary>
internal static class GlfwHint
{
    public const int Iconified = 0x00020002;
    public const int Resizable = 0x00020003;
    public const int Visible = 0x00020004;
    public const int Decorated = 0x00020005;
    public const int Floating = 0x00020007;
    public const int Maximized = 0x00020008;
    public const int TransparentFramebuffer = 0x0002000A;
    public const int RedBits = 0x00021001;
    public const int GreenBits = 0x00021002;
    public const int BlueBits = 0x00021003;
    public const int AlphaBits = 0x00021004;
    public const int DepthBits = 0x00021005;
    public const int StencilBits = 0x00021006;
    public const int Samples = 0x0002100D;
    public const int RefreshRate = 0x0002100F;
    public const int ClientApi = 0x00022001;
    public const int ContextVersionMajor = 0x00022002;
    public const int ContextVersionMinor = 0x00022003;
    public const int OpenGLForwardCompat = 0x00022006;
    public const int OpenGLDebugContext = 0x00022007;
    public const int OpenGLProfile = 0x00022008;
    public const int X11ClassName = 0x00024001;
    public const int X11InstanceName = 0x00024002;
}

/// <summary>Values for <see cref="GlfwHint"/> and for input modes.</summary>
internal static class GlfwValue
{
    public const int False = 0;
    public const int True = 1;
    public const int DontCare = -1;
    public const int NoApi = 0;
    public const int OpenGLApi = 0x00030001;
    public const int OpenGLESApi = 0x00030002;
    public const int CoreProfile = 0x00032001;
    public const int CompatibilityProfile = 0x00032002;
    public const int CursorMode = 0x00033001;
    public const int RawMouseMotion = 0x00033005;
    public const int CursorNormal = 0x00034001;
    public const int CursorHidden = 0x00034002;
    public const int CursorDisabled = 0x00034003;
    public const int ArrowCursor = 0x00036001;
}
