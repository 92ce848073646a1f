using System.Diagnostics;
using ConfEngine.Control.Client;
using ConfEngine.Core.Media;
using ConfEngine.Kiosk.Commands;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>Our own bare server as a child process. It ends when its input does, so it cannot outlive us.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, ServerUrl url) => (_process, Url) = (process, url);

    /// <summary>Where it listens.</summary>
    public ServerUrl Url { get; }

    /// <summary>The process, to read what it costs.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts it and waits until it says where it listens.</summary>
    /// <exception cref="MediaException">It does not start.</exception>
    public static async Task<ServerProcess> StartAsync(CancellationToken cancel)
    {
        var self = Environment.ProcessPath ?? throw new UsageException("bench: the program's own file is not known");
        var process = Process.Start(new ProcessStartInfo(self, BenchServerCommand.Name) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new MediaException($"{self} did not start");
        var said = await process.StandardOutput.ReadLineAsync(cancel) ?? "";
        if (ServerUrl.TryParse(said, out var url)) return new ServerProcess(process, url);
        process.Dispose();
        throw new MediaException("bench: the server did not start; its error is above");
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
