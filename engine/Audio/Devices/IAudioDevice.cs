using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Where the mix goes. A device pulls blocks at its own pace on its own thread, and its clock is the one that pictures
/// follow.</summary>
public interface IAudioDevice : IDisposable
{
    /// <summary>What it is, in a few words for people; changes when it falls back.</summary>
    string Description { get; }

    /// <summary>What went wrong, in one line with the remedy; null while all is well. A faulted device keeps time and plays
    /// nothing.</summary>
    string? Fault { get; }

    /// <summary>Engine time of the sound that is heard now; runs on smoothly between blocks. Before the start, the first
    /// position.</summary>
    MediaTime PlayedPosition { get; }

    /// <summary>Blocks left out because the thread came too late for them.</summary>
    long SkippedBlocks { get; }

    /// <summary>Begins to pull. Once only.</summary>
    /// <param name="source">Makes the blocks.</param>
    /// <param name="first">Engine time of the first block.</param>
    void Start(IBlockSource source, MediaTime first);
}
