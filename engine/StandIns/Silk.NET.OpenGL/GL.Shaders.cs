namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public uint CreateShader(ShaderType type) => ((delegate* unmanaged<int, uint>)Entry(Slot.CreateShader, "glCreateShader"))((int)type);

    public uint CreateShader(GLEnum type) => CreateShader((ShaderType)type);

    public void CompileShader(uint shader) => ((delegate* unmanaged<uint, void>)Entry(Slot.CompileShader, "glCompileShader"))(shader);

    public void DeleteShader(uint shader) => ((delegate* unmanaged<uint, void>)Entry(Slot.DeleteShader, "glDeleteShader"))(shader);

    public uint CreateProgram() => ((delegate* unmanaged<uint>)Entry(Slot.CreateProgram, "glCreateProgram"))();

    public void AttachShader(uint program, uint shader) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(Slot.AttachShader, "glAttachShader"))(program, shader);

    public void DetachShader(uint program, uint shader) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(Slot.DetachShader, "glDetachShader"))(program, shader);

    public void LinkProgram(uint program) => ((delegate* unmanaged<uint, void>)Entry(Slot.LinkProgram, "glLinkProgram"))(program);

    public void UseProgram(uint program) => ((delegate* unmanaged<uint, void>)Entry(Slot.UseProgram, "glUseProgram"))(program);

    public void DeleteProgram(uint program) => ((delegate* unmanaged<uint, void>)Entry(Slot.DeleteProgram, "glDeleteProgram"))(program);

    public bool IsProgram(uint program) => ((delegate* unmanaged<uint, byte>)Entry(Slot.IsProgram, "glIsProgram"))(program) != Zero;

    public void UniformBlockBinding(uint program, uint uniformBlockIndex, uint uniformBlockBinding) =>
        ((delegate* unmanaged<uint, uint, uint, void>)Entry(Slot.UniformBlockBinding, "glUniformBlockBinding"))(
            program, uniformBlockIndex, uniformBlockBinding);

    public void GetShader(uint shader, ShaderParameterName pname, int* @params) =>
        ((delegate* unmanaged<uint, int, int*, void>)Entry(Slot.GetShaderiv, "glGetShaderiv"))(shader, (int)pname, @params);

    public void GetShader(uint shader, ShaderParameterName pname, out int @params)
    {
        fixed (int* value = &@params) GetShader(shader, pname, value);
    }

    public void GetShader(uint shader, GLEnum pname, int* @params) => GetShader(shader, (ShaderParameterName)pname, @params);

    public void GetShader(uint shader, GLEnum pname, out int @params)
    {
        fixed (int* value = &@params) GetShader(shader, pname, value);
    }

    public void GetProgram(uint program, ProgramPropertyARB pname, int* @params) =>
        ((delegate* unmanaged<uint, int, int*, void>)Entry(Slot.GetProgramiv, "glGetProgramiv"))(program, (int)pname, @params);

    public void GetProgram(uint program, ProgramPropertyARB pname, out int @params)
    {
        fixed (int* value = &@params) GetProgram(program, pname, value);
    }

    public void GetProgram(uint program, GLEnum pname, int* @params) => GetProgram(program, (ProgramPropertyARB)pname, @params);

    public void GetProgram(uint program, GLEnum pname, out int @params)
    {
        fixed (int* value = &@params) GetProgram(program, pname, value);
    }
}
