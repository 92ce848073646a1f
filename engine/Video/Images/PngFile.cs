using ConfEngine.Core.Media;
using ConfEngine.Video.Decode;
using ConfEngine.Video.Encode;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Images;

/// <summary>PNG pictures, without an alpha channel: what is on the wall has nothing behind it.</summary>
public static unsafe class PngFile
{
    /// <summary>Writes a picture.</summary>
    /// <param name="path">An existing file is overwritten.</param>
    /// <param name="frame">Bgra32 or any YUV layout, which is converted by its own colour description.</param>
    /// <exception cref="MediaException">The file cannot be written; names the file and the remedy.</exception>
    public static void Write(string path, VideoFrame frame) => Save(path, Encode(frame, path));

    /// <summary>Packs a picture.</summary>
    /// <param name="frame">Bgra32 or any YUV layout, which is converted by its own colour description.</param>
    /// <param name="name">What an error message is to name.</param>
    /// <returns>The bytes of a PNG file.</returns>
    /// <exception cref="MediaException">FFmpeg cannot do it.</exception>
    public static byte[] Encode(VideoFrame frame, string name)
    {
        FFmpegLibrary.Initialise();
        using var converter = new FrameConverter();
        using var buffers = new CodecBuffers(name);
        var picture = buffers.Frame;
        var packet = buffers.Packet;
        picture->width = frame.Width;
        picture->height = frame.Height;
        picture->format = (int)AVPixelFormat.AV_PIX_FMT_RGB24;
        FFmpegError.Check(ffmpeg.av_frame_get_buffer(picture, 0), name);
        converter.Convert(frame, EngineFormat.Of(frame), picture, ColorDescription.Canvas);
        Encode(picture, packet, name);
        return new ReadOnlySpan<byte>(packet->data, packet->size).ToArray();
    }

    /// <summary>Reads a picture as opaque Bgra32. The caller disposes it.</summary>
    /// <exception cref="MediaException">There is no such file, or it is not a PNG.</exception>
    public static OwnedVideoFrame Read(string path)
    {
        var bytes = Load(path);
        using var decoder = new VideoDecoder(AVCodecID.AV_CODEC_ID_PNG, path);
        using var converter = new FrameConverter();
        using var buffers = new CodecBuffers(path);
        var picture = buffers.Frame;
        var packet = buffers.Packet;
        FFmpegError.Check(ffmpeg.av_new_packet(packet, bytes.Length), path);
        bytes.CopyTo(new Span<byte>(packet->data, packet->size));
        if (decoder.Send(packet) != DecodeResult.Done || decoder.Receive(picture) != DecodeResult.Done)
            throw new MediaException($"{path}: is not a PNG file");
        PictureLimits.Check(picture->width, picture->height, path);
        var frame = new OwnedVideoFrame(PixelLayout.Bgra32, picture->width, picture->height) { Color = ColorDescription.Canvas };
        converter.Convert(picture, FrameColor.Read(picture, FrameShape.Of((AVPixelFormat)picture->format)), AVPixelFormat.AV_PIX_FMT_BGRA, frame);
        return frame;
    }

    private static void Encode(AVFrame* picture, AVPacket* packet, string path)
    {
        var codec = ffmpeg.avcodec_find_encoder(AVCodecID.AV_CODEC_ID_PNG);
        if (codec is null) throw new MediaException("FFmpeg has no png encoder: install an FFmpeg that was built with it");
        var context = FFmpegError.Check(ffmpeg.avcodec_alloc_context3(codec), path);
        try
        {
            context->width = picture->width;
            context->height = picture->height;
            context->pix_fmt = AVPixelFormat.AV_PIX_FMT_RGB24;
            context->time_base = new AVRational { num = 1, den = 1 };
            context->thread_count = 1;
            FFmpegError.Check(ffmpeg.avcodec_open2(context, codec, null), path);
            FFmpegError.Check(ffmpeg.avcodec_send_frame(context, picture), path);
            FFmpegError.Check(ffmpeg.avcodec_send_frame(context, null), path);
            FFmpegError.Check(ffmpeg.avcodec_receive_packet(context, packet), path);
        }
        finally
        {
            ffmpeg.avcodec_free_context(&context);
        }
    }

    private static void Save(string path, ReadOnlySpan<byte> bytes)
    {
        // Whoever looks at the file while it is replaced, again and again perhaps, sees the old picture or the new one.
        var draft = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new MediaException($"{path}: the folder does not exist: create it first", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new MediaException($"{path}: not writable: change its permissions or write elsewhere", error);
        }
        catch (IOException error)
        {
            File.Delete(draft);
            throw new MediaException($"{path}: {error.Message}", error);
        }
    }

    private static byte[] Load(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"{path}: cannot be read: {error.Message}", error);
        }
    }
}
