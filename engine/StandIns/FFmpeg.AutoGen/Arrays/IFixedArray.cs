namespace FFmpeg.AutoGen;

public interface IFixedArray
{
    int Length { get; }
}
