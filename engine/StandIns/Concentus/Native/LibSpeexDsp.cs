using System.Runtime.InteropServices;

namespace Concentus.Native;

// speex_resampler.h
internal static unsafe partial class LibSpeexDsp
{
    private const string Library = "libspeexdsp.so.1";

    [LibraryImport(Library, EntryPoint = "speex_resampler_init")]
    public static partial nint Init(uint channels, uint inRate, uint outRate, int quality, int* error);

    [LibraryImport(Library, EntryPoint = "speex_resampler_destroy")]
    public static partial void Destroy(nint state);

    [LibraryImport(Library, EntryPoint = "speex_resampler_process_interleaved_float")]
    public static partial int ProcessInterleavedFloat(nint state, float* input, uint* inLength, float* output, uint* outLength);

    [LibraryImport(Library, EntryPoint = "speex_resampler_process_interleaved_int")]
    public static partial int ProcessInterleavedInt(nint state, short* input, uint* inLength, short* output, uint* outLength);

    [LibraryImport(Library, EntryPoint = "speex_resampler_set_rate_frac")]
    public static partial int SetRateFraction(nint state, uint numerator, uint denominator, uint inRate, uint outRate);

    [LibraryImport(Library, EntryPoint = "speex_resampler_set_rate")]
    public static partial int SetRate(nint state, uint inRate, uint outRate);

    [LibraryImport(Library, EntryPoint = "speex_resampler_get_rate")]
    public static partial void GetRate(nint state, uint* inRate, uint* outRate);

    [LibraryImport(Library, EntryPoint = "speex_resampler_get_input_latency")]
    public static partial int GetInputLatency(nint state);

    [LibraryImport(Library, EntryPoint = "speex_resampler_get_output_latency")]
    public static partial int GetOutputLatency(nint state);

    [LibraryImport(Library, EntryPoint = "speex_resampler_get_quality")]
    public static partial void GetQuality(nint state, int* quality);

    [LibraryImport(Library, EntryPoint = "speex_resampler_set_quality")]
    public static partial int SetQuality(nint state, int quality);

    [LibraryImport(Library, EntryPoint = "speex_resampler_skip_zeros")]
    public static partial int SkipZeros(nint state);

    [LibraryImport(Library, EntryPoint = "speex_resampler_reset_mem")]
    public static partial int ResetMem(nint state);
}
