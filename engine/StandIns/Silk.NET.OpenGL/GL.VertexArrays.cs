namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public uint GenVertexArray()
    {
        uint name;
        GenVertexArrays(1, &name);
        return name;
    }

    public void GenVertexArrays(uint n, uint* arrays) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.GenVertexArrays, "glGenVertexArrays"))(n, arrays);

    public void GenVertexArrays(uint n, out uint arrays)
    {
        fixed (uint* p = &arrays) GenVertexArrays(n, p);
    }

    public void GenVertexArrays(Span<uint> arrays)
    {
        fixed (uint* p = arrays) GenVertexArrays((uint)arrays.Length, p);
    }

    public void DeleteVertexArray(uint array) => DeleteVertexArrays(1, &array);

    public void DeleteVertexArrays(uint n, uint* arrays) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.DeleteVertexArrays, "glDeleteVertexArrays"))(n, arrays);

    public void DeleteVertexArrays(uint n, ref readonly uint arrays)
    {
        fixed (uint* p = &arrays) DeleteVertexArrays(n, p);
    }

    public void DeleteVertexArrays(ReadOnlySpan<uint> arrays)
    {
        fixed (uint* p = arrays) DeleteVertexArrays((uint)arrays.Length, p);
    }

    public void BindVertexArray(uint array) => ((delegate* unmanaged<uint, void>)Entry(Slot.BindVertexArray, "glBindVertexArray"))(array);

    public void EnableVertexAttribArray(uint index) =>
        ((delegate* unmanaged<uint, void>)Entry(Slot.EnableVertexAttribArray, "glEnableVertexAttribArray"))(index);

    public void DisableVertexAttribArray(uint index) =>
        ((delegate* unmanaged<uint, void>)Entry(Slot.DisableVertexAttribArray, "glDisableVertexAttribArray"))(index);

    public void VertexAttribPointer(uint index, int size, VertexAttribPointerType type, bool normalized, uint stride, void* pointer) =>
        ((delegate* unmanaged<uint, int, int, byte, uint, void*, void>)Entry(Slot.VertexAttribPointer, "glVertexAttribPointer"))(
            index, size, (int)type, normalized ? One : Zero, stride, pointer);

    public void VertexAttribPointer(uint index, int size, GLEnum type, bool normalized, uint stride, void* pointer) =>
        VertexAttribPointer(index, size, (VertexAttribPointerType)type, normalized, stride, pointer);

    public void VertexAttribIPointer(uint index, int size, VertexAttribIType type, uint stride, void* pointer) =>
        ((delegate* unmanaged<uint, int, int, uint, void*, void>)Entry(Slot.VertexAttribIPointer, "glVertexAttribIPointer"))(
            index, size, (int)type, stride, pointer);

    public void VertexAttribIPointer(uint index, int size, GLEnum type, uint stride, void* pointer) =>
        VertexAttribIPointer(index, size, (VertexAttribIType)type, stride, pointer);

    public void VertexAttribDivisor(uint index, uint divisor) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(Slot.VertexAttribDivisor, "glVertexAttribDivisor"))(index, divisor);

    public void DrawArrays(PrimitiveType mode, int first, uint count) =>
        ((delegate* unmanaged<int, int, uint, void>)Entry(Slot.DrawArrays, "glDrawArrays"))((int)mode, first, count);

    public void DrawArrays(GLEnum mode, int first, uint count) => DrawArrays((PrimitiveType)mode, first, count);

    public void DrawElements(PrimitiveType mode, uint count, DrawElementsType type, void* indices) =>
        ((delegate* unmanaged<int, uint, int, void*, void>)Entry(Slot.DrawElements, "glDrawElements"))(
            (int)mode, count, (int)type, indices);

    public void DrawElements(PrimitiveType mode, uint count, GLEnum type, void* indices) =>
        DrawElements(mode, count, (DrawElementsType)type, indices);

    public void DrawElements(GLEnum mode, uint count, DrawElementsType type, void* indices) =>
        DrawElements((PrimitiveType)mode, count, type, indices);

    public void DrawElements(GLEnum mode, uint count, GLEnum type, void* indices) =>
        DrawElements((PrimitiveType)mode, count, (DrawElementsType)type, indices);

    public void DrawArraysInstanced(PrimitiveType mode, int first, uint count, uint instancecount) =>
        ((delegate* unmanaged<int, int, uint, uint, void>)Entry(Slot.DrawArraysInstanced, "glDrawArraysInstanced"))(
            (int)mode, first, count, instancecount);

    public void DrawArraysInstanced(GLEnum mode, int first, uint count, uint instancecount) =>
        DrawArraysInstanced((PrimitiveType)mode, first, count, instancecount);

    public void DrawElementsInstanced(PrimitiveType mode, uint count, DrawElementsType type, void* indices, uint instancecount) =>
        ((delegate* unmanaged<int, uint, int, void*, uint, void>)Entry(Slot.DrawElementsInstanced, "glDrawElementsInstanced"))(
            (int)mode, count, (int)type, indices, instancecount);

    public void DrawElementsInstanced(PrimitiveType mode, uint count, GLEnum type, void* indices, uint instancecount) =>
        DrawElementsInstanced(mode, count, (DrawElementsType)type, indices, instancecount);

    public void DrawElementsInstanced(GLEnum mode, uint count, DrawElementsType type, void* indices, uint instancecount) =>
        DrawElementsInstanced((PrimitiveType)mode, count, type, indices, instancecount);

    public void DrawElementsInstanced(GLEnum mode, uint count, GLEnum type, void* indices, uint instancecount) =>
        DrawElementsInstanced((PrimitiveType)mode, count, (DrawElementsType)type, indices, instancecount);
}
