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
    private const int KernelBufferSize = 4 << 20;
    private static readonly MediaTime OldestStamp = MediaTime.FromSeconds(1);

    private readonly IDatagramHandler _handler;
    private readonly IClock _clock;
    private readonly List<Socket> _sockets = [];
    private readonly List<UdpAddress> _addresses = [];
    private UdpAddress[] _advertised = [];
    private readonly List<SendBatch> _batches = [];
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

    /// <summary>Where the sockets are bound, by index: the candidates to advertise.</summary>
    public IReadOnlyList<UdpAddress> Addresses => _advertised;

    /// <summary>Datagrams received. Counted on the network thread; a read from elsewhere may be a little behind.</summary>
    public long Received => Volatile.Read(ref _receivedCount);

    /// <summary>Datagrams the kernel took to be sent.</summary>
    public long Sent => _batches.Sum(batch => batch.Sent);

    /// <summary>Datagrams the kernel did not take.</summary>
    public long SendDropped => _batches.Sum(batch => batch.Dropped);

    /// <summary>Binds the sockets. Nothing is received before <see cref="Start"/>.</summary>
    /// <param name="addresses">One socket each.</param>
    /// <param name="port">The same for all; 0 takes a free one.</param>
    /// <param name="handler">What the network thread drives.</param>
    /// <param name="clock">Time for deadlines and to place the kernel's time stamps.</param>
    /// <exception cref="IOException">An address cannot be bound; the message names it and the remedy.</exception>
    public static UdpPort Open(IReadOnlyList<IPAddress> addresses, int port, IDatagramHandler handler, IClock clock)
    {
        ArgumentOutOfRangeException.ThrowIfZero(addresses.Count);
        var opened = new UdpPort(handler, clock);
        try
        {
            foreach (var address in addresses) port = opened.Bind(address, port);
        }
        catch
        {
            opened.Dispose();
            throw;
        }

        opened._advertised = [.. opened._addresses];
        return opened;
    }

    /// <summary>Binds another socket, which is not among the addresses to advertise: for plain RTP, whose sender is told a port of its own. Before
    /// <see cref="Start"/> only.</summary>
    /// <param name="address">Of this machine.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <param name="bound">Where it was bound.</param>
    /// <returns>Its index, as in <see cref="NetworkPath.Socket"/>.</returns>
    /// <exception cref="IOException">It cannot be bound; the message names it and the remedy.</exception>
    public int Dedicate(IPAddress address, int port, out UdpAddress bound)
    {
        if (_thread is not null) throw new InvalidOperationException("the network thread runs already");
        Bind(address, port);
        bound = _addresses[^1];
        return _addresses.Count - 1;
    }

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
    public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path) => _batches[path.Socket].Add(datagram, path.Remote);

    /// <summary>Stops the thread and closes the sockets.</summary>
    public void Dispose()
    {
        if (_stopping) return;
        _stopping = true;
        Wake();
        _thread?.Join();
        foreach (var socket in _sockets) socket.Dispose();
        foreach (var batch in _batches) batch.Dispose();
        _received.Dispose();
        LibC.Close(_wakeUp);
    }

    private int Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        _sockets.Add(socket);
        try
        {
            socket.ReceiveBufferSize = KernelBufferSize;
            socket.SendBufferSize = KernelBufferSize;
            socket.SetRawSocketOption(LibC.SocketLevel, LibC.OptionReceiveTimestamp, BitConverter.GetBytes(1));
            socket.Bind(new IPEndPoint(address, port));
        }
        catch (SocketException exception)
        {
            var remedy = exception.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? "is taken by another program: stop it or choose another port"
                : $"cannot be bound ({exception.SocketErrorCode}): choose an address of this machine and a port above 1023";
            throw new IOException($"UDP {new IPEndPoint(address, port)} {remedy}", exception);
        }

        var bound = (IPEndPoint)socket.LocalEndPoint!;
        _addresses.Add(UdpAddress.From(bound));
        _batches.Add(new SendBatch((int)socket.Handle));
        return bound.Port;
    }

    private void Run()
    {
        var slots = stackalloc LibC.PollSlot[_sockets.Count + 1];
        for (var i = 0; i < _sockets.Count; i++) slots[i] = new LibC.PollSlot { Descriptor = (int)_sockets[i].Handle, Wanted = LibC.PollIn };
        slots[_sockets.Count] = new LibC.PollSlot { Descriptor = _wakeUp, Wanted = LibC.PollIn };
        while (!_stopping)
        {
            var deadline = _handler.OnTurn(_clock.Now, this);
            foreach (var batch in _batches) batch.Flush();
            WaitForWork(slots, deadline);
            for (var i = 0; i < _sockets.Count; i++)
                if (slots[i].Got != 0)
                    ReceiveBatchFrom(i, slots[i].Descriptor);
            if (slots[_sockets.Count].Got != 0) DrainWakeUps();
        }
    }

    private void WaitForWork(LibC.PollSlot* slots, Instant? deadline)
    {
        var timeout = default(LibC.TimeSpec);
        if (deadline is { } at)
        {
            var wait = Math.Max(0, (at - _clock.Now).Nanoseconds);
            timeout = new LibC.TimeSpec { Seconds = wait / 1_000_000_000, Nanoseconds = wait % 1_000_000_000 };
        }

        for (var i = 0; i <= _sockets.Count; i++) slots[i].Got = 0;
        if (LibC.Wait(slots, (nuint)_sockets.Count + 1, deadline is null ? null : &timeout, 0) >= 0) return;
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
