using System.Globalization;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Golden.Pictures;

/// <summary>A file of tolerances in tests/Golden: a line each with a name and numbers; what follows a # is for people.</summary>
/// <param name="path">Below tests/Golden, with forward slashes.</param>
/// <param name="columns">How many numbers follow the name, and which, for people.</param>
internal sealed class ToleranceFile(string path, params string[] columns)
{
    private readonly Dictionary<string, double[]> _rows = File.ReadLines(Checkout.At("tests", "Golden", path))
        .Select(line => (Line: line, Words: line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(row => row.Words.Length > 0)
        .ToDictionary(
            row => row.Words[0],
            row => row.Words.Length == columns.Length + 1
                ? row.Words[1..].Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray()
                : throw new InvalidDataException($"tests/Golden/{path}: '{row.Line}' is not 'name {string.Join(' ', columns)}'."));

    /// <summary>The names of all lines.</summary>
    public IEnumerable<string> Names => _rows.Keys;

    /// <summary>The numbers of a line.</summary>
    public double[] this[string name] => _rows.TryGetValue(name, out var numbers) ? numbers
        : throw new InvalidOperationException($"tests/Golden/{path} has no line for '{name}': add one.");
}
