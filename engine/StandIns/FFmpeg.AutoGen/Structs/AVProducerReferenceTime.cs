namespace FFmpeg.AutoGen;

public unsafe struct AVProducerReferenceTime
{
    public long wallclock;
    public int flags;
}
