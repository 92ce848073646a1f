using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ConfEngine.Transport.Native;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Udp;

/// <summary>Native memory for one recvmmsg: datagrams are read, decrypted and delivered in it, so nothing is copied or allocated.</summary>
internal sealed unsafe class ReceiveBatch : IDisposable
{
    /// <summary>The most datagrams per call.</summary>
    public const int Capacity = 64;

    private const int DatagramSize = 2048;
    private const int ControlSize = 64;
    private const int ControlHeaderSize = 16;

    private readonly LibC.MessageSlot* _slots = (LibC.MessageSlot*)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(LibC.MessageSlot));
    private readonly LibC.Piece* _pieces = (LibC.Piece*)NativeMemory.AllocZeroed(Capacity, (nuint)sizeof(LibC.Piece));
    private readonly byte* _names = (byte*)NativeMemory.AllocZeroed(Capacity, SocketAddressCodec.Size);
    private readonly byte* _controls = (byte*)NativeMemory.AllocZeroed(Capacity, ControlSize);
    private readonly byte* _datagrams = (byte*)NativeMemory.AllocZeroed(Capacity, DatagramSize);

    /// <summary>Reads what has arrived, without waiting; 0 when nothing has.</summary>
    public int Receive(int socket)
    {
        for (var i = 0; i < Capacity; i++)
        {
            _pieces[i] = new LibC.Piece { Start = _datagrams + i * DatagramSize, Length = DatagramSize };
            _slots[i] = new LibC.MessageSlot
            {
                Name = _names + i * SocketAddressCodec.Size,
                NameLength = SocketAddressCodec.Size,
                Pieces = _pieces + i,
                PieceCount = 1,
                Control = _controls + i * ControlSize,
                ControlLength = ControlSize,
            };
        }

        return Math.Max(0, LibC.ReceiveMany(socket, _slots, Capacity, LibC.DoNotWait, null));
    }

    /// <summary>One of the datagrams just read. False when its sender is no IP address.</summary>
    public bool TryGet(int index, out Span<byte> datagram, out UdpAddress from)
    {
        datagram = new Span<byte>(_datagrams + index * DatagramSize, (int)Math.Min(_slots[index].Length, DatagramSize));
        return SocketAddressCodec.TryRead(new ReadOnlySpan<byte>(_slots[index].Name, (int)_slots[index].NameLength), out from);
    }

    /// <summary>When the kernel received it, in nanoseconds since 1970; 0 when it did not say.</summary>
    public long GetTimestamp(int index)
    {
        var control = new ReadOnlySpan<byte>(_slots[index].Control, (int)Math.Min(_slots[index].ControlLength, ControlSize));
        // struct cmsghdr: length, level, type; then struct timespec.
        if (control.Length < ControlHeaderSize + 16) return 0;
        if (BinaryPrimitives.ReadInt32LittleEndian(control[8..]) != LibC.SocketLevel) return 0;
        if (BinaryPrimitives.ReadInt32LittleEndian(control[12..]) != LibC.OptionReceiveTimestamp) return 0;
        return BinaryPrimitives.ReadInt64LittleEndian(control[ControlHeaderSize..]) * 1_000_000_000
            + BinaryPrimitives.ReadInt64LittleEndian(control[(ControlHeaderSize + 8)..]);
    }

    public void Dispose()
    {
        NativeMemory.Free(_slots);
        NativeMemory.Free(_pieces);
        NativeMemory.Free(_names);
        NativeMemory.Free(_controls);
        NativeMemory.Free(_datagrams);
    }
}
