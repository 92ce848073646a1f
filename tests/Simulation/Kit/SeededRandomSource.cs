using ConfEngine.Transport.Net;

namespace ConfEngine.Simulation.Kit;

/// <summary>Repeats itself from a seed.</summary>
internal sealed class SeededRandomSource(int seed) : IRandomSource
{
    private readonly Random _random = new(seed);

    public void Fill(Span<byte> destination) => _random.NextBytes(destination);
}
