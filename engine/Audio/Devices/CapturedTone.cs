using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>A steady tone of 440 Hz at -20 dBFS: to hear that a line is through.</summary>
internal sealed class CapturedTone : IBlockSource
{
    private const double Amplitude = 0.1;

    // 100 ms hold 44 whole periods.
    private const int PeriodBlocks = 10;
    private const int Periods = 44;

    /// <inheritdoc/>
    public void Mix(Span<float> stereoBlock, MediaTime at)
    {
        var start = SampleTime.ToSamples(at) % (PeriodBlocks * Mixer.BlockSamples);
        for (var i = 0; i < Mixer.BlockSamples; i++)
        {
            var angle = Math.Tau * Periods * (start + i) / (PeriodBlocks * Mixer.BlockSamples);
            stereoBlock[2 * i] = stereoBlock[2 * i + 1] = (float)(Amplitude * Math.Sin(angle));
        }
    }
}
