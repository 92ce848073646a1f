using ConfEngine.Audio;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Runtime.Sources;

/// <summary>What all sources of an engine share.</summary>
/// <param name="Workers">The threads that decode.</param>
/// <param name="Mixer">Where sound goes.</param>
/// <param name="Text">Draws the captions of synthetic pictures.</param>
/// <param name="IsOffline">True on a virtual clock.</param>
/// <param name="HasVideo">False to leave pictures undecoded.</param>
/// <param name="HasAudio">False to leave sound unread.</param>
/// <param name="HasCaptions">True for synthetic pictures that carry their name; where the wall letters its tiles, twice would be once too often.</param>
/// <param name="Lead">A picture is shown this much before its time: half a frame on the wall, so that it is early as often as late.</param>
public sealed record SourceContext(PumpWorkers Workers, Mixer Mixer, TextRenderer Text, bool IsOffline, bool HasVideo, bool HasAudio, bool HasCaptions, MediaTime Lead);
