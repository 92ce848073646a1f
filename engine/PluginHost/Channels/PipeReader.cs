using System.Runtime.InteropServices;
using ConfEngine.PluginHost.Processes;
using Microsoft.Win32.SafeHandles;

namespace ConfEngine.PluginHost.Channels;

/// <summary>Takes a piece of a log.</summary>
internal delegate void TakeBytes(ReadOnlySpan<byte> piece);

/// <summary>Reads a plugin's stdout and stderr on one thread, until its process has ended and all it wrote has been read.</summary>
/// <param name="output">Messages.</param>
/// <param name="errors">Lines of log.</param>
internal sealed unsafe class PipeReader(SafePipeHandle output, SafePipeHandle errors) : IDisposable
{
    // Somebody else may hold the pipes open and go on writing when the process has ended.
    private const int MostReadsAfterExit = 1024;
    private const int LogPieceBytes = 8 * 1024;
    private const int Closed = -1;

    private readonly WakeUp _wake = new();
    private readonly MessageAssembler _messages = new();
    private readonly byte[] _log = new byte[LogPieceBytes];
    private int _output = (int)output.DangerousGetHandle();
    private int _errors = (int)errors.DangerousGetHandle();

    /// <summary>Whether the stream ended within a message.</summary>
    public bool IsWithinMessage => _messages.IsWithinMessage;

    /// <summary>The process has ended: <c>hasExited</c> says so from now on. Any thread.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Reads until the end.</summary>
    /// <param name="onMessage">Gets each message.</param>
    /// <param name="onLog">Gets pieces of stderr.</param>
    /// <param name="hasExited">Whether the process has ended; <see cref="Wake"/> tells when it has.</param>
    /// <param name="endTimeMs">How long the process may live on after it has closed its stdout.</param>
    /// <param name="onOverdue">Called when it lives longer.</param>
    /// <exception cref="InvalidDataException">The framing is broken; nothing more is read from stdout.</exception>
    public void Run(Action<ReadOnlyMemory<byte>> onMessage, TakeBytes onLog, Func<bool> hasExited, int endTimeMs, Action onOverdue)
    {
        var overdue = false;
        var readsLeft = MostReadsAfterExit;
        while (true)
        {
            var exited = hasExited();
            if (exited && readsLeft-- == 0) return;
            var silent = !Wait(exited ? 0 : _output == Closed && !overdue ? endTimeMs : Timeout.Infinite, out var message, out var log);
            if (silent && exited) return;
            if (silent && _output == Closed && !overdue)
            {
                overdue = true;
                onOverdue();
            }

            if (log) ReadLog(onLog);
            if (message) ReadMessages(onMessage);
        }
    }

    /// <summary>Waits for the end of a process that is being killed, and reads what it still has to say on stderr.</summary>
    public void Drain(TakeBytes onLog, Func<bool> hasExited)
    {
        _output = Closed;
        Run(_ => { }, onLog, hasExited, Timeout.Infinite, () => { });
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    // False when nothing came in time.
    private bool Wait(int timeoutMs, out bool message, out bool log)
    {
        var slots = stackalloc LibC.PollSlot[3];
        slots[0] = new LibC.PollSlot { Descriptor = _output, Wanted = LibC.PollIn };
        slots[1] = new LibC.PollSlot { Descriptor = _errors, Wanted = LibC.PollIn };
        slots[2] = new LibC.PollSlot { Descriptor = _wake.Descriptor, Wanted = LibC.PollIn };
        var ready = LibC.Poll(slots, 3, timeoutMs);
        // Anything but nothing: the end of a stream counts too, and is found by reading.
        (message, log) = (ready > 0 && slots[0].Got != 0, ready > 0 && slots[1].Got != 0);
        if (ready > 0 && slots[2].Got != 0) _wake.Clear();
        // Interrupted: neither silent nor anything.
        return ready != 0 && (ready < 0 || message || log || slots[2].Got != 0);
    }

    private void ReadMessages(Action<ReadOnlyMemory<byte>> onMessage)
    {
        var got = Read(_output, _messages.Free());
        if (got == 0) _output = Closed;
        if (got <= 0) return;
        _messages.Advance(got);
        while (_messages.TryTake(out var message)) onMessage(message);
    }

    private void ReadLog(TakeBytes onLog)
    {
        var got = Read(_errors, _log);
        if (got == 0) _errors = Closed;
        if (got > 0) onLog(_log.AsSpan(0, got));
    }

    // 0 at the end of the stream, -1 when interrupted.
    private static int Read(int descriptor, Span<byte> target)
    {
        fixed (byte* first = target)
        {
            var got = LibC.Read(descriptor, first, (nuint)target.Length);
            if (got >= 0) return (int)got;
            return Marshal.GetLastPInvokeError() is LibC.Interrupted or LibC.TryAgain ? -1 : 0;
        }
    }
}
