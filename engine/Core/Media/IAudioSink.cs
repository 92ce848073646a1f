using ConfEngine.Core.Time;

namespace ConfEngine.Core.Media;

/// <summary>Where a sound track's reader puts what it reads. Implemented by the mixer's inputs; called by one worker at a time.</summary>
public interface IAudioSink
{
    /// <summary>False while enough is buffered; a reader that can wait (a file) waits then.</summary>
    bool WantsMore { get; }

    /// <summary>Hands over one Opus packet (RFC 6716) with the position of its first sample. The bytes are copied.</summary>
    /// <returns>False when there was no room and the packet was dropped.</returns>
    bool PushOpus(ReadOnlySpan<byte> packet, MediaTime pts);

    /// <summary>Hands over decoded sound: 48 kHz, interleaved, 1 or 2 channels, full scale ±1, with the position of its first sample. Copied.</summary>
    /// <returns>False when there was no room and the samples were dropped.</returns>
    bool PushPcm(ReadOnlySpan<float> interleaved, int channels, MediaTime pts);

    /// <summary>Says that nothing follows until the next push: what is buffered is played out and silence is not a fault.</summary>
    void PushEnd();
}
