using ConfEngine.Audio;
using ConfEngine.Audio.Devices;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Recording;

namespace ConfEngine.Runtime;

/// <summary>From the mixer to the loudspeaker and the recording. Live, the device's thread pulls blocks; offline, the frame loop does.</summary>
public sealed class AudioPath : IBlockSource, IDisposable
{
    private readonly Mixer _mixer;
    private readonly IAudioDevice? _device;
    private readonly float[] _block = new float[Mixer.BlockSamples * Mixer.Channels];
    private volatile IAudioTap[] _taps = [];
    private long _mixedUntil;
    private long _blocks;

    /// <summary>A path that is stepped by <see cref="AdvanceTo"/>.</summary>
    public AudioPath(Mixer mixer) => _mixer = mixer;

    /// <summary>A path that a device pulls from; <see cref="Start"/> sets it going.</summary>
    public AudioPath(Mixer mixer, IAudioDevice device)
    {
        _mixer = mixer;
        _device = device;
    }

    /// <summary>The media position that is heard now, by the device's clock; null when the frame loop steps the mixer.</summary>
    public MediaTime? Heard => _device?.PlayedPosition;

    /// <summary>Lets <paramref name="tap"/> hear every block from now on.</summary>
    public void AddTap(IAudioTap tap) => _taps = [.. _taps, tap];

    /// <summary>Starts the device.</summary>
    public void Start() => _device?.Start(this, MediaTime.Zero);

    /// <summary>The media position up to which sound has been mixed.</summary>
    public MediaTime MixedUntil => new(Interlocked.Read(ref _mixedUntil));

    /// <inheritdoc/>
    public void Mix(Span<float> stereoBlock, MediaTime at)
    {
        _mixer.Mix(stereoBlock, at);
        Interlocked.Exchange(ref _mixedUntil, (at + Mixer.BlockLength).Nanoseconds);
        foreach (var tap in _taps) tap.WriteAudio(stereoBlock, at);
    }

    /// <summary>Offline: mixes every block that starts before <paramref name="end"/>. <paramref name="settle"/> is asked before each one.</summary>
    public void AdvanceTo(MediaTime end, Action<MediaTime> settle)
    {
        for (var at = BlockTime(_blocks); at < end; at = BlockTime(++_blocks))
        {
            settle(at);
            Mix(_block, at);
        }
    }

    /// <summary>Stops the device.</summary>
    public void Dispose() => _device?.Dispose();

    private static MediaTime BlockTime(long block) => MediaTime.FromUnits(block * Mixer.BlockSamples, Mixer.SampleRate);
}
