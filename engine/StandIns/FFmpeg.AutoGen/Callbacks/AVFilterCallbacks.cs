using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFilter_preinit(AVFilterContext* ctx);

public struct AVFilter_preinit_func
{
    public IntPtr Pointer;

    public static implicit operator AVFilter_preinit_func(AVFilter_preinit? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFilter_init(AVFilterContext* ctx);

public struct AVFilter_init_func
{
    public IntPtr Pointer;

    public static implicit operator AVFilter_init_func(AVFilter_init? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFilter_init_dict(AVFilterContext* ctx, AVDictionary** options);

public struct AVFilter_init_dict_func
{
    public IntPtr Pointer;

    public static implicit operator AVFilter_init_dict_func(AVFilter_init_dict? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate void AVFilter_uninit(AVFilterContext* ctx);

public struct AVFilter_uninit_func
{
    public IntPtr Pointer;

    public static implicit operator AVFilter_uninit_func(AVFilter_uninit? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFilter_process_command(AVFilterContext* p0, [MarshalAs(UnmanagedType.LPUTF8Str)] string cmd,
    [MarshalAs(UnmanagedType.LPUTF8Str)] string arg, byte* res, int res_len, int flags);

public struct AVFilter_process_command_func
{
    public IntPtr Pointer;

    public static implicit operator AVFilter_process_command_func(AVFilter_process_command? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFilter_activate(AVFilterContext* ctx);

public struct AVFilter_activate_func
{
    public IntPtr Pointer;

    public static implicit operator AVFilter_activate_func(AVFilter_activate? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
public unsafe delegate int AVFilter_formats_query_func(AVFilterContext* p0);

public struct AVFilter_formats_query_func_func
{
    public IntPtr Pointer;

    public static implicit operator AVFilter_formats_query_func_func(AVFilter_formats_query_func? func) =>
        new() { Pointer = func is null ? 0 : Marshal.GetFunctionPointerForDelegate(func) };
}
