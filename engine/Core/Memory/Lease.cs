namespace ConfEngine.Core.Memory;

/// <summary>The right to use a pooled object. It has one holder at a time; whoever holds it either passes it on or disposes it.
/// Copies of the struct are the same lease: disposing a second one throws.</summary>
/// <typeparam name="T">The pooled type.</typeparam>
public readonly struct Lease<T> : IDisposable where T : class, IRecyclable
{
    private readonly Pool<T>.Slot? _slot;
    private readonly int _generation;

    internal Lease(Pool<T>.Slot slot, int generation)
    {
        _slot = slot;
        _generation = generation;
    }

    /// <summary>False for <c>default</c>: a lease on nothing.</summary>
    public bool HasValue => _slot is not null;

    /// <summary>The object.</summary>
    /// <exception cref="ObjectDisposedException">The lease was given back.</exception>
    public T Value => _slot is { } slot && slot.Generation == _generation ? slot.Item : throw new ObjectDisposedException(typeof(T).Name);

    /// <summary>Gives the object back to its pool. Does nothing for <c>default</c>.</summary>
    /// <exception cref="ObjectDisposedException">It was given back before.</exception>
    public void Dispose() => _slot?.Return(_generation);
}
