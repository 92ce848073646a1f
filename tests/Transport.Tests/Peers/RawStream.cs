using System.Text;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.TestKit.Media;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Tests.Peers;

/// <summary>RTP as a test wants it: one SSRC of a <see cref="RawPeer"/>, VP8-shaped frames of one packet each, or anything else.</summary>
internal sealed class RawStream(RawPeer peer, string mid, uint ssrc)
{
    private readonly byte[] _buffer = new byte[1500];
    private ushort _picture;

    public ushort Sequence { get; set; } = 1000;

    public uint Timestamp { get; set; } = 90_000;

    public string? Rid { get; init; }

    /// <summary>The MID goes along.</summary>
    public bool NamesLine { get; set; } = true;

    public byte PayloadType { get; set; } = TypeOf(peer, mid, "VP8");

    public uint Ssrc => ssrc;

    public static byte TypeOf(RawPeer peer, string mid, string codec)
    {
        foreach (var line in peer.Call.ClientMedia)
            if (line.Mid == mid)
                foreach (var one in line.Codecs)
                    if (one.Name == codec)
                        return (byte)one.PayloadType;
        return 0;
    }

    /// <summary>A VP8 frame in one packet.</summary>
    public void SendFrame(bool isKeyFrame, int width = 640, int height = 360, int length = 500, VideoOrientation? orientation = null)
    {
        Span<byte> payload = stackalloc byte[4 + length];
        payload[0] = 0x90;
        payload[1] = 0x80;
        payload[2] = (byte)(0x80 | _picture >> 8 & 0x7f);
        payload[3] = (byte)_picture++;
        FrameSource.Fill(payload[4..], isKeyFrame, new SourceSize(width, height, 0), _picture);
        Timestamp += 3000;
        Send(payload, true, orientation: orientation);
    }

    public void Send(ReadOnlySpan<byte> payload, bool marker, AudioLevel? level = null, VideoOrientation? orientation = null, int padding = 0)
    {
        var length = Write(_buffer, payload, marker, level, orientation, padding);
        peer.SendRtp(_buffer.AsSpan(0, length));
        Sequence++;
    }

    /// <summary>Writes the next packet, and leaves the count as it is.</summary>
    public int Write(
        Span<byte> buffer, ReadOnlySpan<byte> payload, bool marker, AudioLevel? level = null, VideoOrientation? orientation = null, int padding = 0)
    {
        var header = new RtpHeader(new PayloadType(PayloadType), new SequenceNumber(Sequence), new RtpTimestamp(Timestamp), new Ssrc(ssrc), marker);
        var writer = new RtpWriter(buffer, header);
        if (NamesLine) Add(ref writer, ExtensionKind.Mid, Encoding.ASCII.GetBytes(mid));
        if (Rid is not null) Add(ref writer, ExtensionKind.Rid, Encoding.ASCII.GetBytes(Rid));
        Span<byte> value = stackalloc byte[1];
        if (level is { } sound)
        {
            sound.Write(value);
            Add(ref writer, ExtensionKind.AudioLevel, value);
        }

        if (orientation is { } turned)
        {
            turned.Write(value);
            Add(ref writer, ExtensionKind.VideoOrientation, value);
        }

        writer.TryAddPayload(payload);
        if (padding > 0) writer.TryAddPadding(padding);
        return writer.Finish();
    }

    private void Add(ref RtpWriter writer, ExtensionKind kind, ReadOnlySpan<byte> value)
    {
        foreach (var line in peer.Call.ClientMedia)
        {
            if (line.Mid != mid) continue;
            var id = line.FindExtension(kind.Uri());
            if (id != 0) writer.TryAddExtension((byte)id, value);
        }
    }
}
