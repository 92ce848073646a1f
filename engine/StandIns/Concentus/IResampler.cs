namespace Concentus;

public interface IResampler : IDisposable
{
    int InputLatency { get; }

    int OutputLatencySamples { get; }

    int Quality { get; set; }

    void GetRates(out int in_rate, out int out_rate);

    void ProcessInterleaved(Span<float> input, ref int in_len, Span<float> output, ref int out_len);

    void ProcessInterleaved(Span<short> input, ref int in_len, Span<short> output, ref int out_len);

    void ResetMem();

    void SetRateFraction(int ratio_num, int ratio_den, int in_rate, int out_rate);

    void SetRates(int in_rate, int out_rate);

    void SkipZeroes();
}
