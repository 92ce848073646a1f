using System.Buffers.Binary;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport.Tests.Srtp;

/// <summary>Two sessions that share keys, and packets for them.</summary>
internal static class SrtpPair
{
    public static (SrtpContext Client, SrtpContext Server) Make(SrtpProfile profile)
    {
        var material = new byte[SrtpKeys.MaterialSize(profile)];
        new Random(42).NextBytes(material);
        return (new SrtpContext(SrtpKeys.FromExporter(profile, material, isClient: true)),
            new SrtpContext(SrtpKeys.FromExporter(profile, material, isClient: false)));
    }

    public static byte[] MakeRtp(uint ssrc, ushort sequence, int payload)
    {
        var packet = new byte[12 + payload];
        packet[0] = 0x80;
        packet[1] = 96;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), ssrc);
        for (var i = 12; i < packet.Length; i++) packet[i] = (byte)(i * 7 + sequence);
        return packet;
    }

    public static byte[] Protect(ISrtpContext context, byte[] packet)
    {
        var buffer = new byte[packet.Length + SrtpContext.MaxOverhead];
        packet.CopyTo(buffer, 0);
        var length = packet.Length;
        Assert.Equal(SrtpStatus.Ok, context.ProtectRtp(buffer, ref length));
        return buffer[..length];
    }
}
