namespace ConfEngine.PluginHost.Processes;

/// <summary>Wakes a thread that waits in poll(2). Once set it stays so, until <see cref="Clear"/>. Any thread.</summary>
internal sealed unsafe class WakeUp : IDisposable
{
    private readonly Lock _gate = new();
    private bool _disposed;

    /// <summary>To be polled for reading.</summary>
    public int Descriptor { get; } = LibC.OpenEvent();

    /// <summary>Wakes.</summary>
    public void Set()
    {
        long one = 1;
        lock (_gate)
            if (!_disposed) LibC.Write(Descriptor, &one, sizeof(long));
    }

    /// <summary>Waits again from now on.</summary>
    public void Clear()
    {
        long count;
        LibC.Read(Descriptor, &count, sizeof(long));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_disposed) LibC.Close(Descriptor);
            _disposed = true;
        }
    }
}
