using System.Globalization;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Golden.Images;

/// <summary>How far a drawn picture may be from the stored one: a line of tolerances.txt.</summary>
/// <param name="Mean">The largest mean difference in code values.</param>
/// <param name="Threshold">From more than how many code values on a pixel counts as far off.</param>
/// <param name="Share">The largest part of the pixels, 0 to 1, that may be far off.</param>
internal readonly record struct ImageTolerance(double Mean, int Threshold, double Share)
{
    /// <summary>The names of all lines.</summary>
    public static IEnumerable<string> Names => Lines().Select(words => words[0]);

    public static ImageTolerance Of(string image)
    {
        var words = Lines().FirstOrDefault(words => words[0] == image)
            ?? throw new InvalidOperationException($"tests/Golden/tolerances.txt has no line for '{image}': add one.");
        return new(Number(words[1]), int.Parse(words[2], CultureInfo.InvariantCulture), Number(words[3]) / 100);
    }

    public bool Allows(ImageDifference difference) => difference.Mean <= Mean && difference.Share <= Share;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mean {Mean:0.000}, far {100 * Share:0.000} % (over {Threshold})");

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines() =>
        from line in File.ReadLines(Checkout.At("tests", "Golden", "tolerances.txt"))
        let words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where words.Length > 0
        select words.Length == 4 ? words : throw new InvalidDataException($"tests/Golden/tolerances.txt: '{line}' is not 'image mean threshold share'.");
}
