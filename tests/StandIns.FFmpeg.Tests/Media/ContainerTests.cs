using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Media;

/// <summary>A fragmented MP4 written and read through I/O callbacks in memory.</summary>
public sealed unsafe class ContainerTests : IDisposable
{
    private const int BufferSize = 4096;
    private const int Frames = 10;

    // The delegates live as long as the contexts that call them.
    private readonly avio_alloc_context_write_packet _write;
    private readonly avio_alloc_context_read_packet _read;
    private readonly avio_alloc_context_seek _seek;
    private readonly AVIOInterruptCB_callback _interrupt;
    private readonly MemoryStream _file = new();
    private int _interruptChecks;

    public ContainerTests()
    {
        _write = (_, buffer, size) =>
        {
            _file.Write(new ReadOnlySpan<byte>(buffer, size));
            return size;
        };
        _read = (_, buffer, size) =>
        {
            var read = _file.Read(new Span<byte>(buffer, size));
            return read > 0 ? read : ffmpeg.AVERROR_EOF;
        };
        _seek = (_, offset, whence) => whence == ffmpeg.AVSEEK_SIZE ? _file.Length : _file.Seek(offset, (SeekOrigin)whence);
        _interrupt = _ =>
        {
            _interruptChecks++;
            return 1;
        };
    }

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_fragmented_MP4_is_read_back_as_it_was_written()
    {
        Write();
        Assert.True(_file.Length > 0);
        _file.Position = 0;

        var io = ffmpeg.avio_alloc_context((byte*)ffmpeg.av_malloc(BufferSize), BufferSize, 0, null, _read, null, _seek);
        var format = ffmpeg.avformat_alloc_context();
        format->pb = io;
        Assert.Equal(0, ffmpeg.avformat_open_input(&format, null, null, null));
        Assert.Equal(0, ffmpeg.avformat_find_stream_info(format, null));
        Assert.Equal(1u, format->nb_streams);
        Assert.Equal(0, ffmpeg.av_find_best_stream(format, AVMediaType.AVMEDIA_TYPE_VIDEO, -1, -1, null, 0));
        var stream = format->streams[0];
        Assert.Equal(AVCodecID.AV_CODEC_ID_H264, stream->codecpar->codec_id);
        Assert.Equal((TestPicture.Width, TestPicture.Height), (stream->codecpar->width, stream->codecpar->height));
        var rate = ffmpeg.av_guess_frame_rate(format, stream, null);
        Assert.Equal(25, ffmpeg.av_q2d(rate), 3);

        var packet = ffmpeg.av_packet_alloc();
        var seconds = new List<double>();
        while (ffmpeg.av_read_frame(format, packet) == 0)
        {
            seconds.Add(packet->pts * ffmpeg.av_q2d(stream->time_base));
            ffmpeg.av_packet_unref(packet);
        }

        ffmpeg.av_packet_free(&packet);
        ffmpeg.avformat_close_input(&format);
        FreeIo(io);
        Assert.Equal(Enumerable.Range(0, Frames).Select(i => i / 25.0), seconds, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void The_interrupt_callback_stops_opening()
    {
        var format = ffmpeg.avformat_alloc_context();
        format->interrupt_callback.callback = _interrupt;
        // Nobody listens on the discard port; the callback is asked before the connection is tried.
        var result = ffmpeg.avformat_open_input(&format, "tcp://127.0.0.1:9", null, null);
        Assert.Equal(ffmpeg.AVERROR_EXIT, result);
        Assert.True(_interruptChecks > 0);
        Assert.True(format == null);
    }

    [Fact]
    public void A_generated_picture_comes_from_the_lavfi_device()
    {
        ffmpeg.avdevice_register_all();
        AVFormatContext* format = null;
        var lavfi = ffmpeg.av_find_input_format("lavfi");
        Assert.Equal(0, ffmpeg.avformat_open_input(&format, "testsrc=size=64x48:rate=10", lavfi, null));
        var packet = ffmpeg.av_packet_alloc();
        Assert.Equal(0, ffmpeg.av_read_frame(format, packet));
        Assert.Equal((64, 48), (format->streams[0]->codecpar->width, format->streams[0]->codecpar->height));
        ffmpeg.av_packet_free(&packet);
        ffmpeg.avformat_close_input(&format);
    }

    private void Write()
    {
        AVFormatContext* format = null;
        Assert.True(ffmpeg.avformat_alloc_output_context2(&format, null, "mp4", null) >= 0);
        Assert.NotEqual(0, format->oformat->flags & ffmpeg.AVFMT_GLOBALHEADER);
        var io = ffmpeg.avio_alloc_context((byte*)ffmpeg.av_malloc(BufferSize), BufferSize, 1, null, null, _write, null);
        format->pb = io;
        format->flags |= ffmpeg.AVFMT_FLAG_CUSTOM_IO;
        var encoder = H264.OpenEncoder(globalHeader: true);
        var stream = ffmpeg.avformat_new_stream(format, null);
        Assert.Equal(0, ffmpeg.avcodec_parameters_from_context(stream->codecpar, encoder));
        stream->time_base = encoder->time_base;
        stream->avg_frame_rate = encoder->framerate;
        AVDictionary* options = null;
        ffmpeg.av_dict_set(&options, "movflags", "frag_keyframe+empty_moov+default_base_moof", 0);
        Assert.True(ffmpeg.avformat_write_header(format, &options) >= 0);
        ffmpeg.av_dict_free(&options);
        foreach (var address in H264.Encode(encoder, Frames))
        {
            var packet = (AVPacket*)address;
            packet->stream_index = stream->index;
            packet->duration = 1;
            ffmpeg.av_packet_rescale_ts(packet, encoder->time_base, stream->time_base);
            Assert.Equal(0, ffmpeg.av_interleaved_write_frame(format, packet));
            ffmpeg.av_packet_free(&packet);
        }

        Assert.True(ffmpeg.av_write_trailer(format) >= 0);
        ffmpeg.avcodec_free_context(&encoder);
        ffmpeg.avformat_free_context(format);
        FreeIo(io);
    }

    private static void FreeIo(AVIOContext* io)
    {
        ffmpeg.av_freep(&io->buffer);
        ffmpeg.avio_context_free(&io);
    }
}
