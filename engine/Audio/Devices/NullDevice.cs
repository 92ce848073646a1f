using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Plays to nobody, in time: for machines without a sound card.</summary>
public sealed class NullDevice : IAudioDevice
{
    private readonly PacedLoop _loop;
    private readonly string _reason;

    /// <summary>Makes a device.</summary>
    /// <param name="clock">Sets the pace.</param>
    /// <param name="reason">Why there is no real one, for people; empty when nobody asked for one.</param>
    public NullDevice(IClock clock, string reason = "")
    {
        _loop = new PacedLoop(clock, null);
        _reason = reason;
    }

    /// <inheritdoc/>
    public string Description => _reason.Length == 0 ? "null (no sound)" : $"null ({_reason})";

    /// <inheritdoc/>
    public string? Fault => null;

    /// <inheritdoc/>
    public MediaTime PlayedPosition => _loop.Position;

    /// <inheritdoc/>
    public long SkippedBlocks => _loop.Skipped;

    /// <inheritdoc/>
    public void Start(IBlockSource source, MediaTime first) => _loop.Start(source, first);

    /// <inheritdoc/>
    public void Dispose() => _loop.Stop();
}
