using System.Collections.Immutable;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.SignIn;

/// <summary>A list in the order of arrival, with each key once.</summary>
internal sealed class KeyedList<TKey, T>(Func<T, TKey> keyOf)
    where TKey : notnull
{
    private readonly List<T> _items = [];

    public IReadOnlyList<T> Items => _items;

    public RosterChange<T> Apply(UpdateType type, ImmutableArray<T> items, bool isFull)
    {
        if (type == UpdateType.Delete) return new RosterChange<T>(Delete(items), []);
        ImmutableArray<T> gone = isFull ? Delete(NotIn(items)) : [];
        return new RosterChange<T>(gone, Add(items));
    }

    public bool Replace(T item)
    {
        var place = Find(keyOf(item));
        if (place >= 0) _items[place] = item;
        return place >= 0;
    }

    public void Clear() => _items.Clear();

    private ImmutableArray<T> Add(ImmutableArray<T> items)
    {
        var added = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            if (Replace(item) || _items.Count >= Roster.MaxEntries) continue;
            _items.Add(item);
            added.Add(item);
        }
        return added.ToImmutable();
    }

    private ImmutableArray<T> Delete(ImmutableArray<T> items)
    {
        var deleted = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            var place = Find(keyOf(item));
            if (place < 0) continue;
            _items.RemoveAt(place);
            deleted.Add(item);
        }
        return deleted.ToImmutable();
    }

    private ImmutableArray<T> NotIn(ImmutableArray<T> items)
    {
        var keys = items.Select(keyOf).ToHashSet();
        return [.. _items.Where(item => !keys.Contains(keyOf(item)))];
    }

    private int Find(TKey key) => _items.FindIndex(item => EqualityComparer<TKey>.Default.Equals(keyOf(item), key));
}
