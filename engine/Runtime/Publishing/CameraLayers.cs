using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers;
using ConfEngine.Video.Live;

namespace ConfEngine.Runtime.Publishing;

/// <summary>Encodes a camera's pictures in every size that somebody wants, at the rates that their receivers can take.</summary>
internal sealed class CameraLayers(ILocalStream stream, CameraOptions options, IClock clock) : IDisposable
{
    private LadderEncoder? _ladder;
    private LayerFrameHandler? _onFrame;
    private (int Width, int Height) _input;
    private long _refused;

    /// <summary>Frames that the stream refused.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Encodes a picture and hands it over. Allocates only when the picture's size changes.</summary>
    /// <param name="picture">What is to be seen.</param>
    /// <param name="pts">Its position on the stream's time line.</param>
    /// <param name="startsAnew">Every layer begins with a key frame.</param>
    /// <exception cref="MediaException">The encoder fails.</exception>
    public void Encode(VideoFrame picture, MediaTime pts, bool startsAnew)
    {
        var ladder = LadderFor(picture);
        for (var layer = 0; layer < ladder.Layers; layer++)
        {
            var receivable = stream.ReceivableBitsPerSecond(layer);
            var encoder = ladder[layer];
            encoder.BitsPerSecond = LineRate.Of(receivable, LadderEncoder.UsualBitsPerSecond(encoder.Width, encoder.Height, options.FrameRate));
            ladder.SetActive(layer, receivable > 0);
            if (stream.TakeKeyFrameWish(layer) || startsAnew) ladder.WantKeyFrame(layer);
        }

        ladder.Encode(picture, pts, _onFrame ??= OnFrame);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ladder?.Dispose();
        _ladder = null;
    }

    private LadderEncoder LadderFor(VideoFrame picture)
    {
        if (_ladder is not null && _input == (picture.Width, picture.Height)) return _ladder;
        _ladder?.Dispose();
        _input = (picture.Width, picture.Height);
        var height = Math.Min(picture.Height, options.MostHeight);
        var width = (int)((long)picture.Width * height / picture.Height);
        return _ladder = new LadderEncoder(options.Codec, Even(width), Even(height), options.FrameRate, options.Layers, clock);
    }

    private static int Even(int size) => Math.Max(16, size & ~1);

    private void OnFrame(int layer, ReadOnlySpan<byte> data, bool isKeyFrame, MediaTime pts)
    {
        if (!stream.TryWriteVideo(layer, data, isKeyFrame, pts)) Interlocked.Increment(ref _refused);
    }
}
