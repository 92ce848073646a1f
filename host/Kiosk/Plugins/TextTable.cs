namespace ConfEngine.Kiosk.Plugins;

/// <summary>Columns of plain text, as wide as they need to be: what is piped into a file or a search has one line for a row, however narrow the terminal.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The lines of a table.</summary>
    /// <param name="headings">One for each column.</param>
    /// <param name="rows">As many cells each.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = headings.Select((heading, column) => rows.Select(row => row[column].Length).Append(heading.Length).Max()).ToArray();
        return rows.Prepend(headings).Select(cells => string.Join(Gap, cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
