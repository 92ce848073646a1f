using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;
using Microsoft.Win32.SafeHandles;

namespace ConfEngine.PluginHost.Processes;

/// <summary>A plugin's process: started with little, limited at once, ended with all it has started.</summary>
internal sealed class PluginProcess : IDisposable
{
    private const int Nice = 5;
    // Of -1000 to 1000: rather this than the engine.
    private const int OutOfMemoryScore = 500;
    private const int KillSignal = 9;
    private const long Mebibyte = 1 << 20;

    private readonly Process _process;
    private readonly string _run;

    private PluginProcess(Process process, string run)
    {
        (_process, _run, Id) = (process, run, process.Id);
        Input = HandleOf(process.StandardInput.BaseStream);
        Output = HandleOf(process.StandardOutput.BaseStream);
        Errors = HandleOf(process.StandardError.BaseStream);
    }

    /// <summary>Its id.</summary>
    public int Id { get; }

    /// <summary>Where it reads.</summary>
    public SafePipeHandle Input { get; }

    /// <summary>Where it writes.</summary>
    public SafePipeHandle Output { get; }

    /// <summary>Its stderr.</summary>
    public SafePipeHandle Errors { get; }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>How it ended, once it has.</summary>
    public string ExitText => ExitWords.Of(_process.ExitCode);

    /// <summary>Starts a program in a plugin's folder.</summary>
    /// <param name="command">What to start.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="memoryMb">What it may use, in MiB.</param>
    /// <exception cref="PluginStartException">The system refuses.</exception>
    public static PluginProcess Start(PluginCommand command, string folder, int memoryMb)
    {
        var run = Guid.NewGuid().ToString("N");
        var info = new ProcessStartInfo(command.Program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in command.Arguments) info.ArgumentList.Add(argument);
        // A heap that hits its limit throws within the plugin, which says more than a kill at the limit of the whole process.
        ChildEnvironment.Fill(info.Environment, run, command.IsRunner ? Math.Max(16, memoryMb * 3L / 4) * Mebibyte : null);
        try
        {
            var process = Process.Start(info) ?? throw new PluginStartException($"{command.Program} does not start", "try it by hand");
            Limit(process.Id, memoryMb);
            return new PluginProcess(process, run);
        }
        catch (Win32Exception e)
        {
            throw new PluginStartException($"{command.Program} cannot be started ({OneLine.Of(e.Message)})", "check that it is a program for this machine, with its interpreter in the first line if it is a script", e);
        }
    }

    /// <summary>Calls back when it has ended, perhaps at once. On a thread of the pool.</summary>
    public void WhenExited(Action exited)
    {
        _process.Exited += (_, _) => exited();
        _process.EnableRaisingEvents = true;
    }

    /// <summary>Ends it and all it has started, now. Harmless when it has ended.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It ended meanwhile, or one of its children did: the rest goes by its mark.
            KillStragglers();
        }
    }

    /// <summary>Ends what it left behind when it ended: those are no longer its children, but they carry its mark.</summary>
    public void KillStragglers()
    {
        foreach (var process in ProcessFiles.WithEnvironment($"{ChildEnvironment.RunMark}={_run}")) LibC.Kill(process, KillSignal);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
        Errors.Dispose();
        _process.Dispose();
    }

    // The fence for data stops what grows faster than anybody samples. It counts what could be written, not what is in use, so it must be wide.
    private static void Limit(int id, int memoryMb)
    {
        LibC.TryLimitData(id, (4L * memoryMb + 512) * Mebibyte);
        ProcessFiles.TrySetOutOfMemoryScore(id, OutOfMemoryScore);
        foreach (var thread in ProcessFiles.Threads(id)) LibC.TrySetNice(thread, Nice);
    }

    private static SafePipeHandle HandleOf(Stream stream) => ((PipeStream)stream).SafePipeHandle;
}
