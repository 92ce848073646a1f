using System.Diagnostics;
using System.Text;

namespace ConfEngine.TestKit.Processes;

/// <summary>Everything a process says on one stream, as it says it.</summary>
internal sealed class OutputText
{
    private readonly StringBuilder _text = new();
    private readonly Thread _reader;
    private bool _hasEnded;

    public OutputText(StreamReader stream)
    {
        _reader = new Thread(() => Read(stream)) { IsBackground = true };
        _reader.Start();
    }

    /// <summary>Waits until <paramref name="piece"/> has been said.</summary>
    /// <returns>False when the stream ended or <paramref name="patience"/> did before.</returns>
    public bool WaitFor(string piece, TimeSpan patience) => WaitFor(text => text.Contains(piece, StringComparison.Ordinal), patience);

    /// <summary>The same for anything that can be seen in what was said.</summary>
    public bool WaitFor(Predicate<string> isThere, TimeSpan patience)
    {
        var began = Stopwatch.GetTimestamp();
        lock (_text)
        {
            while (!isThere(_text.ToString()))
            {
                var left = patience - Stopwatch.GetElapsedTime(began);
                if (_hasEnded || left <= TimeSpan.Zero) return false;
                Monitor.Wait(_text, left);
            }

            return true;
        }
    }

    /// <summary>Waits for the stream's end. A grandchild may hold it open for longer than the process lives, so not for ever.</summary>
    public void WaitForEnd(TimeSpan patience) => _reader.Join(patience);

    public override string ToString()
    {
        lock (_text) return _text.ToString();
    }

    private void Read(StreamReader stream)
    {
        var buffer = new char[4096];
        int count;
        do
        {
            count = stream.Read(buffer);
            lock (_text)
            {
                _text.Append(buffer, 0, count);
                _hasEnded = count == 0;
                Monitor.PulseAll(_text);
            }
        }
        while (count > 0);
    }
}
