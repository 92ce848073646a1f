namespace FFmpeg.AutoGen;

public unsafe struct AVFilterGraph
{
    public AVClass* av_class;
    public AVFilterContext** filters;
    public uint nb_filters;
    public byte* scale_sws_opts;
    public int thread_type;
    public int nb_threads;
    public AVFilterGraphInternal* @internal;
    public void* opaque;
    public AVFilterGraph_execute_func execute;
    public byte* aresample_swr_opts;
    public AVFilterLink** sink_links;
    public int sink_links_count;
    public uint disable_auto_convert;
}
