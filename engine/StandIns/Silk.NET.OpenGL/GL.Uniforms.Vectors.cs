using System.Numerics;

namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public void Uniform2(int location, Vector2 vector) => Uniform2(location, vector.X, vector.Y);

    public void Uniform2(int location, ref Vector2 vector) => Uniform2(location, vector.X, vector.Y);

    public void Uniform3(int location, Vector3 vector) => Uniform3(location, vector.X, vector.Y, vector.Z);

    public void Uniform3(int location, ref Vector3 vector) => Uniform3(location, vector.X, vector.Y, vector.Z);

    public void Uniform4(int location, Vector4 vector) => Uniform4(location, vector.X, vector.Y, vector.Z, vector.W);

    public void Uniform4(int location, ref Vector4 vector) => Uniform4(location, vector.X, vector.Y, vector.Z, vector.W);

    public void Uniform4(int location, Quaternion quaternion) =>
        Uniform4(location, quaternion.X, quaternion.Y, quaternion.Z, quaternion.W);

    public void UniformMatrix3(int location, uint count, bool transpose, float* value) =>
        ((delegate* unmanaged<int, uint, byte, float*, void>)Entry(Slot.UniformMatrix3fv, "glUniformMatrix3fv"))(
            location, count, transpose ? One : Zero, value);

    public void UniformMatrix3(int location, uint count, bool transpose, ref readonly float value)
    {
        fixed (float* p = &value) UniformMatrix3(location, count, transpose, p);
    }

    public void UniformMatrix3(int location, bool transpose, ReadOnlySpan<float> value)
    {
        fixed (float* p = value) UniformMatrix3(location, (uint)(value.Length / 9), transpose, p);
    }

    public void UniformMatrix4(int location, uint count, bool transpose, float* value) =>
        ((delegate* unmanaged<int, uint, byte, float*, void>)Entry(Slot.UniformMatrix4fv, "glUniformMatrix4fv"))(
            location, count, transpose ? One : Zero, value);

    public void UniformMatrix4(int location, uint count, bool transpose, ref readonly float value)
    {
        fixed (float* p = &value) UniformMatrix4(location, count, transpose, p);
    }

    public void UniformMatrix4(int location, bool transpose, ReadOnlySpan<float> value)
    {
        fixed (float* p = value) UniformMatrix4(location, (uint)(value.Length / 16), transpose, p);
    }
}
