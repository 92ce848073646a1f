using ConfEngine.Rtp.Extensions;

namespace ConfEngine.Rtp.Send;

/// <summary>What goes along with a payload in header extensions, where the receiver negotiated them.</summary>
/// <param name="AudioLevel">How loud it is.</param>
/// <param name="VideoOrientation">How the picture is to be turned.</param>
public readonly record struct MediaMarks(AudioLevel? AudioLevel = null, VideoOrientation? VideoOrientation = null);
