using ConfEngine.Core.Time;

namespace ConfEngine.Audio;

/// <summary>Makes sound block by block. Called on the audio thread: it must not block, lock, log or allocate.</summary>
public interface IBlockSource
{
    /// <summary>Makes the 10 ms that begin at <paramref name="at"/>.</summary>
    /// <param name="stereoBlock">Receives <see cref="Mixer.BlockSamples"/> times left, right; full scale ±1.</param>
    /// <param name="at">Engine time of the first sample.</param>
    void Mix(Span<float> stereoBlock, MediaTime at);
}
