using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.Video.Tests.Kit;

/// <summary>A folder for the media of one test class, made with the ffmpeg program and gone afterwards.</summary>
public sealed class MediaFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Folder => _folder.FullName;

    public string Path(string name) => _folder[name];

    /// <summary>Runs ffmpeg with arguments separated by blanks; the last one is the file's name in the folder.</summary>
    public string Make(string arguments)
    {
        var words = CommandLine.Split(arguments);
        var path = Path(words[^1]);
        FfmpegProgram.Make([.. words[..^1], path]);
        return path;
    }

    public void Dispose() => _folder.Dispose();
}
