using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Live;

/// <summary>Takes an Opus packet of 20 ms. Called where the samples are written.</summary>
/// <param name="packet">The packet; to be copied, not kept.</param>
/// <param name="pts">Position of the first sample that a decoder makes of it.</param>
/// <param name="level">RMS level over the packet in -dBov, 0 for the loudest to 127 for silence (RFC 6464).</param>
/// <param name="isSpeech">Somebody speaks in it.</param>
public delegate void OpusPacketHandler(ReadOnlySpan<byte> packet, MediaTime pts, int level, bool isSpeech);
