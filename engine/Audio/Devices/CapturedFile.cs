using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>A sound file, over and over.</summary>
/// <param name="stereo">The whole file: 48 kHz, left, right; not empty.</param>
internal sealed class CapturedFile(float[] stereo) : IBlockSource
{
    private int _next;

    /// <inheritdoc/>
    public void Mix(Span<float> stereoBlock, MediaTime at)
    {
        while (!stereoBlock.IsEmpty)
        {
            var count = Math.Min(stereoBlock.Length, stereo.Length - _next);
            stereo.AsSpan(_next, count).CopyTo(stereoBlock);
            stereoBlock = stereoBlock[count..];
            _next = (_next + count) % stereo.Length;
        }
    }
}
