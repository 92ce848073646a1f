using System.Globalization;
using ConfEngine.Golden.Pictures;

namespace ConfEngine.Golden.Images;

/// <summary>How far a drawn picture may be from the stored one: a line of tolerances.txt.</summary>
/// <param name="Mean">The largest mean difference in code values.</param>
/// <param name="Threshold">From more than how many code values on a pixel counts as far off.</param>
/// <param name="Share">The largest part of the pixels, 0 to 1, that may be far off.</param>
internal readonly record struct ImageTolerance(double Mean, int Threshold, double Share)
{
    private static readonly ToleranceFile s_file = new("tolerances.txt", "mean", "threshold", "share");

    /// <summary>The names of all lines.</summary>
    public static IEnumerable<string> Names => s_file.Names;

    public static ImageTolerance Of(string image) => new(s_file[image][0], (int)s_file[image][1], s_file[image][2] / 100);

    public bool Allows(ImageDifference difference) => difference.Mean <= Mean && difference.Share <= Share;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mean {Mean:0.000}, far {100 * Share:0.000} % (over {Threshold})");
}
