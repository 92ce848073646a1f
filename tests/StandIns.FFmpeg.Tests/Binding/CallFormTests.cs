using System.Runtime.InteropServices;
using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Binding;

/// <summary>Strings, errors, fixed arrays, callbacks: how values cross into C and back.</summary>
public sealed unsafe class CallFormTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void Errors_have_the_texts_of_FFmpeg()
    {
        Assert.Equal("End of file", TextOf(ffmpeg.AVERROR_EOF));
        Assert.Equal("Invalid argument", TextOf(ffmpeg.AVERROR(ffmpeg.EINVAL)));
        Assert.Equal("Resource temporarily unavailable", TextOf(ffmpeg.AVERROR(ffmpeg.EAGAIN)));
    }

    [Fact]
    public void Strings_cross_as_UTF8_and_null_stays_null()
    {
        Assert.Equal("h264", ffmpeg.avcodec_get_name(AVCodecID.AV_CODEC_ID_H264));
        Assert.Equal("yuv420p", ffmpeg.av_get_pix_fmt_name(AVPixelFormat.AV_PIX_FMT_YUV420P));
        Assert.Null(ffmpeg.av_get_pix_fmt_name((AVPixelFormat)100_000));
        Assert.True(ffmpeg.avcodec_find_decoder_by_name("no-such-decoder") == null);

        AVDictionary* dictionary = null;
        Assert.True(ffmpeg.av_dict_set(&dictionary, "title", "会议室 ✓", 0) >= 0);
        var entry = ffmpeg.av_dict_get(dictionary, "title", null, 0);
        Assert.Equal("会议室 ✓", Marshal.PtrToStringUTF8((nint)entry->value));
        Assert.True(ffmpeg.av_dict_set(&dictionary, "title", null, 0) >= 0);
        Assert.Equal(0, ffmpeg.av_dict_count(dictionary));
        ffmpeg.av_dict_free(&dictionary);
        Assert.True(dictionary == null);
    }

    [Fact]
    public void Fixed_arrays_read_write_and_check_their_bounds()
    {
        var lines = new int_array4 { [0] = 1, [3] = 4 };
        Assert.Equal([1, 0, 0, 4], lines.ToArray());
        lines.UpdateFrom([7, 8]);
        int[] copy = lines;
        Assert.Equal([7, 8, 0, 4], copy);
        Assert.Equal(4, lines.Length);
        Assert.Throws<IndexOutOfRangeException>(() => lines[4]);
        Assert.Throws<IndexOutOfRangeException>(() => lines[uint.MaxValue] = 1);
    }

    [Fact]
    public void Fixed_arrays_are_passed_by_reference()
    {
        int_array9 matrix = default;
        ffmpeg.av_display_rotation_set(ref matrix, 90);
        // FFmpeg 5.1 sets clockwise and gets counter-clockwise.
        Assert.Equal(-90, ffmpeg.av_display_rotation_get(in matrix), 3);
        Assert.Equal(-65536, matrix[3]);

        byte_ptrArray4 planes = default;
        int_array4 strides = default;
        var size = ffmpeg.av_image_alloc(ref planes, ref strides, 64, 32, AVPixelFormat.AV_PIX_FMT_YUV420P, 32);
        Assert.Equal([64, 32, 32, 0], strides.ToArray());
        Assert.Equal((64 * 32) + (2 * 32 * 16), size);
        Assert.True(planes[1] == planes[0] + (64 * 32) && planes[3] == null);
        var memory = planes[0];
        ffmpeg.av_freep(&memory);
        Assert.True(memory == null);
    }

    [Fact]
    public void Structs_come_back_by_value()
    {
        var half = ffmpeg.av_mul_q(ffmpeg.av_make_q(1, 4), ffmpeg.av_make_q(2, 1));
        Assert.Equal((1, 2), (half.num, half.den));
        Assert.Equal(0.5, ffmpeg.av_q2d(half));
        Assert.Equal(2, ffmpeg.av_q2d(ffmpeg.av_inv_q(half)));
        Assert.Equal(ffmpeg.AV_TIME_BASE, ffmpeg.av_get_time_base_q().den);
        Assert.Equal(90_000, ffmpeg.av_rescale_q(1, ffmpeg.av_make_q(1, 1), ffmpeg.av_make_q(1, 90_000)));
    }

    [Theory]
    [InlineData(1, 2, 2, 4, 0)]
    [InlineData(1, 3, 1, 2, -1)]
    [InlineData(1, -3, 1, 2, -1)]
    [InlineData(-1, -2, 1, 3, 1)]
    [InlineData(1, 0, 5, 1, 1)]
    [InlineData(-1, 0, 1, 0, -1)]
    [InlineData(0, 0, 1, 1, int.MinValue)]
    public void Rationals_compare_as_in_C(int num1, int den1, int num2, int den2, int expected) =>
        Assert.Equal(expected, ffmpeg.av_cmp_q(ffmpeg.av_make_q(num1, den1), ffmpeg.av_make_q(num2, den2)));

    [Fact]
    public void The_log_callback_gets_level_and_format()
    {
        av_log_set_callback_callback record = (context, level, format, arguments) => _log.Add($"{level} {format}");
        ffmpeg.av_log_set_callback(record);
        try
        {
            // An option string that cannot be parsed is reported through av_log.
            var context = ffmpeg.avcodec_alloc_context3(null);
            Assert.True(ffmpeg.av_opt_set(context, "b", "not-a-number", 0) < 0);
            ffmpeg.avcodec_free_context(&context);
        }
        finally
        {
            // The C function itself: a delegate to the wrapper would be collected, and FFmpeg would keep calling it.
            var own = NativeLibrary.GetExport(NativeLibrary.Load("libavutil.so.57"), "av_log_default_callback");
            ffmpeg.av_log_set_callback(new av_log_set_callback_callback_func { Pointer = own });
        }

        GC.KeepAlive(record);
        Assert.Contains(_log, line => line.StartsWith($"{ffmpeg.AV_LOG_ERROR} ", StringComparison.Ordinal));
    }

    private static string? TextOf(int error)
    {
        var text = stackalloc byte[ffmpeg.AV_ERROR_MAX_STRING_SIZE];
        Assert.Equal(0, ffmpeg.av_strerror(error, text, ffmpeg.AV_ERROR_MAX_STRING_SIZE));
        return Marshal.PtrToStringUTF8((nint)text);
    }
}
