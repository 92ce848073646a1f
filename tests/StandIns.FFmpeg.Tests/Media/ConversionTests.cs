using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Media;

public sealed unsafe class ConversionTests
{
    [Theory]
    [InlineData(ffmpeg.SWS_CS_ITU709, 63)]
    [InlineData(ffmpeg.SWS_CS_ITU601, 82)]
    public void Swscale_uses_the_matrix_it_is_given(int matrix, byte luma)
    {
        // Pure red: Y = 16 + 219 Kr, with Kr 0.2126 (BT.709) or 0.299 (BT.601).
        const int Size = 16;
        var context = ffmpeg.sws_getContext(
            Size, Size, AVPixelFormat.AV_PIX_FMT_BGRA, Size, Size, AVPixelFormat.AV_PIX_FMT_YUV444P, ffmpeg.SWS_POINT, null, null, null);
        ref readonly var table = ref *(int_array4*)ffmpeg.sws_getCoefficients(matrix);
        Assert.True(ffmpeg.sws_setColorspaceDetails(context, in table, 1, in table, 0, 0, 1 << 16, 1 << 16) >= 0);
        var red = stackalloc byte[Size * Size * 4];
        new Span<uint>(red, Size * Size).Fill(0xFFFF0000);
        var yuv = stackalloc byte[3 * Size * Size];
        byte*[] from = [red, null, null, null], to = [yuv, yuv + (Size * Size), yuv + (2 * Size * Size), null];
        Assert.Equal(Size, ffmpeg.sws_scale(context, from, [Size * 4, 0, 0, 0], 0, Size, to, [Size, Size, Size, 0]));
        ffmpeg.sws_freeContext(context);
        Assert.InRange(yuv[0], luma - 1, luma + 1);
    }

    [Fact]
    public void Swresample_interleaves_planes()
    {
        const int Samples = 64;
        AVChannelLayout stereo = default;
        ffmpeg.av_channel_layout_default(&stereo, 2);
        Assert.Equal(ffmpeg.AV_CH_LAYOUT_STEREO, stereo.u.mask);
        SwrContext* context = null;
        Assert.Equal(0, ffmpeg.swr_alloc_set_opts2(
            &context, &stereo, AVSampleFormat.AV_SAMPLE_FMT_FLT, 48_000, &stereo, AVSampleFormat.AV_SAMPLE_FMT_FLTP, 48_000, 0, null));
        Assert.Equal(0, ffmpeg.swr_init(context));
        float* left = stackalloc float[Samples], right = stackalloc float[Samples], mixed = stackalloc float[2 * Samples];
        new Span<float>(left, Samples).Fill(0.25f);
        new Span<float>(right, Samples).Fill(-0.5f);
        var input = stackalloc byte*[2] { (byte*)left, (byte*)right };
        var output = (byte*)mixed;
        Assert.Equal(Samples, ffmpeg.swr_convert(context, &output, Samples, input, Samples));
        Assert.Equal((0.25f, -0.5f), (mixed[2 * Samples - 2], mixed[2 * Samples - 1]));
        ffmpeg.swr_free(&context);
    }

    [Fact]
    public void A_filter_graph_takes_frames_and_gives_them_back_changed()
    {
        var graph = ffmpeg.avfilter_graph_alloc();
        AVFilterContext* source = null, sink = null;
        var arguments = $"video_size={TestPicture.Width}x{TestPicture.Height}:pix_fmt=yuv420p:time_base=1/25";
        Assert.True(ffmpeg.avfilter_graph_create_filter(&source, ffmpeg.avfilter_get_by_name("buffer"), "in", arguments, null, graph) >= 0);
        Assert.True(ffmpeg.avfilter_graph_create_filter(&sink, ffmpeg.avfilter_get_by_name("buffersink"), "out", null, null, graph) >= 0);
        AVFilterInOut* outputs = Pad("in", source), inputs = Pad("out", sink);
        Assert.True(ffmpeg.avfilter_graph_parse_ptr(graph, "scale=96:54", &inputs, &outputs, null) >= 0);
        Assert.True(ffmpeg.avfilter_graph_config(graph, null) >= 0);
        ffmpeg.avfilter_inout_free(&inputs);
        ffmpeg.avfilter_inout_free(&outputs);

        var frame = TestPicture.New(3);
        Assert.Equal(0, ffmpeg.av_buffersrc_add_frame_flags(source, frame, 0));
        Assert.Equal(0, ffmpeg.av_buffersink_get_frame(sink, frame));
        Assert.Equal((96, 54, 3L), (frame->width, frame->height, frame->pts));
        Assert.Equal(ffmpeg.AVERROR(ffmpeg.EAGAIN), ffmpeg.av_buffersink_get_frame(sink, frame));
        ffmpeg.av_frame_free(&frame);
        ffmpeg.avfilter_graph_free(&graph);
    }

    private static AVFilterInOut* Pad(string name, AVFilterContext* filter)
    {
        var pad = ffmpeg.avfilter_inout_alloc();
        pad->name = ffmpeg.av_strdup(name);
        pad->filter_ctx = filter;
        return pad;
    }
}
