using System.Globalization;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bench;

/// <summary>The input files of the benchmarks, in the names that the peers' scripts use: H.264 as a WebRTC sender makes it (constrained baseline, no
/// B-frames, one slice, one reference) and 48 kHz mono Opus in 20 ms packets. Made once with the ffmpeg program and kept.</summary>
internal sealed class BenchMedia(string folder, IClock clock)
{
    private const int VideoSeconds = 10;

    /// <summary>Long sound track: the figures are this one's cost less that of <see cref="ShortSound"/>.</summary>
    public string LongSound => Path.Combine(folder, "opus_mono_30s.ogg");

    /// <summary>Short sound track, to take the start-up out.</summary>
    public string ShortSound => Path.Combine(folder, "opus_mono_1s.ogg");

    /// <summary>Opens the folder that was named, or the one in the user's cache.</summary>
    public static BenchMedia Open(string? named, IClock clock)
    {
        var cache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return new BenchMedia(named ?? Path.Combine(cache, "confengine", "bench"), clock);
    }

    /// <summary>Constrained-baseline H.264 of a height of 180, 360 or 720 lines.</summary>
    public string Video(int lines) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"h264_{lines}p_base.mp4"));

    /// <summary>Makes what is missing.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(folder);
        foreach (var (lines, kilobits) in new[] { (180, 150), (360, 500), (720, 1500) }) Make(Video(lines), VideoArguments(lines, kilobits));
        Make(LongSound, SoundArguments(30));
        Make(ShortSound, SoundArguments(1));
    }

    private static string[] VideoArguments(int lines, int kilobits)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{lines * 16 / 9}x{lines}");
        var rate = string.Create(CultureInfo.InvariantCulture, $"{kilobits}k");
        return
        [
            "-f", "lavfi", "-i", $"mandelbrot=size={size}:rate=30,format=yuv420p[m];testsrc2=size={size}:rate=30,format=yuv420p[t];[m][t]blend=all_mode=average,noise=alls=4:allf=t:all_seed=4242",
            "-t", VideoSeconds.ToString(CultureInfo.InvariantCulture), "-c:v", "libx264", "-threads", "1", "-profile:v", "baseline", "-preset", "veryfast", "-tune", "zerolatency",
            "-x264-params", "sliced-threads=0:slices=1:ref=1:keyint=10000:scenecut=0", "-b:v", rate, "-maxrate", rate, "-bufsize", rate, "-movflags", "+faststart",
        ];
    }

    private static string[] SoundArguments(int seconds) =>
    [
        "-f", "lavfi", "-i", "aevalsrc='0.3*sin(2*PI*t*(180+60*sin(2*PI*0.7*t)))*(0.5+0.5*sin(2*PI*3*t))+0.02*random(0)':s=48000",
        "-t", seconds.ToString(CultureInfo.InvariantCulture), "-ac", "1", "-c:a", "libopus", "-application", "voip", "-b:a", "32k", "-frame_duration", "20",
    ];

    private void Make(string path, string[] arguments)
    {
        if (File.Exists(path)) return;
        Console.Error.WriteLine($"making {path}");
        var draft = Path.Combine(folder, "draft-" + Path.GetFileName(path));
        ChildProcess.Run(clock, "ffmpeg", ["-nostdin", "-hide_banner", "-loglevel", "error", "-y", .. arguments, draft]);
        File.Move(draft, path);
    }
}
