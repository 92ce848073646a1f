using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

public unsafe struct AVFilter
{
    public byte* name;
    public byte* description;
    public AVFilterPad* inputs;
    public AVFilterPad* outputs;
    public AVClass* priv_class;
    public int flags;
    public byte nb_inputs;
    public byte nb_outputs;
    public byte formats_state;
    public AVFilter_preinit_func preinit;
    public AVFilter_init_func init;
    public AVFilter_init_dict_func init_dict;
    public AVFilter_uninit_func uninit;
    public AVFilter_formats formats;
    public int priv_size;
    public int flags_internal;
    public AVFilter_process_command_func process_command;
    public AVFilter_activate_func activate;
}

[StructLayout(LayoutKind.Explicit)]
public unsafe struct AVFilter_formats
{
    [FieldOffset(0)]
    public AVFilter_formats_query_func_func query_func;
    [FieldOffset(0)]
    public AVPixelFormat* pixels_list;
    [FieldOffset(0)]
    public AVSampleFormat* samples_list;
    [FieldOffset(0)]
    public AVPixelFormat pix_fmt;
    [FieldOffset(0)]
    public AVSampleFormat sample_fmt;
}
