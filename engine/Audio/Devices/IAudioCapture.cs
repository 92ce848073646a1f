namespace ConfEngine.Audio.Devices;

/// <summary>Where sound is captured. A device delivers blocks at its own pace on its own thread.</summary>
public interface IAudioCapture : IDisposable
{
    /// <summary>What it is, in a few words for people.</summary>
    string Description { get; }

    /// <summary>What went wrong, in one line with the remedy; null while all is well. A faulted device delivers nothing any more; whoever
    /// owns it may open another one.</summary>
    string? Fault { get; }

    /// <summary>Blocks lost because the thread came too late for them.</summary>
    long LostBlocks { get; }

    /// <summary>Begins to deliver. Once only. Nothing is delivered after <see cref="IDisposable.Dispose"/> has returned.</summary>
    void Start(CaptureBlockHandler onBlock);
}
