using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ConfEngine.Transport.Net;

/// <summary>An IP address and UDP port as a value: comparable and hashable without an allocation, unlike <see cref="IPEndPoint"/>.</summary>
/// <param name="Host">The address as a number, most significant byte first on the wire; IPv4 uses the low 32 bits.</param>
/// <param name="Port">The port in host order.</param>
/// <param name="IsV6">True for IPv6.</param>
public readonly record struct UdpAddress(UInt128 Host, ushort Port, bool IsV6)
{
    /// <summary>From the framework's type. IPv4 addresses mapped into IPv6 become IPv4.</summary>
    public static UdpAddress From(IPEndPoint endPoint)
    {
        var address = endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var written);
        return FromBytes(bytes[..written], (ushort)endPoint.Port);
    }

    /// <summary>From address bytes as they stand on the wire: 4 for IPv4, 16 for IPv6.</summary>
    public static UdpAddress FromBytes(ReadOnlySpan<byte> address, ushort port) => address.Length == 4
        ? new UdpAddress(BinaryPrimitives.ReadUInt32BigEndian(address), port, false)
        : new UdpAddress(BinaryPrimitives.ReadUInt128BigEndian(address), port, true);

    /// <summary>The address family.</summary>
    public AddressFamily Family => IsV6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;

    /// <summary>Writes the address bytes in wire order and returns how many: 4 or 16.</summary>
    public int WriteHost(Span<byte> destination)
    {
        if (!IsV6)
        {
            BinaryPrimitives.WriteUInt32BigEndian(destination, (uint)Host);
            return 4;
        }

        BinaryPrimitives.WriteUInt128BigEndian(destination, Host);
        return 16;
    }

    /// <summary>To the framework's type. Allocates.</summary>
    public IPEndPoint ToEndPoint()
    {
        Span<byte> bytes = stackalloc byte[16];
        return new IPEndPoint(new IPAddress(bytes[..WriteHost(bytes)]), Port);
    }

    /// <inheritdoc/>
    public override string ToString() => ToEndPoint().ToString();
}
