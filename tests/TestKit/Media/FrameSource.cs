using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers;

namespace ConfEngine.TestKit.Media;

/// <summary>An encoder for tests: writes VP8-shaped frames of the right size and rate into a <see cref="ILocalStream"/>, with a key frame where
/// one is wished, and Opus-shaped sound. No decoder would show them, but everything on the way takes them for what they claim to be.</summary>
public sealed class FrameSource(ILocalStream stream, params ReadOnlySpan<SourceSize> layers)
{
    private const int SoundBytes = 80;
    private readonly SourceSize[] _layers = layers.ToArray();
    private readonly long[] _frames = new long[layers.Length];
    private byte[] _buffer = [];
    private long _sound;
    private long _next;

    /// <summary>Pictures a second.</summary>
    public int FramesPerSecond { get; init; } = 30;

    /// <summary>Key frames are as many times as large as others.</summary>
    public int KeyFrameFactor { get; init; } = 5;

    /// <summary>Frames written, by layer.</summary>
    public IReadOnlyList<long> Frames => _frames;

    /// <summary>Key frames written.</summary>
    public int KeyFrames { get; private set; }

    /// <summary>Writes nothing while true.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Has the world call it.</summary>
    public FrameSource RunIn(MediaWorld world)
    {
        var start = world.Now;
        world.Every(MediaTime.FromMilliseconds(5), now => OnTime(now - start));
        return this;
    }

    /// <summary>A VP8 frame header (RFC 6386, 9.1), then bytes that tell frames apart.</summary>
    /// <param name="frame">Gets the frame.</param>
    /// <param name="isKeyFrame">Whether it is one.</param>
    /// <param name="size">Of the picture.</param>
    /// <param name="number">Which one.</param>
    public static void Fill(Span<byte> frame, bool isKeyFrame, SourceSize size, long number)
    {
        for (var i = 0; i < frame.Length; i++) frame[i] = (byte)(number * 31 + i * 7);
        frame[0] = (byte)(isKeyFrame ? 0x10 : 0x11);
        if (!isKeyFrame) return;
        frame[3] = 0x9d;
        frame[4] = 0x01;
        frame[5] = 0x2a;
        (frame[6], frame[7]) = ((byte)size.Width, (byte)(size.Width >> 8));
        (frame[8], frame[9]) = ((byte)size.Height, (byte)(size.Height >> 8));
    }

    private void OnTime(MediaTime pts)
    {
        if (IsSilent) return;
        Span<byte> packet = stackalloc byte[SoundBytes];
        for (; _sound * 20 <= pts.Milliseconds; _sound++)
        {
            packet.Fill((byte)_sound);
            // CELT, 20 ms, one frame (RFC 6716, 3.1).
            packet[0] = 0xf8;
            stream.TryWriteAudio(packet, MediaTime.FromMilliseconds(_sound * 20), 30, true);
        }

        for (; _next * 1000 / FramesPerSecond <= pts.Milliseconds; _next++)
            for (var layer = 0; layer < _layers.Length; layer++) Write(layer);
    }

    private void Write(int layer)
    {
        var size = _layers[layer];
        var isKey = stream.TakeKeyFrameWish(layer) || _frames[layer] == 0;
        var length = Math.Max(20, (int)(size.BitsPerSecond / 8 / FramesPerSecond)) * (isKey ? KeyFrameFactor : 1);
        if (_buffer.Length < length) _buffer = new byte[length];
        Fill(_buffer.AsSpan(0, length), isKey, size, _next);
        if (!stream.TryWriteVideo(layer, _buffer.AsSpan(0, length), isKey, MediaTime.FromUnits(_next, FramesPerSecond))) return;
        _frames[layer]++;
        if (isKey) KeyFrames++;
    }
}

/// <summary>What an encoding of a <see cref="FrameSource"/> is.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="BitsPerSecond">Without key frames.</param>
public readonly record struct SourceSize(int Width, int Height, long BitsPerSecond);
