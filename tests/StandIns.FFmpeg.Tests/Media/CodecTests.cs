using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Media;

public sealed unsafe class CodecTests
{
    private const int Frames = 10;

    [Fact]
    public void H264_survives_the_round_trip_through_memory()
    {
        var encoder = H264.OpenEncoder(globalHeader: false);
        var packets = H264.Encode(encoder, Frames);
        ffmpeg.avcodec_free_context(&encoder);
        Assert.Equal(Frames, packets.Count);
        Assert.Equal([0, 5], Enumerable.Range(0, Frames).Where(i => (((AVPacket*)packets[i])->flags & ffmpeg.AV_PKT_FLAG_KEY) != 0));

        var decoder = ffmpeg.avcodec_alloc_context3(ffmpeg.avcodec_find_decoder(AVCodecID.AV_CODEC_ID_H264));
        decoder->thread_count = 1;
        Assert.Equal(0, ffmpeg.avcodec_open2(decoder, null, null));
        var frame = ffmpeg.av_frame_alloc();
        var decoded = 0;
        for (var i = 0; i <= Frames; i++)
        {
            var packet = i < Frames ? (AVPacket*)packets[i] : null;
            Assert.Equal(0, ffmpeg.avcodec_send_packet(decoder, packet));
            ffmpeg.av_packet_free(&packet);
            while (ffmpeg.avcodec_receive_frame(decoder, frame) == 0)
            {
                Assert.Equal((TestPicture.Width, TestPicture.Height), (frame->width, frame->height));
                Assert.Equal((int)AVPixelFormat.AV_PIX_FMT_YUV420P, frame->format);
                Assert.Equal(decoded, frame->pts);
                Assert.InRange(TestPicture.DistanceFrom(frame, decoded), 0, 2);
                decoded++;
            }
        }

        ffmpeg.av_frame_free(&frame);
        ffmpeg.avcodec_free_context(&decoder);
        Assert.Equal(Frames, decoded);
    }

    [Fact]
    public void Decoding_and_scaling_allocate_nothing_on_the_managed_heap()
    {
        var encoder = H264.OpenEncoder(globalHeader: false);
        var packets = H264.Encode(encoder, 2 * Frames).ToArray();
        ffmpeg.avcodec_free_context(&encoder);
        var decoder = ffmpeg.avcodec_alloc_context3(ffmpeg.avcodec_find_decoder(AVCodecID.AV_CODEC_ID_H264));
        decoder->thread_count = 1;
        Assert.Equal(0, ffmpeg.avcodec_open2(decoder, null, null));
        var scaler = ffmpeg.sws_getContext(
            TestPicture.Width, TestPicture.Height, AVPixelFormat.AV_PIX_FMT_YUV420P, 96, 54, AVPixelFormat.AV_PIX_FMT_BGRA,
            ffmpeg.SWS_BILINEAR, null, null, null);
        var (frame, copy) = ((nint)ffmpeg.av_frame_alloc(), (nint)ffmpeg.av_frame_alloc());
        var target = stackalloc byte[96 * 54 * 4];
        byte*[] from = new byte*[4], to = [target, null, null, null];
        int[] fromStrides = new int[4], toStrides = [96 * 4, 0, 0, 0];

        long before = 0;
        for (var i = 0; i < packets.Length; i++)
        {
            // The first half binds the functions.
            if (i == Frames) before = GC.GetAllocatedBytesForCurrentThread();
            DecodeAndScale(decoder, (AVPacket*)packets[i], (AVFrame*)frame, (AVFrame*)copy, scaler, from, fromStrides, to, toStrides);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(255, target[3]);
        foreach (var packet in packets) Free((AVPacket*)packet);
        Free((AVFrame*)frame);
        Free((AVFrame*)copy);
        ffmpeg.sws_freeContext(scaler);
        ffmpeg.avcodec_free_context(&decoder);
    }

    private static void DecodeAndScale(
        AVCodecContext* decoder, AVPacket* packet, AVFrame* frame, AVFrame* copy, SwsContext* scaler,
        byte*[] from, int[] fromStrides, byte*[] to, int[] toStrides)
    {
        _ = ffmpeg.avcodec_send_packet(decoder, packet);
        ffmpeg.av_packet_unref(packet);
        while (ffmpeg.avcodec_receive_frame(decoder, frame) == 0)
        {
            _ = ffmpeg.av_frame_ref(copy, frame);
            for (uint p = 0; p < 4; p++)
            {
                from[p] = copy->data[p];
                fromStrides[p] = copy->linesize[p];
            }

            _ = ffmpeg.sws_scale(scaler, from, fromStrides, 0, copy->height, to, toStrides);
            ffmpeg.av_frame_unref(copy);
        }
    }

    private static void Free(AVPacket* packet) => ffmpeg.av_packet_free(&packet);

    private static void Free(AVFrame* frame) => ffmpeg.av_frame_free(&frame);
}
