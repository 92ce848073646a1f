using System.Globalization;

namespace ConfEngine.Golden.Parity;

/// <summary>How far pictures may be apart: tolerances.txt, a line each with name, least PSNR in dB and largest difference of a code value.</summary>
internal static class Tolerances
{
    public static (double Psnr, int Largest) Of(string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Parity", "tolerances.txt")))
        {
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 3 && words[0] == name) return (double.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        }

        throw new InvalidOperationException($"tolerances.txt has no line for '{name}'; add one.");
    }
}
