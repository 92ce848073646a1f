using System.Runtime.InteropServices;

namespace Silk.NET.Input.Glfw;

/// <summary>GLFW's shapes for keys, characters, buttons, and the two that carry a point.</summary>
[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void GlfwKeyCallback(nint window, int key, int scancode, int action, int modifiers);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void GlfwCharCallback(nint window, uint codePoint);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void GlfwButtonCallback(nint window, int button, int action, int modifiers);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void GlfwPointCallback(nint window, double x, double y);
