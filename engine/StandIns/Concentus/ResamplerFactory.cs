using Concentus.Native;

namespace Concentus;

public static class ResamplerFactory
{
    public static IResampler CreateResampler(int numChannels, int inRate, int outRate, int quality, TextWriter? logger = null) =>
        new NativeResampler(numChannels, inRate, outRate, quality);
}
