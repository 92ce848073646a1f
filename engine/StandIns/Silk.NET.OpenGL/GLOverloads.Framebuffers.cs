namespace Silk.NET.OpenGL;

public static unsafe partial class GLOverloads
{
    public static void ReadPixels<T0>(
        this GL thisApi, int x, int y, uint width, uint height, PixelFormat format, PixelType type, Span<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.ReadPixels(x, y, width, height, format, type, p);
    }

    public static void ReadPixels<T0>(
        this GL thisApi, int x, int y, uint width, uint height, PixelFormat format, GLEnum type, Span<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.ReadPixels(x, y, width, height, format, type, p);
    }

    public static void ReadPixels<T0>(
        this GL thisApi, int x, int y, uint width, uint height, GLEnum format, PixelType type, Span<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.ReadPixels(x, y, width, height, format, type, p);
    }

    public static void ReadPixels<T0>(this GL thisApi, int x, int y, uint width, uint height, GLEnum format, GLEnum type, Span<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.ReadPixels(x, y, width, height, format, type, p);
    }
}
