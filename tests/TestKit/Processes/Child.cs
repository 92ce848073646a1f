using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ConfEngine.TestKit.Processes;

/// <summary>A process that a test has started. It never outlives the test, and it never keeps a test waiting for ever.</summary>
public sealed class Child : IDisposable
{
    // What takes a second on an idle machine may take a minute where eight others build; a process that hangs still ends the test.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);
    private readonly Process _process;
    private readonly OutputText _out;
    private readonly OutputText _error;
    private readonly string _command;

    private Child(ProcessStartInfo start)
    {
        _command = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Start(start);
        _process.StandardInput.Close();
        _out = new OutputText(_process.StandardOutput);
        _error = new OutputText(_process.StandardError);
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="arguments">One string each; no shell looks at them.</param>
    /// <param name="prepare">Changes environment or folder.</param>
    public static Child Start(string program, IEnumerable<string> arguments, Action<ProcessStartInfo>? prepare = null)
    {
        var start = new ProcessStartInfo(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        prepare?.Invoke(start);
        return new Child(start);
    }

    /// <summary>Runs a program to its end.</summary>
    public static Outcome Run(string program, IEnumerable<string> arguments, Action<ProcessStartInfo>? prepare = null)
    {
        using var child = Start(program, arguments, prepare);
        return child.Finish();
    }

    /// <summary>Waits until the process has said <paramref name="piece"/> on its standard output.</summary>
    public void WaitFor(string piece)
    {
        if (!_out.WaitFor(piece, s_patience)) Fail($"never said '{piece}'");
    }

    /// <summary>Waits until the process has said something on its standard output, and returns it.</summary>
    public Match WaitFor(Regex pattern)
    {
        if (!_out.WaitFor(text => pattern.IsMatch(text), s_patience)) Fail($"never said {pattern}");
        return pattern.Match(_out.ToString());
    }

    /// <summary>The first line that the process says.</summary>
    public string ReadLine()
    {
        WaitFor("\n");
        return _out.ToString().Split('\n')[0].Trim();
    }

    /// <summary>Lets the process work for a while; fails the test when it ends before.</summary>
    public void Work(TimeSpan time)
    {
        if (_process.WaitForExit(time)) Fail($"ended within {time.TotalSeconds} s");
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(int signal)
    {
        if (LibC.Signal(_process.Id, signal) != 0) Fail($"cannot be sent signal {signal}");
    }

    /// <summary>Ends it as the kernel does when memory is short: without a chance to tidy up.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    public Outcome Finish()
    {
        if (!_process.WaitForExit(s_patience)) Fail($"still runs after {s_patience.TotalSeconds} s");
        return Result();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{start.FileName} cannot be started ({e.Message}); ./test installs what the tests need: see .packages", e);
        }
    }

    private Outcome Result()
    {
        _out.WaitForEnd(TimeSpan.FromSeconds(5));
        _error.WaitForEnd(TimeSpan.FromSeconds(5));
        return new Outcome(_command, _process.ExitCode, _out.ToString(), _error.ToString());
    }

    private void Fail(string what)
    {
        if (!_process.HasExited) Kill();
        throw new ChildFailedException($"{what}: {Result()}");
    }
}
