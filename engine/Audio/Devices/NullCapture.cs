namespace ConfEngine.Audio.Devices;

/// <summary>No microphone: delivers nothing.</summary>
/// <param name="reason">Why there is none, for people; empty when nobody asked for one.</param>
public sealed class NullCapture(string reason = "") : IAudioCapture
{
    /// <inheritdoc/>
    public string Description => reason.Length == 0 ? "null (no microphone)" : $"null ({reason})";

    /// <inheritdoc/>
    public string? Fault => null;

    /// <inheritdoc/>
    public long LostBlocks => 0;

    /// <inheritdoc/>
    public void Start(CaptureBlockHandler onBlock)
    {
        // There is nothing to begin.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing to free.
    }
}
