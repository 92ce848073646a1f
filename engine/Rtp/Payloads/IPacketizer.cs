namespace ConfEngine.Rtp.Payloads;

/// <summary>Cuts a frame into payloads. It is begun with a frame and gives one payload after the other; the frame's bytes stay the
/// caller's.</summary>
public interface IPacketizer
{
    /// <summary>Starts a frame, forgetting what is left of the last.</summary>
    void Begin(ReadOnlyMemory<byte> frame);

    /// <summary>Writes the next payload.</summary>
    /// <param name="payload">As long as a payload may be; at least <see cref="MinPayloadLength"/>.</param>
    /// <param name="length">Bytes written.</param>
    /// <param name="isLast">The payload ends the frame: the packet's marker bit.</param>
    /// <returns>False when the frame is at its end.</returns>
    bool TryNext(Span<byte> payload, out int length, out bool isLast);

    /// <summary>The shortest payload limit a caller may set.</summary>
    const int MinPayloadLength = 16;
}
