using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Takes a block of captured sound. Called on the device's thread: it must not block and should not allocate.</summary>
/// <param name="stereoBlock"><see cref="Mixer.BlockSamples"/> times left, right; to be copied, not kept. A microphone of one channel is on
/// both sides.</param>
/// <param name="at">When the first sample was captured; blocks without one missing between them lie 10 ms apart, but for the drift of the
/// device's clock.</param>
public delegate void CaptureBlockHandler(ReadOnlySpan<float> stereoBlock, Instant at);
