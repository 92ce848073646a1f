using ConfEngine.Audio.Devices;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Runtime;

/// <summary>What an engine is made of and cannot make itself.</summary>
/// <param name="Clock">Sets the pace.</param>
/// <param name="Compositor">Draws.</param>
/// <param name="Text">Writes.</param>
/// <param name="AudioDevice">Plays, and leads the clock; null when the frame loop steps the mixer (offline).</param>
public sealed record EngineParts(IClock Clock, ICompositor Compositor, TextRenderer Text, IAudioDevice? AudioDevice);
