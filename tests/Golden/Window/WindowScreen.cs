using System.Buffers.Binary;
using ConfEngine.TestKit.Displays;

namespace ConfEngine.Golden.Window;

/// <summary>The screen of the tests that open windows; its pixels can be counted.</summary>
public sealed class WindowScreen : IDisposable
{
    private readonly VirtualScreen _screen = new(1024, 768);

    public WindowScreen() => _screen.Enter();

    /// <summary>How many pixels of the screen have this colour now.</summary>
    public int Count(byte red, byte green, byte blue)
    {
        // An XWD dump (X11/XWDFile.h): big-endian header words, a colour map of 12 bytes an entry, rows of BGRX pixels.
        using var file = new FileStream(_screen.DumpPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var dump = new byte[file.Length];
        file.ReadExactly(dump);
        int Word(int index) => BinaryPrimitives.ReadInt32BigEndian(dump.AsSpan(index * 4));
        var pixels = dump.AsSpan(Word(0) + Word(19) * 12);
        var (width, height, stride) = (Word(4), Word(5), Word(12));
        var count = 0;
        for (var y = 0; y < height; y++)
        {
            var row = pixels.Slice(y * stride, width * 4);
            for (var x = 0; x < row.Length; x += 4)
                if (row[x] == blue && row[x + 1] == green && row[x + 2] == red) count++;
        }

        return count;
    }

    /// <summary>Does something as a person would, with xdotool.</summary>
    public void Do(params string[] arguments) => _screen.Xdotool(arguments);

    public void Dispose() => _screen.Dispose();
}
