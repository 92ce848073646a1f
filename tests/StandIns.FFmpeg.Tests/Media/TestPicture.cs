using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Media;

/// <summary>A moving gradient, and how far a picture is from it.</summary>
internal static unsafe class TestPicture
{
    public const int Width = 192;
    public const int Height = 108;

    public static AVFrame* New(int index)
    {
        var frame = ffmpeg.av_frame_alloc();
        frame->width = Width;
        frame->height = Height;
        frame->format = (int)AVPixelFormat.AV_PIX_FMT_YUV420P;
        frame->pts = index;
        Assert.Equal(0, ffmpeg.av_frame_get_buffer(frame, 0));
        ForEachSample(frame, (row, sample, plane, x, y) => row[sample] = Sample(index, plane, x, y));
        return frame;
    }

    /// <summary>The mean difference per sample, in code values.</summary>
    public static double DistanceFrom(AVFrame* frame, int index)
    {
        long sum = 0, count = 0;
        ForEachSample(frame, (row, sample, plane, x, y) =>
        {
            sum += Math.Abs(row[sample] - Sample(index, plane, x, y));
            count++;
        });
        return sum / (double)count;
    }

    private delegate void Visit(byte* row, int sample, uint plane, int x, int y);

    private static void ForEachSample(AVFrame* frame, Visit visit)
    {
        for (uint plane = 0; plane < 3; plane++)
        {
            var shift = plane == 0 ? 0 : 1;
            for (var y = 0; y < Height >> shift; y++)
            {
                for (var x = 0; x < Width >> shift; x++) visit(frame->data[plane] + (y * frame->linesize[plane]), x, plane, x, y);
            }
        }
    }

    private static byte Sample(int index, uint plane, int x, int y) =>
        (byte)(plane == 0 ? 40 + x + (5 * index) - (y / 4) : 100 + (10 * (int)plane) + (x / 4) + index);
}
