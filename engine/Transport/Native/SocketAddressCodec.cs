using System.Buffers.Binary;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Native;

/// <summary>struct sockaddr_in and sockaddr_in6 to and from <see cref="UdpAddress"/>. Scope ids are not kept: link-local addresses are not
/// advertised.</summary>
internal static class SocketAddressCodec
{
    /// <summary>Room for either.</summary>
    public const int Size = 28;

    private const ushort FamilyV4 = 2;
    private const ushort FamilyV6 = 10;
    private const int SizeV4 = 16;

    /// <summary>Writes the address and returns its size.</summary>
    public static int Write(Span<byte> destination, in UdpAddress address)
    {
        destination[..Size].Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(destination, address.IsV6 ? FamilyV6 : FamilyV4);
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], address.Port);
        address.WriteHost(destination[(address.IsV6 ? 8 : 4)..]);
        return address.IsV6 ? Size : SizeV4;
    }

    /// <summary>Reads an address. False for a family that is neither.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out UdpAddress address)
    {
        address = default;
        if (source.Length < SizeV4) return false;
        var family = BinaryPrimitives.ReadUInt16LittleEndian(source);
        var port = BinaryPrimitives.ReadUInt16BigEndian(source[2..]);
        if (family == FamilyV4) address = UdpAddress.FromBytes(source.Slice(4, 4), port);
        else if (family == FamilyV6 && source.Length >= Size) address = UdpAddress.FromBytes(source.Slice(8, 16), port);
        else return false;
        return true;
    }
}
