using System.Drawing;
using Silk.NET.Maths;

namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public int GetInteger(GetPName pname)
    {
        GetInteger(pname, out int value);
        return value;
    }

    public int GetInteger(GLEnum pname) => GetInteger((GetPName)pname);

    public void GetInteger(GetPName pname, Span<int> data)
    {
        fixed (int* values = data) GetInteger(pname, values);
    }

    public void GetInteger(GLEnum pname, Span<int> data) => GetInteger((GetPName)pname, data);

    public long GetInteger64(GetPName pname)
    {
        GetInteger64(pname, out long value);
        return value;
    }

    public long GetInteger64(GLEnum pname) => GetInteger64((GetPName)pname);

    public float GetFloat(GetPName pname)
    {
        GetFloat(pname, out float value);
        return value;
    }

    public float GetFloat(GLEnum pname) => GetFloat((GetPName)pname);

    public void ClearColor(Color color) => ClearColor(color.R / 255f, color.G / 255f, color.B / 255f, color.A / 255f);

    public void Viewport(Size size) => Viewport(0, 0, (uint)size.Width, (uint)size.Height);

    public void Viewport(Point location, Size size) => Viewport(location.X, location.Y, (uint)size.Width, (uint)size.Height);

    public void Viewport(System.Drawing.Rectangle rectangle) => Viewport(rectangle.Location, rectangle.Size);

    public void Viewport(Vector2D<int> size) => Viewport(0, 0, (uint)size.X, (uint)size.Y);

    public void Viewport(Vector2D<int> location, Vector2D<int> size) => Viewport(location.X, location.Y, (uint)size.X, (uint)size.Y);

    public void Viewport(Rectangle<int> rectangle) => Viewport(rectangle.Origin, rectangle.Size);
}
