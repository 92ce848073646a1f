using System.Globalization;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.StandIns.FFmpeg.Tests.Abi;

/// <summary>Asks the C compiler for the values of C expressions over FFmpeg's headers.</summary>
internal static class NativeFacts
{
    private const string Headers = """
        #include <errno.h>
        #include <stddef.h>
        #include <stdio.h>
        #include <libavutil/audio_fifo.h>
        #include <libavutil/avutil.h>
        #include <libavutil/channel_layout.h>
        #include <libavutil/dict.h>
        #include <libavutil/display.h>
        #include <libavutil/error.h>
        #include <libavutil/frame.h>
        #include <libavutil/hwcontext.h>
        #include <libavutil/imgutils.h>
        #include <libavutil/log.h>
        #include <libavutil/mastering_display_metadata.h>
        #include <libavutil/mathematics.h>
        #include <libavutil/opt.h>
        #include <libavutil/parseutils.h>
        #include <libavutil/pixdesc.h>
        #include <libavutil/time.h>
        #include <libavcodec/avcodec.h>
        #include <libavcodec/bsf.h>
        #include <libavformat/avformat.h>
        #include <libavformat/avio.h>
        #include <libavdevice/avdevice.h>
        #include <libavfilter/avfilter.h>
        #include <libavfilter/buffersink.h>
        #include <libavfilter/buffersrc.h>
        #include <libswscale/swscale.h>
        #include <libswresample/swresample.h>

        /* One value of each kind that a C# argument can be. */
        static void *pointer;
        static int int32;
        static unsigned uint32;
        static long long int64;
        static unsigned long long uint64;
        static float float32;
        static double float64;

        """;

    /// <summary>The values in the order of the expressions. Fails with the compiler's message when one is not C.</summary>
    /// <param name="expressions">Anything that converts to a 64-bit integer.</param>
    /// <param name="statements">Compiled and not run; an argument that C would have to narrow is an error.</param>
    public static IReadOnlyList<long> Evaluate(IReadOnlyCollection<string> expressions, IEnumerable<string>? statements = null)
    {
        using var folder = new TempFolder();
        var source = folder["facts.c"];
        var program = folder["facts"];
        var table = string.Join(",\n", expressions.Select(e => $"(long long)({e})"));
        File.WriteAllText(source, $$"""
            {{Headers}}
            static inline void not_run(void)
            {
            {{string.Join("\n", statements ?? [])}}
            }
            int main(void)
            {
                const long long values[] = {
            {{table}}
                };
                for (size_t i = 0; i < sizeof values / sizeof *values; i++) printf("%lld\n", values[i]);
                return 0;
            }
            """);
        Run("gcc", "-Wno-deprecated-declarations", "-Wno-unused-result", "-Wconversion", "-Werror", "-o", program, source);
        return [.. Run(program).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(v => long.Parse(v, CultureInfo.InvariantCulture))];
    }

    /// <summary>Builds a shared library from C source.</summary>
    public static void BuildLibrary(string path, string source)
    {
        File.WriteAllText(path + ".c", source);
        Run("gcc", "-shared", "-fPIC", "-o", path, path + ".c");
    }

    private static string Run(string program, params string[] arguments) => Child.Run(program, arguments).Expect(0).Out;
}
