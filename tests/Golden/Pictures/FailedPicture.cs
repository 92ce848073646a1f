using ConfEngine.Core.Media;
using ConfEngine.TestKit.Files;
using ConfEngine.Video.Images;

namespace ConfEngine.Golden.Pictures;

/// <summary>Pictures of failing tests, left where a person finds them: .artifacts/golden/NAME.COMPOSITOR.new.png as drawn, and
/// NAME.COMPOSITOR.diff.png, the differences eight times as strong.</summary>
internal static class FailedPicture
{
    /// <summary>Leaves a picture.</summary>
    /// <param name="name">What was to be drawn.</param>
    /// <param name="drawnBy">Which compositor drew it.</param>
    /// <param name="drawn">A Bgra32 picture.</param>
    /// <param name="expected">What it was held against, of the same size; null when there is no such picture.</param>
    /// <returns>Where to look, to be read by people.</returns>
    public static string Leave(string name, string drawnBy, VideoFrame drawn, VideoFrame? expected = null)
    {
        var file = $"{name}.{drawnBy}";
        var path = Checkout.At(".artifacts", "golden", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        PngFile.Write(path + ".new.png", drawn);
        if (expected is null) return $".artifacts/golden/{file}.new.png";
        using var difference = PictureDifference.Draw(expected, drawn);
        PngFile.Write(path + ".diff.png", difference);
        return $".artifacts/golden/{file}.new.png (and .diff.png: the differences eight times as strong)";
    }
}
