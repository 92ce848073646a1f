using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Processes;

namespace ConfEngine.PluginHost.Channels;

/// <summary>A plugin in a process of its own. One thread waits for all that comes from it, so that whoever listens is called by one thread only.</summary>
internal sealed class ChildChannel : IPluginChannel
{
    /// <summary>How far the channel's threads stand behind the frame loop.</summary>
    public const int ThreadNice = 10;

    private const long Mebibyte = 1 << 20;
    // A plugin that closes its stdout says that it ends: it has this long.
    private const int EndTimeMs = 2000;
    private static readonly TimeSpan s_samplePeriod = TimeSpan.FromMilliseconds(250);

    private readonly PluginProcess _process;
    private readonly string _name;
    private readonly int _memoryMb;
    private readonly IClock _clock;
    private readonly PipeWriter _writer;
    private readonly PipeReader _reader;
    private readonly Timer _sampler;
    private readonly Timer _grace;
    private readonly Lock _gate = new();
    private ChannelFigures _figures;
    private ChannelEnd? _end;
    private bool _started;
    private bool _closing;
    private bool _finished;
    private volatile bool _exited;

    /// <summary>Takes over a process that was just started.</summary>
    /// <param name="process">The process.</param>
    /// <param name="name">The plugin's id.</param>
    /// <param name="memoryMb">What it may use, in MiB.</param>
    /// <param name="clock">For the log's limit.</param>
    public ChildChannel(PluginProcess process, string name, int memoryMb, IClock clock)
    {
        (_process, _name, _memoryMb, _clock) = (process, name, memoryMb, clock);
        _figures = new ChannelFigures(process.Id, 0, 0);
        // The other end of each pipe is the plugin's, and stays as it is.
        LibC.MakeNonBlocking((int)process.Input.DangerousGetHandle());
        _writer = new PipeWriter(process.Input, $"Plugin {name} writer");
        _reader = new PipeReader(process.Output, process.Errors);
        _sampler = new Timer(_ => Sample(), null, s_samplePeriod, s_samplePeriod);
        _grace = new Timer(_ => EndNow(new ChannelEnd(ChannelEndKind.Stuck, "did not end in time and was killed")));
    }

    /// <inheritdoc/>
    public ChannelFigures Figures
    {
        get { lock (_gate) return _figures; }
    }

    /// <inheritdoc/>
    public void Start(IChannelEvents events)
    {
        lock (_gate)
        {
            if (_started) throw new InvalidOperationException($"the channel of {_name} was started already");
            _started = true;
        }

        _process.WhenExited(OnExited);
        new Thread(() => Listen(events)) { Name = $"Plugin {_name} reader", IsBackground = true }.Start();
    }

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> message) => _writer.TryWrite(message);

    /// <inheritdoc/>
    public void Close(TimeSpan grace)
    {
        lock (_gate)
        {
            if (_closing || _finished) return;
            _closing = true;
            _grace.Change(grace, Timeout.InfiniteTimeSpan);
        }

        _writer.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        bool started;
        lock (_gate)
        {
            if (_finished) return;
            (_closing, started) = (true, _started);
            _end ??= new ChannelEnd(ChannelEndKind.Closed, "was closed");
        }

        _process.Kill();
        // Otherwise the reader does it when it sees the end.
        if (!started) Finish();
    }

    private void OnExited()
    {
        _exited = true;
        _reader.Wake();
    }

    private void EndNow(ChannelEnd end)
    {
        lock (_gate)
        {
            if (_exited || _finished) return;
            _end ??= end;
        }

        _process.Kill();
    }

    private void Sample()
    {
        var resident = ProcessFiles.ResidentBytes(_process.Id);
        var seconds = ProcessFiles.CpuSeconds(_process.Id);
        lock (_gate)
        {
            if (_exited || _finished) return;
            _figures = new ChannelFigures(_process.Id, resident, seconds);
        }

        if (resident > _memoryMb * Mebibyte)
            EndNow(new ChannelEnd(ChannelEndKind.Memory, $"used {resident / Mebibyte} MiB of memory where {_memoryMb} MiB are allowed, and was killed; mend it, or raise limits.memory_mb in plugin.json"));
    }

    private void Listen(IChannelEvents events)
    {
        LibC.TrySetNice(0, ThreadNice);
        var log = new LogLines(_clock, events.OnLog);
        var broken = false;
        try
        {
            _reader.Run(events.OnMessage, log.Append, () => _exited, EndTimeMs, () => EndNow(new ChannelEnd(ChannelEndKind.Exited, "closed its stdout without ending, and was killed")));
        }
        catch (InvalidDataException e)
        {
            broken = true;
            EndNow(new ChannelEnd(ChannelEndKind.BadBytes, e.Message));
        }

        if (broken) _reader.Drain(log.Append, () => _exited);
        log.End();
        var end = Judge(log.Last);
        Finish();
        events.OnClosed(end);
    }

    // What it said last is mostly why it ended.
    private ChannelEnd Judge(string lastWords)
    {
        lock (_gate)
        {
            if (_end is { } known) return known;
            var words = _process.ExitText + (_reader.IsWithinMessage ? " in the middle of a message" : "");
            return _closing
                ? new ChannelEnd(ChannelEndKind.Closed, words)
                : new ChannelEnd(ChannelEndKind.Exited, lastWords.Length == 0 ? words : $"{words}: {OneLine.Of(lastWords, 300)}");
        }
    }

    private void Finish()
    {
        lock (_gate)
        {
            _finished = true;
            _figures = new ChannelFigures(0, 0, _figures.CpuSeconds);
        }

        _sampler.Dispose();
        _grace.Dispose();
        _process.KillStragglers();
        _writer.End();
        _reader.Dispose();
        _process.Dispose();
    }
}
