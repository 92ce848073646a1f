using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Recording;

/// <summary>Listens to the mix.</summary>
public interface IAudioTap
{
    /// <summary>Takes 10 ms of the mix: 48 kHz, interleaved stereo. Called from the audio thread; must neither block nor throw.</summary>
    void WriteAudio(ReadOnlySpan<float> block, MediaTime at);
}
