namespace FFmpeg.AutoGen;

public unsafe struct AVDeviceInfo
{
    public byte* device_name;
    public byte* device_description;
    public AVMediaType* media_types;
    public int nb_media_types;
}
