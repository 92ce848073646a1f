namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public void Enable(EnableCap cap) => ((delegate* unmanaged<int, void>)Entry(Slot.Enable, "glEnable"))((int)cap);

    public void Enable(GLEnum cap) => Enable((EnableCap)cap);

    public void Disable(EnableCap cap) => ((delegate* unmanaged<int, void>)Entry(Slot.Disable, "glDisable"))((int)cap);

    public void Disable(GLEnum cap) => Disable((EnableCap)cap);

    public bool IsEnabled(EnableCap cap) => ((delegate* unmanaged<int, byte>)Entry(Slot.IsEnabled, "glIsEnabled"))((int)cap) != Zero;

    public bool IsEnabled(GLEnum cap) => IsEnabled((EnableCap)cap);

    public void Viewport(int x, int y, uint width, uint height) =>
        ((delegate* unmanaged<int, int, uint, uint, void>)Entry(Slot.Viewport, "glViewport"))(x, y, width, height);

    public void Scissor(int x, int y, uint width, uint height) =>
        ((delegate* unmanaged<int, int, uint, uint, void>)Entry(Slot.Scissor, "glScissor"))(x, y, width, height);

    public void ClearColor(float red, float green, float blue, float alpha) =>
        ((delegate* unmanaged<float, float, float, float, void>)Entry(Slot.ClearColor, "glClearColor"))(red, green, blue, alpha);

    public void Clear(ClearBufferMask mask) => ((delegate* unmanaged<int, void>)Entry(Slot.Clear, "glClear"))((int)mask);

    public void Clear(uint mask) => Clear((ClearBufferMask)mask);

    public void BlendFunc(BlendingFactor sfactor, BlendingFactor dfactor) =>
        ((delegate* unmanaged<int, int, void>)Entry(Slot.BlendFunc, "glBlendFunc"))((int)sfactor, (int)dfactor);

    public void BlendFunc(BlendingFactor sfactor, GLEnum dfactor) => BlendFunc(sfactor, (BlendingFactor)dfactor);

    public void BlendFunc(GLEnum sfactor, BlendingFactor dfactor) => BlendFunc((BlendingFactor)sfactor, dfactor);

    public void BlendFunc(GLEnum sfactor, GLEnum dfactor) => BlendFunc((BlendingFactor)sfactor, (BlendingFactor)dfactor);

    public void BlendFuncSeparate(
        BlendingFactor sfactorRGB, BlendingFactor dfactorRGB, BlendingFactor sfactorAlpha, BlendingFactor dfactorAlpha) =>
        ((delegate* unmanaged<int, int, int, int, void>)Entry(Slot.BlendFuncSeparate, "glBlendFuncSeparate"))(
            (int)sfactorRGB, (int)dfactorRGB, (int)sfactorAlpha, (int)dfactorAlpha);

    public void BlendFuncSeparate(
        GLEnum sfactorRGB, GLEnum dfactorRGB, GLEnum sfactorAlpha, GLEnum dfactorAlpha) =>
        BlendFuncSeparate((BlendingFactor)sfactorRGB, (BlendingFactor)dfactorRGB, (BlendingFactor)sfactorAlpha,
            (BlendingFactor)dfactorAlpha);

    public void BlendEquation(BlendEquationModeEXT mode) =>
        ((delegate* unmanaged<int, void>)Entry(Slot.BlendEquation, "glBlendEquation"))((int)mode);

    public void BlendEquation(GLEnum mode) => BlendEquation((BlendEquationModeEXT)mode);

    public void BlendColor(float red, float green, float blue, float alpha) =>
        ((delegate* unmanaged<float, float, float, float, void>)Entry(Slot.BlendColor, "glBlendColor"))(red, green, blue, alpha);

    public void CullFace(TriangleFace mode) => ((delegate* unmanaged<int, void>)Entry(Slot.CullFace, "glCullFace"))((int)mode);

    public void CullFace(GLEnum mode) => CullFace((TriangleFace)mode);

    public void ColorMask(bool red, bool green, bool blue, bool alpha) =>
        ((delegate* unmanaged<byte, byte, byte, byte, void>)Entry(Slot.ColorMask, "glColorMask"))(
            red ? One : Zero, green ? One : Zero, blue ? One : Zero, alpha ? One : Zero);

    public GLEnum GetError() => (GLEnum)((delegate* unmanaged<int>)Entry(Slot.GetError, "glGetError"))();

    public byte* GetString(StringName name) => ((delegate* unmanaged<int, byte*>)Entry(Slot.GetString, "glGetString"))((int)name);

    public byte* GetString(GLEnum name) => GetString((StringName)name);

    public byte* GetString(StringName name, uint index) =>
        ((delegate* unmanaged<int, uint, byte*>)Entry(Slot.GetStringi, "glGetStringi"))((int)name, index);

    public byte* GetString(GLEnum name, uint index) => GetString((StringName)name, index);

    public void GetInteger(GetPName pname, int* data) =>
        ((delegate* unmanaged<int, int*, void>)Entry(Slot.GetIntegerv, "glGetIntegerv"))((int)pname, data);

    public void GetInteger(GetPName pname, out int data)
    {
        fixed (int* value = &data) GetInteger(pname, value);
    }

    public void GetInteger(GLEnum pname, int* data) => GetInteger((GetPName)pname, data);

    public void GetInteger(GLEnum pname, out int data)
    {
        fixed (int* value = &data) GetInteger(pname, value);
    }

    public void GetInteger64(GetPName pname, long* data) =>
        ((delegate* unmanaged<int, long*, void>)Entry(Slot.GetInteger64v, "glGetInteger64v"))((int)pname, data);

    public void GetInteger64(GetPName pname, out long data)
    {
        fixed (long* value = &data) GetInteger64(pname, value);
    }

    public void GetInteger64(GLEnum pname, long* data) => GetInteger64((GetPName)pname, data);

    public void GetInteger64(GLEnum pname, out long data)
    {
        fixed (long* value = &data) GetInteger64(pname, value);
    }

    public void GetFloat(GetPName pname, float* data) =>
        ((delegate* unmanaged<int, float*, void>)Entry(Slot.GetFloatv, "glGetFloatv"))((int)pname, data);

    public void GetFloat(GetPName pname, out float data)
    {
        fixed (float* value = &data) GetFloat(pname, value);
    }

    public void GetFloat(GLEnum pname, float* data) => GetFloat((GetPName)pname, data);

    public void GetFloat(GLEnum pname, out float data)
    {
        fixed (float* value = &data) GetFloat(pname, value);
    }

    public void Flush() => ((delegate* unmanaged<void>)Entry(Slot.Flush, "glFlush"))();

    public void Finish() => ((delegate* unmanaged<void>)Entry(Slot.Finish, "glFinish"))();
}
