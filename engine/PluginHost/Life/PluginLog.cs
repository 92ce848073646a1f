using ConfEngine.Contract.Handshake;
using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Life;

/// <summary>The last lines a plugin said. Any thread.</summary>
/// <param name="clock">The time of day.</param>
internal sealed class PluginLog(IClock clock)
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 100;

    private readonly Lock _gate = new();
    private readonly Queue<PluginLogLine> _lines = new(Capacity);

    public void Add(LogLevel level, string text)
    {
        var line = new PluginLogLine(clock.WallNow, level, text);
        lock (_gate)
        {
            if (_lines.Count == Capacity) _lines.Dequeue();
            _lines.Enqueue(line);
        }
    }

    /// <summary>The lines, oldest first.</summary>
    public IReadOnlyList<PluginLogLine> Read()
    {
        lock (_gate) return [.. _lines];
    }
}
