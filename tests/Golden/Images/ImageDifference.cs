using System.Globalization;
using ConfEngine.Core.Media;

namespace ConfEngine.Golden.Images;

/// <summary>How far a drawn picture is from the stored one. Two figures, because one hides the other's faults: the mean finds a colour that is
/// off everywhere, the share finds a badge that is missing.</summary>
/// <param name="Mean">Mean difference over red, green and blue, in code values.</param>
/// <param name="Share">The part of the pixels, 0 to 1, with a component that is off by more than the threshold.</param>
internal readonly record struct ImageDifference(double Mean, double Share)
{
    /// <summary>Compares two Bgra32 pictures of one size.</summary>
    /// <param name="stored">One.</param>
    /// <param name="drawn">The other.</param>
    /// <param name="threshold">From how many code values on a component counts as far off.</param>
    /// <param name="firstRow">Rows above this one are not looked at.</param>
    public static ImageDifference Between(VideoFrame stored, VideoFrame drawn, int threshold, int firstRow = 0)
    {
        long sum = 0;
        long far = 0;
        for (var y = firstRow; y < stored.Height; y++)
        {
            var one = stored[0].Row(y, 4);
            var other = drawn[0].Row(y, 4);
            for (var x = 0; x < one.Length; x += 4)
            {
                var blue = Math.Abs(one[x] - other[x]);
                var green = Math.Abs(one[x + 1] - other[x + 1]);
                var red = Math.Abs(one[x + 2] - other[x + 2]);
                sum += blue + green + red;
                if (Math.Max(blue, Math.Max(green, red)) > threshold) far++;
            }
        }

        double pixels = (double)stored.Width * (stored.Height - firstRow);
        return new(sum / pixels / 3, far / pixels);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mean {Mean:0.000}, far {100 * Share:0.000} %");
}
