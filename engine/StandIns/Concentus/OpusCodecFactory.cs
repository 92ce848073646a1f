using Concentus.Enums;
using Concentus.Native;

namespace Concentus;

public static class OpusCodecFactory
{
    // Here there is nothing but the native library; the switch is kept so that code written for the genuine package compiles.
    public static bool AttemptToUseNativeLibrary { get; set; } = true;

    public static IOpusEncoder CreateEncoder(
        int sampleRate,
        int numChannels,
        OpusApplication application = OpusApplication.OPUS_APPLICATION_AUDIO,
        TextWriter? messageLogger = null) => new NativeOpusEncoder(sampleRate, numChannels, application);

    public static IOpusDecoder CreateDecoder(int sampleRate, int numChannels, TextWriter? messageLogger = null) =>
        new NativeOpusDecoder(sampleRate, numChannels);
}
