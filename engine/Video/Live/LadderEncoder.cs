using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Video.Live;

/// <summary>Takes an encoded frame of a layer; the bytes are only there during the call.</summary>
/// <param name="layer">0 for the smallest.</param>
/// <param name="data">A VP8 frame or an Annex B access unit.</param>
/// <param name="isKeyFrame">A decoder can start with it.</param>
/// <param name="pts">The position that the picture was given with.</param>
public delegate void LayerFrameHandler(int layer, ReadOnlySpan<byte> data, bool isKeyFrame, MediaTime pts);

/// <summary>Encodes the same pictures in several sizes at once (simulcast), each half as wide and high as the next, so that every receiver gets
/// what its screen and its line can use. One thread at a time.</summary>
public sealed class LadderEncoder : IDisposable
{
    /// <summary>Height in pixels of the lowest layer that is of use beside others.</summary>
    public const int LeastHeight = 90;

    private readonly LiveVideoEncoder[] _encoders;
    private readonly EncodedFrameHandler[] _handlers;
    private readonly bool[] _isActive;
    private readonly bool[] _wantsKeyFrame;
    private LayerFrameHandler? _onFrame;

    /// <summary>Opens nothing yet; the first picture does.</summary>
    /// <param name="codec"><see cref="LiveCodec.H264"/> or <see cref="LiveCodec.Vp8"/>.</param>
    /// <param name="width">Width of the largest layer in pixels, even.</param>
    /// <param name="height">Height of the largest layer in pixels, even.</param>
    /// <param name="frameRate">About how many pictures a second will come, 1 to 240.</param>
    /// <param name="layers">How many sizes at most; those that would be lower than <see cref="LeastHeight"/> are left out.</param>
    /// <param name="clock">Measures the encoders; the system's when null.</param>
    public LadderEncoder(LiveCodec codec, int width, int height, int frameRate, int layers, IClock? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        while (layers > 1 && height >> (layers - 1) < LeastHeight) layers--;
        _encoders = new LiveVideoEncoder[layers];
        _handlers = new EncodedFrameHandler[layers];
        _isActive = new bool[layers];
        _wantsKeyFrame = new bool[layers];
        for (var layer = 0; layer < layers; layer++)
        {
            var (w, h) = (Halved(width, layers - 1 - layer), Halved(height, layers - 1 - layer));
            _encoders[layer] = new LiveVideoEncoder(codec, w, h, frameRate, UsualBitsPerSecond(w, h, frameRate), clock);
            var number = layer;
            _handlers[layer] = (data, isKeyFrame, pts) => _onFrame!(number, data, isKeyFrame, pts);
            _isActive[layer] = true;
        }
    }

    /// <summary>How many sizes there are.</summary>
    public int Layers => _encoders.Length;

    /// <summary>What encodes a layer: its size, its rate.</summary>
    /// <param name="layer">0 for the smallest.</param>
    public LiveVideoEncoder this[int layer] => _encoders[layer];

    /// <summary>The rate at which pictures of a size look well: 2.5 Mbit/s for 1280x720 at 30 a second. Detail grows more slowly than the area,
    /// so small pictures get more than their share.</summary>
    public static long UsualBitsPerSecond(int width, int height, int frameRate)
    {
        const double reference = 1280.0 * 720 * 30;
        return Math.Max(LiveVideoEncoder.LeastBitsPerSecond, (long)(2_500_000 * Math.Pow((double)width * height * frameRate / reference, 0.85)));
    }

    /// <summary>Says whether a layer is to be encoded. One that comes back begins with a key frame.</summary>
    public void SetActive(int layer, bool isActive)
    {
        if (isActive && !_isActive[layer]) _wantsKeyFrame[layer] = true;
        _isActive[layer] = isActive;
    }

    /// <summary>The next frame of the layer is to be a key frame.</summary>
    public void WantKeyFrame(int layer) => _wantsKeyFrame[layer] = true;

    /// <summary>Encodes a picture in every active size, the smallest first.</summary>
    /// <param name="frame">Of any layout and size; only read during the call.</param>
    /// <param name="pts">Its position; positions rise.</param>
    /// <param name="onFrame">Gets the frames, before the call returns.</param>
    /// <exception cref="MediaException">FFmpeg lacks the encoder, or it fails.</exception>
    public void Encode(VideoFrame frame, MediaTime pts, LayerFrameHandler onFrame)
    {
        _onFrame = onFrame;
        for (var layer = 0; layer < _encoders.Length; layer++)
        {
            if (!_isActive[layer]) continue;
            var keyFrame = _wantsKeyFrame[layer];
            _wantsKeyFrame[layer] = false;
            _encoders[layer].Encode(frame, pts, keyFrame, _handlers[layer]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var encoder in _encoders) encoder.Dispose();
    }

    private static int Halved(int size, int times) => Math.Max(16, (size >> times) & ~1);
}
