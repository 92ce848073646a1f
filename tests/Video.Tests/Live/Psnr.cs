using ConfEngine.Core.Media;

namespace ConfEngine.Video.Tests.Live;

/// <summary>How alike two pictures are.</summary>
public static class Psnr
{
    /// <summary>Peak signal to noise ratio of the luma planes in decibels; 99 for the same.</summary>
    public static double Luma(VideoFrame one, VideoFrame other)
    {
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        var squares = 0.0;
        for (var y = 0; y < one.Height; y++)
        {
            var a = one[0].Row(y);
            var b = other[0].Row(y);
            for (var x = 0; x < a.Length; x++) squares += (a[x] - b[x]) * (a[x] - b[x]);
        }

        var mean = squares / one.Width / one.Height;
        return mean == 0 ? 99 : 10 * Math.Log10(255 * 255 / mean);
    }
}
