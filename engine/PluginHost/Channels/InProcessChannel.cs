using System.Buffers;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Wire;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Loading;
using ConfEngine.PluginHost.Processes;

namespace ConfEngine.PluginHost.Channels;

/// <summary>A .NET plugin in the engine's own process, on a thread of its own. All of the plugin's code runs there: loading, constructor, calls and unloading; none of it
/// on a thread of the host's.</summary>
internal sealed class InProcessChannel : IPluginChannel, IMessageSink
{
    private const int Nice = 10;
    private const int LowestNice = 19;
    private const int DefaultStartMs = 10_000;

    private readonly PluginPackage _package;
    private readonly Timer _grace;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _mayRun = new();
    private byte[] _message = [];
    // Gone with the plugin, so that nothing here keeps its code in memory.
    private volatile PluginServer? _server;
    private IChannelEvents? _events;
    private object? _forced;
    private int _thread;
    private bool _ended;
    private volatile bool _closing;

    private InProcessChannel(PluginPackage package)
    {
        _package = package;
        _grace = new Timer(_ => LeaveBehind());
    }

    /// <inheritdoc/>
    public ChannelFigures Figures => new(0, 0, _ended ? 0 : ProcessFiles.ThreadCpuSeconds(Volatile.Read(ref _thread)));

    /// <summary>Loads a plugin. Waits for its constructor, at most the time it has to start.</summary>
    /// <exception cref="PluginStartException">It cannot be loaded.</exception>
    public static InProcessChannel Open(PluginPackage package, PluginLimits limits)
    {
        var channel = new InProcessChannel(package);
        var thread = new Thread(channel.Live) { Name = $"Plugin {package.Manifest.Id}", IsBackground = true };
        // The engine's own context is none of a plugin's business.
        using (ExecutionContext.SuppressFlow()) thread.Start();
        var time = TimeSpan.FromMilliseconds(limits.StartTimeoutMs > 0 ? limits.StartTimeoutMs : DefaultStartMs);
        if (((IAsyncResult)channel._opened.Task).AsyncWaitHandle.WaitOne(time))
        {
            channel._opened.Task.GetAwaiter().GetResult();
            return channel;
        }

        channel.Close(TimeSpan.Zero);
        throw new PluginStartException($"the constructor of {package.Manifest.Id} did not return within {time.TotalSeconds:0.#} s; its thread is left behind", "correct the plugin; work that takes time belongs into StartAsync");
    }

    /// <inheritdoc/>
    public void Start(IChannelEvents events)
    {
        lock (_gate)
        {
            if (_events is not null) throw new InvalidOperationException($"the channel of {_package.Manifest.Id} was started already");
            _events = events;
        }

        _mayRun.Set();
    }

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> message)
    {
        if (_closing || _server is not { } server) return false;
        var copy = ArrayPool<byte>.Shared.Rent(message.Length);
        try
        {
            message.CopyTo(copy);
            server.Receive(copy.AsMemory(0, message.Length));
            return true;
        }
        catch (InvalidDataException e)
        {
            End(ChannelEndKind.Exited, $"was sent bytes that break the contract ({OneLine.Of(e.Message)})");
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    /// <summary>A message of the plugin's, on whichever thread it sends.</summary>
    /// <exception cref="IOException">The connection has ended.</exception>
    void IMessageSink.Send(ReadOnlySpan<byte> message)
    {
        if (message.Length is 0 or > MessageLimits.MaxBytes)
        {
            End(ChannelEndKind.BadBytes, $"sent a message of {message.Length} bytes; 1 to {MessageLimits.MaxBytes} are allowed");
            throw new IOException("a message of that length ends the connection");
        }

        lock (_gate)
        {
            if (_ended || _events is null) throw new IOException("the host has closed the connection");
            if (_message.Length < message.Length) _message = new byte[Math.Max(message.Length, _message.Length * 2)];
            message.CopyTo(_message);
            _events.OnMessage(_message.AsMemory(0, message.Length));
        }
    }

    /// <inheritdoc/>
    public void Close(TimeSpan grace)
    {
        if (Interlocked.Exchange(ref _closing, true)) return;
        _grace.Change(grace, Timeout.InfiniteTimeSpan);
        _mayRun.Set();
        _server?.Close();
    }

    /// <inheritdoc/>
    public void Dispose() => Close(TimeSpan.Zero);

    // The thread's whole life. Whatever happens ends in a word to the listener.
    private void Live()
    {
        Volatile.Write(ref _thread, LibC.CurrentThread());
        LibC.TrySetNice(0, Nice);
        var how = "ended by itself";
        try
        {
            if (Load() is not { } loaded) return;
            how = Serve(loaded);
        }
        catch (Exception e)
        {
            how = $"ended with {e.GetType().Name}: {OneLine.Of(e.Message)}";
        }

        Tell(_forced is ChannelEnd forced ? forced : _closing ? new ChannelEnd(ChannelEndKind.Closed, "ended when it was told to") : new ChannelEnd(ChannelEndKind.Exited, how));
    }

    // Null when it cannot be loaded, and the opener has been told.
    private LoadedPlugin? Load()
    {
        LoadedPlugin? loaded = null;
        try
        {
            loaded = LoadedPlugin.Load(_package.RunFolder, _package.Manifest);
            var manifest = _package.Manifest;
            var identity = new PluginIdentity(manifest.Id, manifest.Version, manifest.Contract, manifest.Capabilities, manifest.Limits);
            _server = new PluginServer(loaded.Plugin, identity, this);
            _opened.SetResult();
            return loaded;
        }
        catch (Exception e)
        {
            _opened.SetException(e as PluginStartException ?? new PluginStartException($"{_package.Manifest.Id} cannot be loaded ({e.GetType().Name}: {OneLine.Of(e.Message)})", "correct the plugin", e));
            loaded?.Dispose();
            return null;
        }
    }

    private string Serve(LoadedPlugin loaded)
    {
        using (loaded)
        {
            _mayRun.Wait();
            if (!_closing) _server!.Run();
            _server = null;
        }

        return "ended by itself";
    }

    private void End(ChannelEndKind kind, string cause)
    {
        Interlocked.CompareExchange(ref _forced, new ChannelEnd(kind, cause), null);
        _server?.Close();
    }

    private void LeaveBehind()
    {
        // It may spin for ever: then it shall do so when nobody else has anything to do.
        if (Volatile.Read(ref _thread) is var thread and not 0 && !_ended) LibC.TrySetNice(thread, LowestNice);
        Tell(new ChannelEnd(ChannelEndKind.Stuck, "did not come back in time; its thread is left behind"));
    }

    private void Tell(ChannelEnd end)
    {
        lock (_gate)
        {
            if (_ended) return;
            _ended = true;
            _grace.Dispose();
            _events?.OnClosed(end);
        }
    }
}
