using Concentus.Enums;
using Concentus.Native;

namespace Concentus.Structs;

public static class OpusPacketInfo
{
    // libopus looks at the first bytes only, and these calls return its negative error codes as they are.
    public static unsafe int GetNumFrames(ReadOnlySpan<byte> packet)
    {
        fixed (byte* data = packet) return packet.IsEmpty ? OpusError.OPUS_BAD_ARG : LibOpus.PacketGetNbFrames(data, packet.Length);
    }

    public static unsafe int GetNumSamples(ReadOnlySpan<byte> packet, int Fs)
    {
        fixed (byte* data = packet) return packet.IsEmpty ? OpusError.OPUS_BAD_ARG : LibOpus.PacketGetNbSamples(data, packet.Length, Fs);
    }

    public static unsafe int GetNumSamplesPerFrame(ReadOnlySpan<byte> packet, int Fs)
    {
        fixed (byte* data = packet) return packet.IsEmpty ? OpusError.OPUS_BAD_ARG : LibOpus.PacketGetSamplesPerFrame(data, Fs);
    }

    public static unsafe OpusBandwidth GetBandwidth(ReadOnlySpan<byte> packet)
    {
        if (packet.IsEmpty) throw new OpusException("An empty packet has no bandwidth", OpusError.OPUS_BAD_ARG);
        fixed (byte* data = packet) return (OpusBandwidth)LibOpus.PacketGetBandwidth(data);
    }

    public static unsafe int GetNumEncodedChannels(ReadOnlySpan<byte> packet)
    {
        fixed (byte* data = packet) return packet.IsEmpty ? OpusError.OPUS_BAD_ARG : LibOpus.PacketGetNbChannels(data);
    }
}
