namespace FFmpeg.AutoGen;

public unsafe struct AVDictionaryEntry
{
    public byte* key;
    public byte* value;
}
