namespace Silk.NET.GLFW;

/// <summary>GLFWwindow, never looked into.</summary>
public struct WindowHandle;
