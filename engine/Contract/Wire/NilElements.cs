namespace ConfEngine.Contract.Wire;

/// <summary>Lists from outside may hold nil where an element is due.</summary>
internal static class NilElements
{
    /// <summary>The list without them; an empty one for none.</summary>
    public static IReadOnlyList<T> Dropped<T>(IReadOnlyList<T>? list)
        where T : class
    {
        if (list is null) return [];
        // Nullability is a promise of the compiler's, not of the bytes.
        foreach (T? element in list)
        {
            if (element is null) return [.. list.Where(kept => kept is not null)];
        }

        return list;
    }
}
