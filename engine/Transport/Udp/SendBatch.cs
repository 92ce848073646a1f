using System.Runtime.InteropServices;
using ConfEngine.Transport.Native;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Udp;

/// <summary>Datagrams of one socket that leave with one sendmmsg.</summary>
internal sealed unsafe class SendBatch(int socket) : IDisposable
{
    private const int Capacity = 64;

    private readonly LibC.MessageSlot* _slots = (LibC.MessageSlot*)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(LibC.MessageSlot));
    private readonly LibC.Piece* _pieces = (LibC.Piece*)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(LibC.Piece));
    private readonly byte* _names = (byte*)NativeMemory.AllocZeroed(Capacity, SocketAddressCodec.Size);
    private readonly byte* _datagrams = (byte*)NativeMemory.AllocZeroed(Capacity, DatagramQueue.SlotSize);
    private int _count;

    /// <summary>Datagrams the kernel took.</summary>
    public long Sent { get; private set; }

    /// <summary>Datagrams it did not take: its buffer was full, or there is no way to the address.</summary>
    public long Dropped { get; private set; }

    /// <summary>Adds a copy; a full batch leaves first.</summary>
    public void Add(ReadOnlySpan<byte> datagram, in UdpAddress to)
    {
        if (datagram.Length > DatagramQueue.SlotSize)
        {
            Dropped++;
            return;
        }

        if (_count == Capacity) Flush();
        var start = _datagrams + _count * DatagramQueue.SlotSize;
        datagram.CopyTo(new Span<byte>(start, DatagramQueue.SlotSize));
        var name = _names + _count * SocketAddressCodec.Size;
        var nameLength = SocketAddressCodec.Write(new Span<byte>(name, SocketAddressCodec.Size), to);
        _pieces[_count] = new LibC.Piece { Start = start, Length = (nuint)datagram.Length };
        _slots[_count] = new LibC.MessageSlot { Name = name, NameLength = (uint)nameLength, Pieces = _pieces + _count, PieceCount = 1 };
        _count++;
    }

    /// <summary>Gives everything to the kernel. What it refuses is lost: waiting here would delay everybody else.</summary>
    public void Flush()
    {
        for (var done = 0; done < _count;)
        {
            var taken = LibC.SendMany(socket, _slots + done, (uint)(_count - done), LibC.DoNotWait);
            if (taken > 0)
            {
                Sent += taken;
                done += taken;
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == LibC.Interrupted) continue;
            var lost = error == LibC.TryAgain ? _count - done : 1;
            Dropped += lost;
            done += lost;
        }

        _count = 0;
    }

    public void Dispose()
    {
        NativeMemory.Free(_slots);
        NativeMemory.Free(_pieces);
        NativeMemory.Free(_names);
        NativeMemory.Free(_datagrams);
    }
}
