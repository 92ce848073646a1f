using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Tests.Devices;

/// <summary>Remembers for which times it was asked.</summary>
internal sealed class CountingSource : IBlockSource
{
    public List<double> Asked { get; } = [];

    public void Mix(Span<float> stereoBlock, MediaTime at)
    {
        stereoBlock.Fill(0.25f);
        lock (Asked) Asked.Add(at.Milliseconds);
    }
}
