namespace Silk.NET.Windowing;

public enum ContextAPI
{
    None = 0,
    Vulkan = 1,
    OpenGL = 2,
    OpenGLES = 3,
}

public enum ContextProfile
{
    Core = 0,
    Compatability = 1,
}

[Flags]
public enum ContextFlags
{
    Default = 0,
    Debug = 1,
    ForwardCompatible = 2,
}

public enum WindowState
{
    Normal = 0,
    Minimized = 1,
    Maximized = 2,
    Fullscreen = 3,
}

public enum WindowBorder
{
    Resizable = 0,
    Fixed = 1,
    Hidden = 2,
}
