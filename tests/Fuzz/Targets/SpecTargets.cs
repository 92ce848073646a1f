using System.Text;
using ConfEngine.Control.Http;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Fuzz.Targets;

internal static class SpecTargets
{
    private static readonly byte[][] s_words =
    [
        .. "loop|muted|content|name=|fit=fill|fit=|gain=|gain=-3.5|,gain=NaN|NaN|Infinity|1e999|,|\\,|=|:|test:|lavfi:|size=64x64|talk=0/2/4|talk=|rate=|hue=|codec=h264|beep=on|*:8080|localhost:|[::1]:80|https://|%eth0"
            .Split('|').Select(Encoding.UTF8.GetBytes),
    ];

    public static FuzzTarget Sources() => new(
        "source-spec", [.. new[] { "movie.mp4,name=A\\, b,loop,muted,gain=-6,fit=fill", "test:size=640x360:rate=30:talk=0/2,content", "lavfi:testsrc2=size=64x64,name=x" }.Select(Encoding.UTF8.GetBytes)], input =>
        {
            if (!SourceSpec.TryParse(Encoding.UTF8.GetString(input), out var spec, out var error))
            {
                Rules.Hold(error.Length > 0);
                return error.Count(char.IsAsciiLetter) & 0xff;
            }

            Rules.Hold(error.Length == 0 && spec.Uri is not null && spec.Name is not null);
            Rules.Hold(Math.Abs(spec.GainDecibels) <= 40 && Enum.IsDefined(spec.Fit));
            return 256 + (spec.Loop ? 1 : 0) + (spec.Muted ? 2 : 0) + (spec.IsContent ? 4 : 0) + 8 * (int)spec.Fit + (spec.GainDecibels != 0 ? 64 : 0);
        }) { Iterations = 40_000, Words = s_words, MostAllocated = 2 << 20 };

    public static FuzzTarget TestPictures() => new(
        "test-spec", [Encoding.UTF8.GetBytes("test:size=640x360:rate=30:codec=h264:hue=10:talk=1/3/2.5:beep=off")], input =>
        {
            if (!TestSpec.TryParse("test:" + Encoding.UTF8.GetString(input), out var spec, out var error)) return Math.Min(error.Length, 250);
            Rules.Hold(spec is { Width: >= 16 and <= 4096, Height: >= 16 and <= 4096, FrameRate: >= 1 and <= 120, Hue: >= 0 and <= 359 });
            return 256 + spec.Codec.Length + (spec.Beep ? 16 : 0) + (spec.FrameRate != 30 ? 32 : 0) + (spec.Hue != 210 ? 64 : 0);
        }) { Iterations = 80_000, Words = s_words, MostAllocated = 2 << 20 };

    public static FuzzTarget Listen() => new(
        "listen-address", [.. new[] { "127.0.0.1:8080", "https://[::1]:443/", "*:0", "localhost:80", "http://[fe80::1%3]:9" }.Select(Encoding.UTF8.GetBytes)], input =>
        {
            if (!ListenAddress.TryParse(Encoding.UTF8.GetString(input), out var address)) return Math.Min(input.Length, 20);
            Rules.Hold(ListenAddress.TryParse(address.ToString(), out var again));
            Rules.Hold(again == address);
            return 32 + (address.IsSecure ? 1 : 0) + (address.Endpoint.Port == 0 ? 2 : 0) + 4 * (int)address.Endpoint.AddressFamily;
        }) { Iterations = 80_000, Words = s_words, MostAllocated = 256 * 1024, MostBytes = 256 };
}
