using System.Runtime.InteropServices;
using ConfEngine.Contract.Wire;
using ConfEngine.PluginHost.Processes;
using Microsoft.Win32.SafeHandles;

namespace ConfEngine.PluginHost.Channels;

/// <summary>Writes messages to a plugin that may not read them. Nobody waits: what the pipe takes is written on the spot, the rest waits in memory for a thread that
/// brings it along as the plugin reads. That thread is only made when it is needed for the first time. Any thread.</summary>
/// <param name="pipe">The plugin's stdin; closed by this.</param>
/// <param name="threadName">The thread's name.</param>
internal sealed unsafe class PipeWriter(SafePipeHandle pipe, string threadName)
{
    /// <summary>The most bytes that wait; 4 MiB, and the message that came while nothing waited.</summary>
    public const int MostWaiting = 4 << 20;

    private readonly object _gate = new();
    private readonly WakeUp _ended = new();
    private byte[] _waiting = [];
    private byte[] _frame = new byte[1024];
    private Thread? _thread;
    private int _start;
    private int _end;
    private bool _completed;
    private bool _broken;

    /// <summary>Sends one message.</summary>
    /// <returns>False when too much waits, nobody reads any more, or no more is to be sent.</returns>
    public bool TryWrite(ReadOnlySpan<byte> message)
    {
        lock (_gate)
        {
            if (_completed || _broken) return false;
            var length = MessageFraming.HeaderBytes + message.Length;
            var empty = _start == _end;
            if (!empty && _end - _start + length > MostWaiting) return false;
            if (_frame.Length < length) _frame = new byte[Math.Max(length, _frame.Length * 2)];
            MessageFraming.WriteHeader(_frame, message.Length);
            message.CopyTo(_frame.AsSpan(MessageFraming.HeaderBytes));
            var frame = _frame.AsSpan(0, length);
            var written = empty ? Write(frame) : 0;
            if (written < 0) return false;
            if (written < length) Keep(frame[written..]);
            return true;
        }
    }

    /// <summary>No more is sent: what waits is still written, then the plugin sees the end of its stdin.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            if (_completed) return;
            _completed = true;
            if (_thread is null) pipe.Dispose();
            else Monitor.Pulse(_gate);
        }
    }

    /// <summary>The plugin has ended: nothing more is written. Waits for the thread, which has nothing left to wait for.</summary>
    public void End()
    {
        Thread? thread;
        lock (_gate)
        {
            (_broken, thread) = (true, _thread);
            Monitor.Pulse(_gate);
            _ended.Set();
        }

        thread?.Join();
        pipe.Dispose();
        _ended.Dispose();
    }

    // Bytes that the pipe took; -1 when nobody reads any more.
    private int Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            while (true)
            {
                var written = LibC.Write((int)pipe.DangerousGetHandle(), first, (nuint)bytes.Length);
                if (written >= 0) return (int)written;
                var error = Marshal.GetLastPInvokeError();
                if (error == LibC.Interrupted) continue;
                if (error == LibC.TryAgain) return 0;
                _broken = true;
                return -1;
            }
        }
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (_start == _end) (_start, _end) = (0, 0);
        if (_waiting.Length - _end < rest.Length)
        {
            var kept = _waiting.AsSpan(_start, _end - _start);
            var next = kept.Length + rest.Length > _waiting.Length ? new byte[Math.Max(64 * 1024, (kept.Length + rest.Length) * 2)] : _waiting;
            kept.CopyTo(next);
            (_start, _end, _waiting) = (0, kept.Length, next);
        }

        rest.CopyTo(_waiting.AsSpan(_end));
        _end += rest.Length;
        if (_thread is not null)
        {
            Monitor.Pulse(_gate);
            return;
        }

        _thread = new Thread(BringAlong) { Name = threadName, IsBackground = true };
        _thread.Start();
    }

    private void BringAlong()
    {
        LibC.TrySetNice(0, ChildChannel.ThreadNice);
        while (WaitForWork())
        {
            WaitForRoom();
            lock (_gate)
            {
                if (_broken) break;
                var written = Write(_waiting.AsSpan(_start, _end - _start));
                if (written > 0) _start += written;
                // A burst is not kept for ever.
                if (_start == _end && _waiting.Length > 1 << 20) _waiting = [];
                if (_start == _end) (_start, _end) = (0, 0);
            }
        }

        pipe.Dispose();
    }

    // False when there is nothing more to do.
    private bool WaitForWork()
    {
        lock (_gate)
        {
            while (_start == _end && !_completed && !_broken) Monitor.Wait(_gate);
            return !_broken && _start < _end;
        }
    }

    private void WaitForRoom()
    {
        var slots = stackalloc LibC.PollSlot[2];
        slots[0] = new LibC.PollSlot { Descriptor = (int)pipe.DangerousGetHandle(), Wanted = LibC.PollOut };
        slots[1] = new LibC.PollSlot { Descriptor = _ended.Descriptor, Wanted = LibC.PollIn };
        // An interruption is one round more.
        LibC.Poll(slots, 2, Timeout.Infinite);
    }
}
