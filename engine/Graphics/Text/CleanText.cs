using System.Globalization;
using System.Text;

namespace ConfEngine.Graphics.Text;

/// <summary>A line of text from outside, made harmless: no controls, no bidi overrides, no broken surrogates, bounded, and cut into grapheme
/// clusters (Unicode Standard Annex 29), which are never torn apart afterwards.</summary>
internal sealed class CleanText
{
    /// <summary>UTF-16 units taken from a text; a name is 10, a line of an overlay 100.</summary>
    public const int MaxLength = 512;

    // Marks can be piled up without end; the longest emoji sequences in use have 10 code points.
    private const int MaxClusterCodePoints = 16;

    private readonly List<uint> _codePoints = [];
    private readonly List<int> _starts = [];

    private CleanText(bool isCut) => IsCut = isCut;

    /// <summary>True when the text went on beyond what was taken.</summary>
    public bool IsCut { get; }

    /// <summary>How many clusters there are.</summary>
    public int Count => _starts.Count;

    /// <summary>Makes a text from outside harmless.</summary>
    public static CleanText From(string text)
    {
        var chars = new StringBuilder(Math.Min(text.Length, MaxLength));
        var isCut = AppendHarmless(text, chars);
        ReadOnlySpan<char> rest = chars.ToString().AsSpan().Trim();
        var clean = new CleanText(isCut);
        while (!rest.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            clean.AddCluster(rest[..length]);
            rest = rest[length..];
        }

        return clean;
    }

    /// <summary>The code points of a cluster.</summary>
    public ReadOnlySpan<uint> Cluster(int index)
    {
        var end = index + 1 < _starts.Count ? _starts[index + 1] : _codePoints.Count;
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_codePoints)[_starts[index]..end];
    }

    /// <summary>True when the cluster is a space.</summary>
    public bool IsSpace(int index) => Rune.IsWhiteSpace(new Rune(_codePoints[_starts[index]]));

    private static bool AppendHarmless(ReadOnlySpan<char> text, StringBuilder chars)
    {
        Span<char> units = stackalloc char[2];
        while (!text.IsEmpty)
        {
            // An invalid sequence comes out as U+FFFD, one unit long.
            Rune.DecodeFromUtf16(text, out var rune, out var taken);
            text = text[taken..];
            if (CodePoints.IsSpace(rune)) rune = new Rune(rune.Value == 0x3000 ? 0x3000 : ' ');
            else if (CodePoints.IsControl(rune) || CodePoints.IsStripped(rune)) continue;
            if (chars.Length + 2 > MaxLength) return true;
            chars.Append(units[..rune.EncodeToUtf16(units)]);
        }

        return false;
    }

    private void AddCluster(ReadOnlySpan<char> cluster)
    {
        _starts.Add(_codePoints.Count);
        foreach (var rune in cluster.EnumerateRunes())
        {
            var codePoint = (uint)rune.Value;
            var taken = _codePoints.Count - _starts[^1];
            if (taken == MaxClusterCodePoints) return;
            if (taken > 0 && CodePoints.IsSkinTone(codePoint)) continue;
            _codePoints.Add(codePoint);
        }
    }
}
