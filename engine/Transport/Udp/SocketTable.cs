using System.Net;
using System.Net.Sockets;
using ConfEngine.Transport.Native;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Udp;

/// <summary>The sockets of a <see cref="UdpPort"/> by index. An index stays with its socket until that is removed, and may then be given to
/// another. Only one thread changes the table; figures may be read from any.</summary>
internal sealed class SocketTable : IDisposable
{
    /// <summary>The most sockets.</summary>
    public const int Capacity = 1024;

    private const int KernelBufferSize = 4 << 20;

    // Replaced, never written to, so that a reader on another thread sees the table before or after a change.
    private volatile Entry?[] _entries = [];
    private LibC.PollSlot[] _slots = [];
    private int[] _indexes = [];
    private long _sentBefore;
    private long _droppedBefore;

    /// <summary>One socket.</summary>
    public sealed record Entry(Socket Socket, int Descriptor, UdpAddress Address, SendBatch Batch);

    /// <summary>By index; null where there is none.</summary>
    public ReadOnlySpan<Entry?> Entries => _entries;

    /// <summary>Datagrams the kernel took.</summary>
    public long Sent => Interlocked.Read(ref _sentBefore) + _entries.Sum(entry => entry?.Batch.Sent ?? 0);

    /// <summary>Datagrams it did not take, and those for sockets that are gone.</summary>
    public long SendDropped => Interlocked.Read(ref _droppedBefore) + _entries.Sum(entry => entry?.Batch.Dropped ?? 0);

    /// <summary>What to wait for: all sockets, and room for one descriptor more at the end.</summary>
    public LibC.PollSlot[] Slots => _slots;

    /// <summary>The socket's index of each of <see cref="Slots"/> but the last.</summary>
    public int[] Indexes => _indexes;

    /// <summary>Binds one more socket.</summary>
    /// <param name="address">Of this machine.</param>
    /// <param name="port">0 for a free one.</param>
    /// <returns>Its index.</returns>
    /// <exception cref="IOException">It cannot be bound; the message names it and the remedy.</exception>
    public int Open(IPAddress address, int port)
    {
        var index = Array.IndexOf(_entries, null);
        if (index < 0) index = _entries.Length;
        if (index == Capacity) throw new IOException($"{Capacity} UDP sockets are open, no more are taken");
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
            socket.ReceiveBufferSize = KernelBufferSize;
            socket.SendBufferSize = KernelBufferSize;
            socket.SetRawSocketOption(LibC.SocketLevel, LibC.OptionReceiveTimestamp, BitConverter.GetBytes(1));
            socket.Bind(new IPEndPoint(address, port));
        }
        catch (SocketException exception)
        {
            socket?.Dispose();
            var remedy = exception.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? "is taken by another program: stop it or choose another port"
                : $"cannot be bound ({exception.SocketErrorCode}): choose an address of this machine and a port above 1023";
            throw new IOException($"UDP {new IPEndPoint(address, port)} {remedy}", exception);
        }

        var descriptor = (int)socket.Handle;
        var bound = UdpAddress.From((IPEndPoint)socket.LocalEndPoint!);
        Put(index, new Entry(socket, descriptor, bound, new SendBatch(descriptor)));
        return index;
    }

    /// <summary>Closes a socket. What waited in its batch is lost. One that is gone already is passed over.</summary>
    public void Remove(int index)
    {
        if ((uint)index >= (uint)_entries.Length || _entries[index] is not { } entry) return;
        _sentBefore += entry.Batch.Sent;
        _droppedBefore += entry.Batch.Dropped;
        Put(index, null);
        entry.Batch.Dispose();
        entry.Socket.Dispose();
    }

    /// <summary>Adds a datagram to the batch of a socket.</summary>
    public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path)
    {
        var entries = _entries;
        if ((uint)path.Socket < (uint)entries.Length && entries[path.Socket] is { } entry) entry.Batch.Add(datagram, path.Remote);
        else _droppedBefore++;
    }

    public void Dispose()
    {
        for (var index = 0; index < _entries.Length; index++) Remove(index);
    }

    private void Put(int index, Entry? entry)
    {
        var entries = new Entry?[Math.Max(index + 1, _entries.Length)];
        _entries.CopyTo(entries, 0);
        entries[index] = entry;
        _indexes = [.. Enumerable.Range(0, entries.Length).Where(i => entries[i] is not null)];
        _slots = [.. _indexes.Select(i => new LibC.PollSlot { Descriptor = entries[i]!.Descriptor, Wanted = LibC.PollIn }), default];
        _entries = entries;
    }
}
