using System.Text;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Channels;

/// <summary>Makes lines of what a plugin writes on its stderr, so many a second and no more: a log is no reason to stand still. One thread at a time.</summary>
/// <param name="clock">Measures the seconds.</param>
/// <param name="line">Gets each line.</param>
internal sealed class LogLines(IClock clock, Action<string> line)
{
    /// <summary>The most lines in a second; the rest is counted.</summary>
    public const int MostPerSecond = 50;

    /// <summary>The most characters of a line; the rest is cut.</summary>
    public const int MostCharacters = 1024;

    private const int MostBytes = 4 * MostCharacters;
    private static readonly MediaTime s_second = MediaTime.FromSeconds(1);

    private readonly byte[] _bytes = new byte[MostBytes];
    private Instant _since = clock.Now;
    private int _length;
    private int _told;
    private long _dropped;

    /// <summary>The last line that was not empty, whether it was told or counted; empty before the first.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Takes a piece of the stream.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        while (true)
        {
            var end = piece.IndexOf((byte)'\n');
            var part = end < 0 ? piece : piece[..end];
            part = part[..Math.Min(part.Length, MostBytes - _length)];
            part.CopyTo(_bytes.AsSpan(_length));
            _length += part.Length;
            if (end < 0) return;
            Tell();
            piece = piece[(end + 1)..];
        }
    }

    /// <summary>The stream has ended: tells what is left.</summary>
    public void End()
    {
        Tell();
        TellDropped();
    }

    private void Tell()
    {
        var bytes = _bytes.AsSpan(0, _length);
        _length = 0;
        if (bytes.IsEmpty) return;
        var now = clock.Now;
        if (now - _since >= s_second)
        {
            TellDropped();
            (_since, _told) = (now, 0);
        }

        // Room for the mark of what was cut.
        var text = OneLine.Of(Encoding.UTF8.GetString(bytes), MostCharacters - 1);
        if (text.Length == 0) return;
        Last = text;
        if (++_told > MostPerSecond) _dropped++;
        else line(text);
    }

    private void TellDropped()
    {
        if (_dropped > 0) line($"{_dropped} more lines were not kept: at most {MostPerSecond} are in a second");
        _dropped = 0;
    }
}
