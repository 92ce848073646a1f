using System.Diagnostics;

namespace ConfEngine.Video.Tests.Kit;

/// <summary>A folder for the media of one test class, made with the ffmpeg program and gone afterwards.</summary>
public sealed class MediaFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("confengine-video-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Runs ffmpeg with arguments separated by single blanks; the last one is the file's name in the folder.</summary>
    public string Make(string arguments)
    {
        var words = arguments.Split(' ');
        var path = Path(words[^1]);
        Run("ffmpeg", ["-v", "error", "-nostdin", "-y", .. words[..^1], path]);
        return path;
    }

    public static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return output;
    }

    public void Dispose() => Directory.Delete(Folder, true);
}
