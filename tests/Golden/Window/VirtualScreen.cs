using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ConfEngine.Golden.Window;

/// <summary>An X server without a screen (Xvfb) on a free display, whose picture lies in a file that this class can read.</summary>
public sealed partial class VirtualScreen : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("confengine-xvfb-").FullName;
    private readonly Process _server;

    public VirtualScreen()
    {
        var start = new ProcessStartInfo("Xvfb") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp", "-fbdir", _folder }) start.ArgumentList.Add(argument);
        _server = Process.Start(start) ?? throw new InvalidOperationException("Xvfb does not start; install xvfb.");
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        var display = int.Parse(_server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Xvfb ended before it had a display."), CultureInfo.InvariantCulture);
        Display = $":{display}";

        // .NET keeps its own copy of the environment; the windowing library reads the C library's.
        Environment.SetEnvironmentVariable("DISPLAY", Display);
        SetEnvironment("DISPLAY", Display, 1);
    }

    public string Display { get; }

    /// <summary>How many pixels of the screen have this colour now.</summary>
    public int Count(byte red, byte green, byte blue)
    {
        // An XWD dump (X11/XWDFile.h): big-endian header words, a colour map of 12 bytes an entry, rows of BGRX pixels.
        using var file = new FileStream(Path.Combine(_folder, "Xvfb_screen0"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
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
    public void Do(params string[] arguments)
    {
        using var tool = Process.Start("xdotool", arguments) ?? throw new InvalidOperationException("xdotool does not start; install xdotool.");
        tool.WaitForExit();
        Assert.Equal(0, tool.ExitCode);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("DISPLAY", null);
        UnsetEnvironment("DISPLAY");
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int UnsetEnvironment(string name);
}
