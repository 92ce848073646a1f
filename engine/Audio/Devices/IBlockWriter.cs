namespace ConfEngine.Audio.Devices;

/// <summary>Takes the blocks that a <see cref="PacedLoop"/> has rendered.</summary>
internal interface IBlockWriter
{
    /// <summary>Takes one stereo block. Does not throw.</summary>
    void Write(ReadOnlySpan<float> stereoBlock);
}
