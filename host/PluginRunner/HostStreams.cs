using ConfEngine.PluginHost.Processes;
using Microsoft.Win32.SafeHandles;

namespace ConfEngine.PluginRunner;

/// <summary>The two streams to the host, out of the plugin's reach: what it or a library of its prints goes to stderr, and what it reads from the console is empty.</summary>
internal sealed class HostStreams : IDisposable
{
    private const int StandardInput = 0;
    private const int StandardOutput = 1;
    private const int StandardError = 2;
    private const int InputBytes = 64 * 1024;

    private HostStreams(Stream input, Stream output) => (Input, Output) = (input, output);

    /// <summary>From the host.</summary>
    public Stream Input { get; }

    /// <summary>To the host.</summary>
    public Stream Output { get; }

    /// <summary>Takes stdin and stdout away; once, before any code of the plugin's.</summary>
    public static HostStreams Take()
    {
        var input = new FileStream(new SafeFileHandle(LibC.Duplicate(StandardInput), ownsHandle: true), FileAccess.Read, InputBytes);
        var output = new FileStream(new SafeFileHandle(LibC.Duplicate(StandardOutput), ownsHandle: true), FileAccess.Write, bufferSize: 0);
        using var nothing = File.OpenHandle("/dev/null");
        LibC.Redirect(StandardInput, (int)nothing.DangerousGetHandle());
        LibC.Redirect(StandardOutput, StandardError);
        return new HostStreams(input, output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Output.Dispose();
        // Input is left to the process's end: its reader may still wait in it.
    }
}
