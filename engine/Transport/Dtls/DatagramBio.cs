using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConfEngine.Transport.Native;

namespace ConfEngine.Transport.Dtls;

/// <summary>Our end of an OpenSSL BIO that keeps datagrams apart: one write is one datagram, one read takes one. OpenSSL's own memory BIO
/// joins the datagrams of a flight, and the one that does not exists from version 3.2 only.</summary>
internal sealed unsafe class DatagramBio : IDisposable
{
    private const int FlagsReadRetry = 0x01 | 0x08;
    private const int FlagsRetryMask = 0x0F;
    private const int ControlFlush = 11;
    private const int ControlQueryMtu = 40;
    private const int ControlGetMtu = 41;
    private const int ControlGetFallbackMtu = 47;
    private const int ControlGetMtuOverhead = 49;
    private const int TypeSourceSink = 0x0400;
    private const int MaxFlight = 32;
    private const int MaxWaiting = 2 * MaxFlight;

    private static readonly nint Method = MakeMethod();

    private readonly Queue<byte[]> _outgoing = [];
    private readonly List<byte[]> _flight = [];
    private readonly byte[] _incoming = new byte[2048];
    private int _incomingLength;
    private bool _newFlight;
    private GCHandle _self;

    public DatagramBio()
    {
        _self = GCHandle.Alloc(this);
        Handle = LibCrypto.BioNew(Method);
        if (Handle == 0) throw new InvalidOperationException("libcrypto could not make a BIO");
        LibCrypto.BioSetData(Handle, GCHandle.ToIntPtr(_self));
        LibCrypto.BioSetInit(Handle, 1);
    }

    /// <summary>The largest datagram written, in bytes: what crosses every path without fragments.</summary>
    public const int Mtu = 1200;

    /// <summary>The BIO. Owned, and freed, by the SSL it is set on.</summary>
    public nint Handle { get; }

    /// <summary>How many datagrams have been written in all.</summary>
    public int Written { get; private set; }

    /// <summary>Puts one received datagram where OpenSSL reads next. False when it is longer than any DTLS datagram.</summary>
    public bool TryFeed(ReadOnlySpan<byte> datagram)
    {
        if (datagram.Length > _incoming.Length) return false;
        datagram.CopyTo(_incoming);
        _incomingLength = datagram.Length;
        BeginFlight();
        return true;
    }

    /// <summary>What is written from now on is a flight of its own, and the one to repeat.</summary>
    public void BeginFlight() => _newFlight = true;

    /// <summary>Takes the next datagram to send.</summary>
    public bool TryTake(out ReadOnlySpan<byte> datagram)
    {
        var taken = _outgoing.TryDequeue(out var bytes);
        datagram = bytes;
        return taken;
    }

    /// <summary>Queues the last flight once more, as it was.</summary>
    public void RepeatFlight()
    {
        foreach (var datagram in _flight)
            if (_outgoing.Count < MaxWaiting)
                _outgoing.Enqueue(datagram);
    }

    public void Dispose()
    {
        if (_self.IsAllocated) _self.Free();
    }

    private void Take(ReadOnlySpan<byte> written)
    {
        if (_newFlight) _flight.Clear();
        _newFlight = false;
        Written++;
        var copy = written.ToArray();
        if (_flight.Count < MaxFlight) _flight.Add(copy);
        if (_outgoing.Count < MaxWaiting) _outgoing.Enqueue(copy);
    }

    private int Give(Span<byte> destination)
    {
        if (_incomingLength == 0) return -1;
        var length = Math.Min(_incomingLength, destination.Length);
        _incoming.AsSpan(0, length).CopyTo(destination);
        _incomingLength = 0;
        return length;
    }

    private static nint MakeMethod()
    {
        fixed (byte* name = "datagrams"u8)
        {
            var method = LibCrypto.BioMethodNew(LibCrypto.BioNewIndex() | TypeSourceSink, name);
            if (method == 0) throw new InvalidOperationException("libcrypto could not make a BIO method");
            LibCrypto.BioSetWrite(method, &OnWrite);
            LibCrypto.BioSetRead(method, &OnRead);
            LibCrypto.BioSetControl(method, &OnControl);
            LibCrypto.BioSetCreate(method, &OnCreate);
            return method;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnCreate(nint bio) => 1;

    // Nothing below throws on bytes from outside: the copies are bounded, and an exception must not cross native frames.
    [UnmanagedCallersOnly]
    private static int OnWrite(nint bio, byte* data, int length)
    {
        LibCrypto.BioClearFlags(bio, FlagsRetryMask);
        Of(bio).Take(new ReadOnlySpan<byte>(data, length));
        return length;
    }

    [UnmanagedCallersOnly]
    private static int OnRead(nint bio, byte* destination, int length)
    {
        LibCrypto.BioClearFlags(bio, FlagsRetryMask);
        var read = Of(bio).Give(new Span<byte>(destination, length));
        if (read < 0) LibCrypto.BioSetFlags(bio, FlagsReadRetry);
        return read;
    }

    [UnmanagedCallersOnly]
    private static nint OnControl(nint bio, int command, nint number, nint pointer) => command switch
    {
        ControlFlush => 1,
        ControlQueryMtu or ControlGetMtu or ControlGetFallbackMtu => Mtu,
        // IPv4 and UDP headers.
        ControlGetMtuOverhead => 28,
        _ => 0,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DatagramBio Of(nint bio) => Unsafe.As<DatagramBio>(GCHandle.FromIntPtr(LibCrypto.BioGetData(bio)).Target!);
}
