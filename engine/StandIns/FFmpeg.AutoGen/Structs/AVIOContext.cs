namespace FFmpeg.AutoGen;

public unsafe struct AVIOContext
{
    public AVClass* av_class;
    public byte* buffer;
    public int buffer_size;
    public byte* buf_ptr;
    public byte* buf_end;
    public void* opaque;
    public AVIOContext_read_packet_func read_packet;
    public AVIOContext_write_packet_func write_packet;
    public AVIOContext_seek_func seek;
    public long pos;
    public int eof_reached;
    public int error;
    public int write_flag;
    public int max_packet_size;
    public int min_packet_size;
    public ulong checksum;
    public byte* checksum_ptr;
    public AVIOContext_update_checksum_func update_checksum;
    public AVIOContext_read_pause_func read_pause;
    public AVIOContext_read_seek_func read_seek;
    public int seekable;
    public int direct;
    public byte* protocol_whitelist;
    public byte* protocol_blacklist;
    public AVIOContext_write_data_type_func write_data_type;
    public int ignore_boundary_point;
    [Obsolete("Deprecated by FFmpeg.")]
    public long written;
    public byte* buf_ptr_max;
    public long bytes_read;
    public long bytes_written;
}
