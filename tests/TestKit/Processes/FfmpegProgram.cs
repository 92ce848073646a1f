namespace ConfEngine.TestKit.Processes;

/// <summary>The ffmpeg program, which makes what the tests play.</summary>
public static class FfmpegProgram
{
    /// <summary>Runs ffmpeg; the line is cut at its blanks, paths come after it.</summary>
    public static void Make(string line, params string[] paths) => Make([.. CommandLine.Split(line), .. paths]);

    /// <summary>Runs ffmpeg.</summary>
    public static void Make(IEnumerable<string> arguments) =>
        Child.Run("ffmpeg", ["-hide_banner", "-nostdin", "-nostats", "-v", "error", "-y", .. arguments]).Expect(0);
}
