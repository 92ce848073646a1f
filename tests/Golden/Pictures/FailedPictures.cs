using ConfEngine.Core.Media;

namespace ConfEngine.Golden.Pictures;

/// <summary>Where pictures of failing tests are left: the folder "failed" beside the test program. Each failure is NAME.expected.ppm,
/// NAME.actual.ppm and NAME.difference.ppm.</summary>
internal static class FailedPictures
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "failed");

    /// <summary>Writes the three pictures and returns where they are.</summary>
    public static string Leave(string name, VideoFrame expected, VideoFrame actual)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, name);
        using var difference = PictureDifference.Draw(expected, actual);
        PpmFile.Write(path + ".expected.ppm", expected);
        PpmFile.Write(path + ".actual.ppm", actual);
        PpmFile.Write(path + ".difference.ppm", difference);
        return path + ".*.ppm";
    }
}
