namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public void Uniform1(int location, int v0) =>
        ((delegate* unmanaged<int, int, void>)Entry(Slot.Uniform1i, "glUniform1i"))(location, v0);

    public void Uniform1(int location, uint v0) =>
        ((delegate* unmanaged<int, uint, void>)Entry(Slot.Uniform1ui, "glUniform1ui"))(location, v0);

    public void Uniform1(int location, float v0) =>
        ((delegate* unmanaged<int, float, void>)Entry(Slot.Uniform1f, "glUniform1f"))(location, v0);

    public void Uniform1(int location, double v0) =>
        ((delegate* unmanaged<int, double, void>)Entry(Slot.Uniform1d, "glUniform1d"))(location, v0);

    public void Uniform2(int location, int v0, int v1) =>
        ((delegate* unmanaged<int, int, int, void>)Entry(Slot.Uniform2i, "glUniform2i"))(location, v0, v1);

    public void Uniform2(int location, uint v0, uint v1) =>
        ((delegate* unmanaged<int, uint, uint, void>)Entry(Slot.Uniform2ui, "glUniform2ui"))(location, v0, v1);

    public void Uniform2(int location, float v0, float v1) =>
        ((delegate* unmanaged<int, float, float, void>)Entry(Slot.Uniform2f, "glUniform2f"))(location, v0, v1);

    public void Uniform2(int location, double v0, double v1) =>
        ((delegate* unmanaged<int, double, double, void>)Entry(Slot.Uniform2d, "glUniform2d"))(location, v0, v1);

    public void Uniform3(int location, int v0, int v1, int v2) =>
        ((delegate* unmanaged<int, int, int, int, void>)Entry(Slot.Uniform3i, "glUniform3i"))(location, v0, v1, v2);

    public void Uniform3(int location, uint v0, uint v1, uint v2) =>
        ((delegate* unmanaged<int, uint, uint, uint, void>)Entry(Slot.Uniform3ui, "glUniform3ui"))(location, v0, v1, v2);

    public void Uniform3(int location, float v0, float v1, float v2) =>
        ((delegate* unmanaged<int, float, float, float, void>)Entry(Slot.Uniform3f, "glUniform3f"))(location, v0, v1, v2);

    public void Uniform3(int location, double v0, double v1, double v2) =>
        ((delegate* unmanaged<int, double, double, double, void>)Entry(Slot.Uniform3d, "glUniform3d"))(location, v0, v1, v2);

    public void Uniform4(int location, int v0, int v1, int v2, int v3) =>
        ((delegate* unmanaged<int, int, int, int, int, void>)Entry(Slot.Uniform4i, "glUniform4i"))(location, v0, v1, v2, v3);

    public void Uniform4(int location, uint v0, uint v1, uint v2, uint v3) =>
        ((delegate* unmanaged<int, uint, uint, uint, uint, void>)Entry(Slot.Uniform4ui, "glUniform4ui"))(location, v0, v1, v2, v3);

    public void Uniform4(int location, float v0, float v1, float v2, float v3) =>
        ((delegate* unmanaged<int, float, float, float, float, void>)Entry(Slot.Uniform4f, "glUniform4f"))(location, v0, v1, v2, v3);

    public void Uniform4(int location, double v0, double v1, double v2, double v3) =>
        ((delegate* unmanaged<int, double, double, double, double, void>)Entry(Slot.Uniform4d, "glUniform4d"))(location, v0, v1, v2, v3);
}
