using System.Runtime.InteropServices;

namespace Silk.NET.Windowing.Glfw;

/// <summary>Shapes of GLFW's window callbacks with two numbers, one number, none, and a list of paths.</summary>
[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void GlfwPairCallback(nint window, int first, int second);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void GlfwFlagCallback(nint window, int flag);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void GlfwPlainCallback(nint window);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal unsafe delegate void GlfwDropCallback(nint window, int count, nint* paths);
