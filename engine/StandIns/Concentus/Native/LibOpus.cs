using System.Runtime.InteropServices;

namespace Concentus.Native;

// The C API of libopus (opus.h, opus_defines.h). The ctl functions are variadic in C; with one integer or pointer argument the
// System V and AAPCS64 calling conventions pass it where a fixed argument would go.
internal static unsafe partial class LibOpus
{
    private const string Library = "libopus.so.0";

    [LibraryImport(Library, EntryPoint = "opus_encoder_create")]
    public static partial nint EncoderCreate(int sampleRate, int channels, int application, int* error);

    [LibraryImport(Library, EntryPoint = "opus_encoder_destroy")]
    public static partial void EncoderDestroy(nint encoder);

    [LibraryImport(Library, EntryPoint = "opus_encode")]
    public static partial int Encode(nint encoder, short* pcm, int frameSize, byte* data, int maxBytes);

    [LibraryImport(Library, EntryPoint = "opus_encode_float")]
    public static partial int EncodeFloat(nint encoder, float* pcm, int frameSize, byte* data, int maxBytes);

    [LibraryImport(Library, EntryPoint = "opus_encoder_ctl")]
    public static partial int EncoderCtl(nint encoder, int request, nint argument);

    [LibraryImport(Library, EntryPoint = "opus_decoder_create")]
    public static partial nint DecoderCreate(int sampleRate, int channels, int* error);

    [LibraryImport(Library, EntryPoint = "opus_decoder_destroy")]
    public static partial void DecoderDestroy(nint decoder);

    [LibraryImport(Library, EntryPoint = "opus_decode")]
    public static partial int Decode(nint decoder, byte* data, int length, short* pcm, int frameSize, int fec);

    [LibraryImport(Library, EntryPoint = "opus_decode_float")]
    public static partial int DecodeFloat(nint decoder, byte* data, int length, float* pcm, int frameSize, int fec);

    [LibraryImport(Library, EntryPoint = "opus_decoder_ctl")]
    public static partial int DecoderCtl(nint decoder, int request, nint argument);

    [LibraryImport(Library, EntryPoint = "opus_packet_get_nb_frames")]
    public static partial int PacketGetNbFrames(byte* packet, int length);

    [LibraryImport(Library, EntryPoint = "opus_packet_get_nb_samples")]
    public static partial int PacketGetNbSamples(byte* packet, int length, int sampleRate);

    [LibraryImport(Library, EntryPoint = "opus_packet_get_samples_per_frame")]
    public static partial int PacketGetSamplesPerFrame(byte* packet, int sampleRate);

    [LibraryImport(Library, EntryPoint = "opus_packet_get_bandwidth")]
    public static partial int PacketGetBandwidth(byte* packet);

    [LibraryImport(Library, EntryPoint = "opus_packet_get_nb_channels")]
    public static partial int PacketGetNbChannels(byte* packet);

    [LibraryImport(Library, EntryPoint = "opus_get_version_string")]
    public static partial nint GetVersionString();

    public static string Version => Marshal.PtrToStringUTF8(GetVersionString()) ?? "";
}
