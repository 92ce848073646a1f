namespace ConfEngine.PluginHost.Discovery;

/// <summary>Guesses which word was meant.</summary>
internal static class NearestWord
{
    /// <summary><c>: did you mean "x"?</c>, or what is known when nothing is near.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> known)
    {
        var best = known.MinBy(candidate => Distance(word, candidate));
        if (best is not null && Distance(word, best) <= Math.Max(1, Math.Min(word.Length, best.Length) / 3)) return $": did you mean \"{best}\"?";
        return known.Count == 0 ? "" : $": known are {string.Join(", ", known)}";
    }

    // Levenshtein's: insertions, deletions and replacements of one letter. Words are short, and a long one is near to nothing.
    private static int Distance(string from, string to)
    {
        if (from.Length > 64) return int.MaxValue;
        Span<int> row = stackalloc int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++) row[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(from[i - 1]) == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
