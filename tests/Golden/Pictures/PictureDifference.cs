using ConfEngine.Core.Media;

namespace ConfEngine.Golden.Pictures;

/// <summary>How far two pictures of the same size and layout are apart: in red, green and blue, or in the samples of one plane.</summary>
/// <param name="Psnr">Peak signal-to-noise ratio in dB; infinite for equal pictures.</param>
/// <param name="Largest">The largest difference of a code value.</param>
/// <param name="At">Where that is.</param>
internal sealed record PictureDifference(double Psnr, int Largest, (int X, int Y) At)
{
    public static PictureDifference Between(VideoFrame one, VideoFrame other, int plane = 0)
    {
        Assert.Equal((one.Width, one.Height, one.Layout), (other.Width, other.Height, other.Layout));
        var bytes = one.Layout.SampleBytes();
        var squares = 0L;
        var largest = 0;
        var at = (0, 0);
        for (var y = 0; y < one[plane].Height; y++)
        {
            var a = one[plane].Row(y, bytes);
            var b = other[plane].Row(y, bytes);
            for (var i = 0; i < a.Length; i++)
            {
                if (bytes == 4 && i % 4 == 3) continue;
                var difference = Math.Abs(a[i] - b[i]);
                squares += difference * difference;
                if (difference <= largest) continue;
                largest = difference;
                at = (i / bytes, y);
            }
        }

        var mean = squares / (one[plane].Width * (double)one[plane].Height * (bytes == 4 ? 3 : 1));
        return new(mean == 0 ? double.PositiveInfinity : 10 * Math.Log10(255 * 255 / mean), largest, at);
    }

    /// <summary>An opaque picture of the differences, eight times as strong.</summary>
    public static OwnedVideoFrame Draw(VideoFrame one, VideoFrame other)
    {
        var drawn = new OwnedVideoFrame(PixelLayout.Bgra32, one.Width, one.Height);
        for (var y = 0; y < one.Height; y++)
        {
            var a = one[0].Row(y, 4);
            var b = other[0].Row(y, 4);
            var to = drawn[0].Row(y, 4);
            for (var i = 0; i < a.Length; i++) to[i] = i % 4 == 3 ? (byte)255 : (byte)Math.Min(255, Math.Abs(a[i] - b[i]) * 8);
        }

        return drawn;
    }
}
