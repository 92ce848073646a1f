using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Encode;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Live;

/// <summary>Takes an encoded frame; the bytes are only there during the call.</summary>
/// <param name="data">A VP8 frame or an Annex B access unit.</param>
/// <param name="isKeyFrame">A decoder can start with it.</param>
/// <param name="pts">The position that the picture was given with.</param>
public delegate void EncodedFrameHandler(ReadOnlySpan<byte> data, bool isKeyFrame, MediaTime pts);

/// <summary>Encodes pictures to be sent as they are made: H.264 (Constrained Baseline) or VP8, one picture in, at most one frame out, key
/// frames on demand. One thread at a time. Allocates nothing per picture.</summary>
public sealed unsafe class LiveVideoEncoder : IDisposable
{
    /// <summary>The lowest rate, in bits a second, that it can be set to.</summary>
    public const long LeastBitsPerSecond = 30_000;

    // A key frame now and then even if nobody asks, for receivers that cannot.
    private const int KeySeconds = 10;

    // libvpx keeps the rate it was opened with. Another one costs a key frame, so small steps wait, and steps down wait less: too much data
    // harms, too little does not.
    private const double StepDown = 0.85;
    private const double StepUp = 1.3;
    private static readonly MediaTime s_betweenSteps = MediaTime.FromSeconds(2);

    private readonly VideoEncoderSettings _settings;
    private readonly CodecBuffers _buffers;
    private readonly IClock _clock;
    private VideoEncoder? _encoder;
    private ColorMatrix _matrix;
    private long _openedWith;
    private Instant _openedAt;
    private long _lastIndex = -1;
    private long _encodeNanoseconds;

    /// <summary>Opens nothing yet; the first picture does.</summary>
    /// <param name="codec"><see cref="LiveCodec.H264"/> or <see cref="LiveCodec.Vp8"/>.</param>
    /// <param name="width">In pixels, even, from 16; other pictures are scaled.</param>
    /// <param name="height">In pixels, even, from 16; other pictures are scaled.</param>
    /// <param name="frameRate">About how many pictures a second will come, 1 to 240.</param>
    /// <param name="bitsPerSecond">The rate to hold.</param>
    /// <param name="clock">Measures the encoder; the system's when null.</param>
    public LiveVideoEncoder(LiveCodec codec, int width, int height, int frameRate, long bitsPerSecond, IClock? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(width & 1, 0, nameof(width));
        ArgumentOutOfRangeException.ThrowIfNotEqual(height & 1, 0, nameof(height));
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(frameRate, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frameRate, 240);
        FFmpegLibrary.Initialise();
        Codec = codec;
        BitsPerSecond = bitsPerSecond;
        _clock = clock ?? new SystemClock();
        _settings = LiveEncoderSettings.Of(codec, width, height, frameRate) with { IsForLine = true, KeyInterval = KeySeconds * frameRate };
        _matrix = _settings.Color.Matrix;
        _buffers = new CodecBuffers(_settings.Encoder);
    }

    /// <summary>The codec to send with: H.264, which costs the least and keeps its colours, where this FFmpeg has libx264, else VP8. Every
    /// WebRTC receiver takes both (RFC 7742, section 5).</summary>
    public static LiveCodec Choose() => FFmpegLibrary.HasEncoder("libx264") ? LiveCodec.H264 : LiveCodec.Vp8;

    /// <summary>What comes out.</summary>
    public LiveCodec Codec { get; }

    /// <summary>Width of what comes out, in pixels.</summary>
    public int Width => _settings.Width;

    /// <summary>Height of what comes out, in pixels.</summary>
    public int Height => _settings.Height;

    /// <summary>The rate to hold over half a second. May be set at any time, from the encoding thread; never below
    /// <see cref="LeastBitsPerSecond"/>. VP8 follows in steps, each with a key frame.</summary>
    public long BitsPerSecond
    {
        get;
        set => field = Math.Max(LeastBitsPerSecond, value);
    }

    /// <summary>Time spent encoding, scaling included.</summary>
    public long EncodeNanoseconds => Interlocked.Read(ref _encodeNanoseconds);

    /// <summary>Encodes a picture.</summary>
    /// <param name="frame">Of any layout and size; only read during the call.</param>
    /// <param name="pts">Its position; positions rise.</param>
    /// <param name="keyFrame">A decoder must be able to start with it.</param>
    /// <param name="onFrame">Gets the frame, before the call returns. VP8 may leave a picture out to hold the rate, though never a key frame.</param>
    /// <exception cref="MediaException">FFmpeg lacks the encoder, or it fails; another picture tries again.</exception>
    public void Encode(VideoFrame frame, MediaTime pts, bool keyFrame, EncodedFrameHandler onFrame)
    {
        var started = _clock.Now;
        var encoder = Prepare(frame, keyFrame, started);
        // The encoders count in pictures; what a camera leaves out is a gap, what comes too early is squeezed in.
        _lastIndex = Math.Max(_lastIndex + 1, pts.ToUnits(_settings.FrameRate));
        encoder.Send(frame, _lastIndex, keyFrame);
        while (encoder.Receive(_buffers.Packet))
        {
            var packet = _buffers.Packet;
            onFrame(new ReadOnlySpan<byte>(packet->data, packet->size), (packet->flags & ffmpeg.AV_PKT_FLAG_KEY) != 0, pts);
            ffmpeg.av_packet_unref(packet);
        }

        Interlocked.Add(ref _encodeNanoseconds, (_clock.Now - started).Nanoseconds);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _encoder?.Dispose();
        _encoder = null;
        _buffers.Dispose();
    }

    private VideoEncoder Prepare(VideoFrame frame, bool keyFrame, Instant now)
    {
        // H.264 says how its colours are meant, so they stay what they are; VP8 cannot.
        var isOtherColor = Codec == LiveCodec.H264 && frame.Color.Matrix != _matrix;
        if (_encoder is null || isOtherColor || IsRateWorthAStart(keyFrame, now)) return Open(frame, now);
        if (Codec == LiveCodec.H264 && BitsPerSecond != _openedWith) _encoder.SetRate(_openedWith = BitsPerSecond);
        return _encoder;
    }

    private bool IsRateWorthAStart(bool keyFrame, Instant now)
    {
        if (Codec != LiveCodec.Vp8 || BitsPerSecond == _openedWith) return false;
        if (keyFrame) return true;
        return now - _openedAt >= s_betweenSteps && (BitsPerSecond < _openedWith * StepDown || BitsPerSecond > _openedWith * StepUp);
    }

    private VideoEncoder Open(VideoFrame frame, Instant now)
    {
        _encoder?.Dispose();
        _encoder = null;
        if (Codec == LiveCodec.H264) _matrix = frame.Color.Matrix;
        _openedWith = BitsPerSecond;
        _openedAt = now;
        var color = _settings.Color with { Matrix = _matrix };
        return _encoder = new VideoEncoder(_settings with { BitRate = _openedWith, Color = color });
    }
}
