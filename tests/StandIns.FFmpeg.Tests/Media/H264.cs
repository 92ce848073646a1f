using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Media;

/// <summary>Encodes the test picture with libx264, 25 frames a second, no reordering.</summary>
internal static unsafe class H264
{
    public static AVCodecContext* OpenEncoder(bool globalHeader)
    {
        ffmpeg.av_log_set_level(ffmpeg.AV_LOG_ERROR);
        var codec = ffmpeg.avcodec_find_encoder_by_name("libx264");
        Assert.True(codec != null, "libx264 is not in this FFmpeg.");
        var context = ffmpeg.avcodec_alloc_context3(codec);
        context->width = TestPicture.Width;
        context->height = TestPicture.Height;
        context->pix_fmt = AVPixelFormat.AV_PIX_FMT_YUV420P;
        context->time_base = ffmpeg.av_make_q(1, 25);
        context->framerate = ffmpeg.av_make_q(25, 1);
        context->gop_size = 5;
        context->thread_count = 1;
        if (globalHeader) context->flags |= ffmpeg.AV_CODEC_FLAG_GLOBAL_HEADER;
        AVDictionary* options = null;
        ffmpeg.av_dict_set(&options, "preset", "ultrafast", 0);
        ffmpeg.av_dict_set(&options, "tune", "zerolatency", 0);
        ffmpeg.av_dict_set(&options, "crf", "12", 0);
        Assert.Equal(0, ffmpeg.avcodec_open2(context, codec, &options));
        Assert.Equal(0, ffmpeg.av_dict_count(options));
        ffmpeg.av_dict_free(&options);
        return context;
    }

    /// <summary>Packets the caller frees. Null as frame drains.</summary>
    public static IReadOnlyList<nint> Encode(AVCodecContext* encoder, int frames)
    {
        var packets = new List<nint>();
        for (var i = 0; i <= frames; i++)
        {
            var frame = i < frames ? TestPicture.New(i) : null;
            Assert.Equal(0, ffmpeg.avcodec_send_frame(encoder, frame));
            ffmpeg.av_frame_free(&frame);
            while (true)
            {
                var packet = ffmpeg.av_packet_alloc();
                var result = ffmpeg.avcodec_receive_packet(encoder, packet);
                if (result == 0)
                {
                    packets.Add((nint)packet);
                    continue;
                }

                ffmpeg.av_packet_free(&packet);
                Assert.Equal(i < frames ? ffmpeg.AVERROR(ffmpeg.EAGAIN) : ffmpeg.AVERROR_EOF, result);
                break;
            }
        }

        return packets;
    }
}
