namespace Concentus.Native;

internal sealed unsafe class NativeResampler : IResampler
{
    private readonly int _channels;
    private nint _state;

    public NativeResampler(int channels, int inRate, int outRate, int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outRate, 1);
        _channels = channels;
        int error;
        _state = LibSpeexDsp.Init((uint)channels, (uint)inRate, (uint)outRate, quality, &error);
        if (_state == 0)
            throw new ArgumentException($"speexdsp refused {channels} channels, {inRate} -> {outRate} Hz, quality {quality}: error {error}");
    }

    ~NativeResampler() => Free();

    public int InputLatency => LibSpeexDsp.GetInputLatency(State);

    public int OutputLatencySamples => LibSpeexDsp.GetOutputLatency(State);

    public int Quality
    {
        get
        {
            int quality;
            LibSpeexDsp.GetQuality(State, &quality);
            return quality;
        }

        set => Check(LibSpeexDsp.SetQuality(State, value));
    }

    private nint State => _state != 0 ? _state : throw new ObjectDisposedException(nameof(IResampler));

    public void GetRates(out int in_rate, out int out_rate)
    {
        uint input, output;
        LibSpeexDsp.GetRate(State, &input, &output);
        in_rate = (int)input;
        out_rate = (int)output;
    }

    public void ProcessInterleaved(Span<float> input, ref int in_len, Span<float> output, ref int out_len)
    {
        CheckRoom(input.Length, in_len, output.Length, out_len);
        uint taken = (uint)in_len, made = (uint)out_len;
        fixed (float* from = input)
        fixed (float* to = output)
            Check(LibSpeexDsp.ProcessInterleavedFloat(State, from, &taken, to, &made));
        in_len = (int)taken;
        out_len = (int)made;
    }

    public void ProcessInterleaved(Span<short> input, ref int in_len, Span<short> output, ref int out_len)
    {
        CheckRoom(input.Length, in_len, output.Length, out_len);
        uint taken = (uint)in_len, made = (uint)out_len;
        fixed (short* from = input)
        fixed (short* to = output)
            Check(LibSpeexDsp.ProcessInterleavedInt(State, from, &taken, to, &made));
        in_len = (int)taken;
        out_len = (int)made;
    }

    public void ResetMem() => Check(LibSpeexDsp.ResetMem(State));

    public void SetRateFraction(int ratio_num, int ratio_den, int in_rate, int out_rate) =>
        Check(LibSpeexDsp.SetRateFraction(State, (uint)ratio_num, (uint)ratio_den, (uint)in_rate, (uint)out_rate));

    public void SetRates(int in_rate, int out_rate) => Check(LibSpeexDsp.SetRate(State, (uint)in_rate, (uint)out_rate));

    public void SkipZeroes() => Check(LibSpeexDsp.SkipZeros(State));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private static void Check(int error)
    {
        if (error != 0) throw new ArgumentException($"speexdsp error {error}");
    }

    private void CheckRoom(int input, int inLength, int output, int outLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inLength);
        ArgumentOutOfRangeException.ThrowIfNegative(outLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)inLength * _channels, input, nameof(inLength));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)outLength * _channels, output, nameof(outLength));
    }

    private void Free()
    {
        var state = Interlocked.Exchange(ref _state, 0);
        if (state != 0) LibSpeexDsp.Destroy(state);
    }
}
