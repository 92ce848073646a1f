using System.Runtime.InteropServices;
using System.Text;

namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public void ShaderSource(uint shader, string @string)
    {
        var text = Encoding.UTF8.GetBytes(@string);
        var length = text.Length;
        fixed (byte* start = text)
        {
            var line = start;
            ((delegate* unmanaged<uint, uint, byte**, int*, void>)Entry(Slot.ShaderSource, "glShaderSource"))(shader, 1, &line, &length);
        }
    }

    public string GetShaderInfoLog(uint shader)
    {
        GetShader(shader, ShaderParameterName.InfoLogLength, out var length);
        return Log(shader, length, Entry(Slot.GetShaderInfoLog, "glGetShaderInfoLog"));
    }

    public void GetShaderInfoLog(uint shader, out string info) => info = GetShaderInfoLog(shader);

    public string GetProgramInfoLog(uint program)
    {
        GetProgram(program, ProgramPropertyARB.InfoLogLength, out var length);
        return Log(program, length, Entry(Slot.GetProgramInfoLog, "glGetProgramInfoLog"));
    }

    public void GetProgramInfoLog(uint program, out string info) => info = GetProgramInfoLog(program);

    public int GetUniformLocation(uint program, string name)
    {
        var text = ZeroTerminated(name);
        fixed (byte* p = text) return GetUniformLocation(program, p);
    }

    public int GetUniformLocation(uint program, byte* name) =>
        ((delegate* unmanaged<uint, byte*, int>)Entry(Slot.GetUniformLocation, "glGetUniformLocation"))(program, name);

    public int GetAttribLocation(uint program, string name)
    {
        var text = ZeroTerminated(name);
        fixed (byte* p = text) return GetAttribLocation(program, p);
    }

    public int GetAttribLocation(uint program, byte* name) =>
        ((delegate* unmanaged<uint, byte*, int>)Entry(Slot.GetAttribLocation, "glGetAttribLocation"))(program, name);

    public void BindAttribLocation(uint program, uint index, string name)
    {
        var text = ZeroTerminated(name);
        fixed (byte* p = text) BindAttribLocation(program, index, p);
    }

    public void BindAttribLocation(uint program, uint index, byte* name) =>
        ((delegate* unmanaged<uint, uint, byte*, void>)Entry(Slot.BindAttribLocation, "glBindAttribLocation"))(program, index, name);

    public uint GetUniformBlockIndex(uint program, string uniformBlockName)
    {
        var text = ZeroTerminated(uniformBlockName);
        fixed (byte* p = text) return GetUniformBlockIndex(program, p);
    }

    public uint GetUniformBlockIndex(uint program, byte* uniformBlockName) =>
        ((delegate* unmanaged<uint, byte*, uint>)Entry(Slot.GetUniformBlockIndex, "glGetUniformBlockIndex"))(program, uniformBlockName);

    private static byte[] ZeroTerminated(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private static string Log(uint name, int length, nint read)
    {
        // The length counts the terminating zero; 0 means that there is no log.
        var bytes = new byte[Math.Max(length, 1)];
        fixed (byte* p = bytes)
        {
            ((delegate* unmanaged<uint, int, int*, byte*, void>)read)(name, bytes.Length, null, p);
            return Marshal.PtrToStringUTF8((nint)p) ?? "";
        }
    }
}
