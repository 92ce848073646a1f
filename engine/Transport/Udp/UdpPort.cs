using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Native;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Udp;

/// <summary>One UDP port for all peers, with one socket per advertised address (a socket bound to all of them would answer from an address
/// the peer did not ask), and the network thread, which owns everything behind its <see cref="IDatagramHandler"/>.</summary>
public sealed unsafe class UdpPort : IDatagramSender, IDisposable
{
    private static readonly MediaTime OldestStamp = MediaTime.FromSeconds(1);

    private readonly IDatagramHandler _handler;
    private readonly IClock _clock;
    private readonly SocketTable _sockets = new();
    private readonly ReceiveBatch _received = new();
    private readonly int _wakeUp;
    private Thread? _thread;
    private volatile bool _stopping;
    private long _receivedCount;

    private UdpPort(IDatagramHandler handler, IClock clock)
    {
        _handler = handler;
        _clock = clock;
        _wakeUp = LibC.EventOpen(0, LibC.EventFlags);
        if (_wakeUp < 0) throw new IOException($"no event descriptor: error {Marshal.GetLastPInvokeError()}");
    }

    /// <summary>Where the sockets are bound that were opened at first, by index: the candidates to advertise.</summary>
    public IReadOnlyList<UdpAddress> Addresses { get; private set; } = [];

    /// <summary>Datagrams received. Counted on the network thread; a read from elsewhere may be a little behind.</summary>
    public long Received => Volatile.Read(ref _receivedCount);

    /// <summary>Datagrams the kernel took to be sent.</summary>
    public long Sent => _sockets.Sent;

    /// <summary>Datagrams the kernel did not take.</summary>
    public long SendDropped => _sockets.SendDropped;

    /// <summary>Binds the sockets. Nothing is received before <see cref="Start"/>.</summary>
    /// <param name="addresses">One socket each.</param>
    /// <param name="port">The same for all; 0 takes a free one.</param>
    /// <param name="handler">What the network thread drives.</param>
    /// <param name="clock">Time for deadlines and to place the kernel's time stamps.</param>
    /// <exception cref="IOException">An address cannot be bound; the message names it and the remedy.</exception>
    public static UdpPort Open(IReadOnlyList<IPAddress> addresses, int port, IDatagramHandler handler, IClock clock)
    {
        ArgumentOutOfRangeException.ThrowIfZero(addresses.Count);
        return Open(handler, clock, opened =>
        {
            foreach (var address in addresses) port = opened.AddressOf(opened._sockets.Open(address, port)).Port;
        });
    }

    /// <summary>Binds sockets for that many clients of our own on one network thread, each on a free port of its own.</summary>
    /// <param name="address">Of this machine.</param>
    /// <param name="count">How many; client number i uses socket i.</param>
    /// <param name="handler">What the network thread drives.</param>
    /// <param name="clock">Time for deadlines and to place the kernel's time stamps.</param>
    /// <exception cref="IOException">The address cannot be bound; the message names it and the remedy.</exception>
    public static UdpPort OpenClients(IPAddress address, int count, IDatagramHandler handler, IClock clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Open(handler, clock, opened =>
        {
            for (var i = 0; i < count; i++) opened._sockets.Open(address, 0);
        });
    }

    /// <summary>Where a socket is bound. To be called on the network thread, or before it starts.</summary>
    public UdpAddress AddressOf(int socket) => _sockets.Entries[socket]!.Address;

    /// <summary>Binds one more socket, which receives from the next turn on. To be called on the network thread, or before it starts.</summary>
    /// <param name="address">Of this machine.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="index">Its index. Those of the others stay.</param>
    /// <returns>False when it cannot be bound.</returns>
    public bool TryAddSocket(IPAddress address, int port, out int index)
    {
        try
        {
            index = _sockets.Open(address, port);
            return true;
        }
        catch (IOException)
        {
            // Taken, as one of a pair often is: the caller looks for another.
            index = -1;
            return false;
        }
    }

    /// <summary>Closes a socket; its index may be given to another. To be called on the network thread.</summary>
    public void RemoveSocket(int index) => _sockets.Remove(index);

    /// <summary>Starts the network thread.</summary>
    public void Start()
    {
        if (_thread is not null) throw new InvalidOperationException("the network thread runs already");
        _thread = new Thread(Run) { Name = "Network", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Asks for a turn of the network thread soon. May be called from any thread.</summary>
    public void Wake()
    {
        ulong one = 1;
        // Fails only when the counter is full, and then a wake-up is under way anyway.
        LibC.Write(_wakeUp, &one, sizeof(ulong));
    }

    /// <summary>Sends with the next batch. To be called on the network thread.</summary>
    public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path) => _sockets.Send(datagram, path);

    /// <summary>Stops the thread and closes the sockets.</summary>
    public void Dispose()
    {
        if (_stopping) return;
        _stopping = true;
        Wake();
        _thread?.Join();
        _sockets.Dispose();
        _received.Dispose();
        LibC.Close(_wakeUp);
    }

    private static UdpPort Open(IDatagramHandler handler, IClock clock, Action<UdpPort> bind)
    {
        var opened = new UdpPort(handler, clock);
        try
        {
            bind(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }

        var addresses = new List<UdpAddress>();
        foreach (var entry in opened._sockets.Entries) addresses.Add(entry!.Address);
        opened.Addresses = addresses;
        return opened;
    }

    private void Run()
    {
        while (!_stopping)
        {
            var deadline = _handler.OnTurn(_clock.Now, this);
            foreach (var entry in _sockets.Entries) entry?.Batch.Flush();
            // A handler may add and remove sockets; these are the ones that were waited for.
            var (slots, indexes) = (_sockets.Slots, _sockets.Indexes);
            slots[^1] = new LibC.PollSlot { Descriptor = _wakeUp, Wanted = LibC.PollIn };
            WaitForWork(slots, deadline);
            for (var i = 0; i < indexes.Length; i++)
                if (slots[i].Got != 0 && _sockets.Entries[indexes[i]] is { } entry && entry.Descriptor == slots[i].Descriptor)
                    ReceiveBatchFrom(indexes[i], entry.Descriptor);
            if (slots[^1].Got != 0) DrainWakeUps();
        }
    }

    private void WaitForWork(LibC.PollSlot[] slots, Instant? deadline)
    {
        var timeout = default(LibC.TimeSpec);
        if (deadline is { } at)
        {
            var wait = Math.Max(0, (at - _clock.Now).Nanoseconds);
            timeout = new LibC.TimeSpec { Seconds = wait / 1_000_000_000, Nanoseconds = wait % 1_000_000_000 };
        }

        for (var i = 0; i < slots.Length; i++) slots[i].Got = 0;
        fixed (LibC.PollSlot* first = slots)
            if (LibC.Wait(first, (nuint)slots.Length, deadline is null ? null : &timeout, 0) >= 0)
                return;
        // After a signal the caller simply takes a turn without work.
        var error = Marshal.GetLastPInvokeError();
        if (error != LibC.Interrupted) throw new IOException($"waiting for datagrams failed: error {error}");
    }

    // One batch a turn, so that a flood on one socket holds up neither the others nor the deadlines.
    private void ReceiveBatchFrom(int index, int descriptor)
    {
        var count = _received.Receive(descriptor);
        if (count == 0) return;
        Volatile.Write(ref _receivedCount, _receivedCount + count);
        var now = _clock.Now;
        var wallNow = (_clock.WallNow.UtcTicks - DateTime.UnixEpoch.Ticks) * 100;
        for (var i = 0; i < count; i++)
        {
            if (!_received.TryGet(i, out var datagram, out var from)) continue;
            var stamp = _received.GetTimestamp(i);
            // A stamp from the future or long ago means that somebody set the time of day.
            var age = stamp == 0 ? 0 : wallNow - stamp;
            var arrival = age > 0 && age < OldestStamp.Nanoseconds ? now - new MediaTime(age) : now;
            _handler.OnDatagram(datagram, new NetworkPath(index, from), arrival);
        }
    }

    private void DrainWakeUps()
    {
        ulong count;
        LibC.Read(_wakeUp, &count, sizeof(ulong));
    }
}
