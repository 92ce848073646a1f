using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Decode;
using ConfEngine.Video.Encode;
using ConfEngine.Video.Live;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Synthetic;

/// <summary>Encodes drawn pictures as a camera's encoder would and decodes them again, so that a demonstration costs and looks like a call.</summary>
internal sealed unsafe class CodecRoundTrip : IDisposable
{
    private const double BitsPerPixelPerSecond = 500_000.0 / (640 * 360);
    private const int KeySeconds = 3;

    private readonly int _frameRate;
    private readonly VideoEncoder _encoder;
    private readonly VideoDecoder _decoder;
    private readonly FrameShaper _shaper = new("test:");
    private readonly CodecBuffers _buffers;

    /// <summary>Opens both ends.</summary>
    /// <exception cref="MediaException">FFmpeg lacks one of them.</exception>
    public CodecRoundTrip(TestPicture options)
    {
        _frameRate = options.FrameRate;
        _encoder = new VideoEncoder(Settings(options));
        try
        {
            _decoder = new VideoDecoder(options.Codec == TestCodec.H264 ? AVCodecID.AV_CODEC_ID_H264 : AVCodecID.AV_CODEC_ID_VP8, "test:");
        }
        catch
        {
            _encoder.Dispose();
            throw;
        }

        _buffers = new CodecBuffers("test:");
    }

    /// <summary>FFmpeg's short name of the codec.</summary>
    public string Codec => _decoder.Codec;

    /// <summary>Sends picture <paramref name="number"/> through both.</summary>
    /// <returns>False while the codec keeps it.</returns>
    public bool Pass(VideoFrame drawn, long number, DecodedFrame frame)
    {
        _encoder.Send(drawn, number);
        while (_encoder.Receive(_buffers.Packet))
        {
            var result = _decoder.Send(_buffers.Packet);
            ffmpeg.av_packet_unref(_buffers.Packet);
            if (result == DecodeResult.Damaged) throw new MediaException($"test: {Codec} did not survive its own encoder");
        }

        if (_decoder.Receive(_buffers.Frame) != DecodeResult.Done) return false;
        var pts = MediaTime.FromUnits(_buffers.Frame->best_effort_timestamp, _frameRate);
        _shaper.Shape(_buffers.Frame, frame);
        frame.Color = drawn.Color;
        frame.Pts = pts;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffers.Dispose();
        _shaper.Dispose();
        _encoder.Dispose();
        _decoder.Dispose();
    }

    // VP8 carries no colour tags; both ends are ours, so what is drawn stays what it is.
    private static VideoEncoderSettings Settings(TestPicture options) =>
        LiveEncoderSettings.Of(options.Codec == TestCodec.H264 ? LiveCodec.H264 : LiveCodec.Vp8, options.Width, options.Height, options.FrameRate) with
        {
            BitRate = (long)Math.Max(50_000, BitsPerPixelPerSecond * options.Width * options.Height),
            KeyInterval = KeySeconds * options.FrameRate,
            Color = ColorDescription.Canvas,
        };
}
