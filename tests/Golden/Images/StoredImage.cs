using ConfEngine.Core.Media;
using ConfEngine.Golden.Pictures;
using ConfEngine.TestKit.Files;
using ConfEngine.Video.Images;

namespace ConfEngine.Golden.Images;

/// <summary>A picture in tests/Golden/Images that a drawn one is held against.</summary>
/// <param name="name">Its file's name without the ending; also its line in tolerances.txt.</param>
/// <param name="firstRow">Rows above this one hold what is different every time, and are not compared.</param>
internal sealed class StoredImage(string name, int firstRow = 0)
{
    private const string PromoteVariable = "CONFENGINE_PROMOTE";

    private string StoredPath => Checkout.At("tests", "Golden", "Images", name + ".png");

    /// <summary>True when the pictures drawn now are to become the stored ones.</summary>
    public static bool IsPromoting => Environment.GetEnvironmentVariable(PromoteVariable) == "1";

    /// <summary>Makes <paramref name="drawn"/> the stored picture where that is asked for and there is a difference at all.</summary>
    public void Promote(VideoFrame drawn)
    {
        if (!IsPromoting) return;
        if (File.Exists(StoredPath))
        {
            using var stored = PngFile.Read(StoredPath);
            if (IsSameSize(stored, drawn) && ImageDifference.Between(stored, drawn, 0, firstRow) == default) return;
        }

        PngFile.Write(StoredPath, drawn);
    }

    /// <summary>Fails with what to do next when <paramref name="drawn"/> is not the stored picture.</summary>
    /// <param name="drawn">A Bgra32 picture.</param>
    /// <param name="drawnBy">Who drew it; part of the names of the files that a failure leaves.</param>
    public void Check(VideoFrame drawn, string drawnBy)
    {
        if (!File.Exists(StoredPath)) Fail($"tests/Golden/Images/{name}.png is not there", drawn, null, drawnBy);
        using var stored = PngFile.Read(StoredPath);
        if (!IsSameSize(stored, drawn))
        {
            Fail($"{name} ({drawnBy}) is {drawn.Width}x{drawn.Height}, stored is {stored.Width}x{stored.Height}", drawn, null, drawnBy);
        }

        var tolerance = ImageTolerance.Of(name);
        var difference = ImageDifference.Between(stored, drawn, tolerance.Threshold, firstRow);
        TestContext.Current.SendDiagnosticMessage($"{name} ({drawnBy}): {difference} of {tolerance}");
        if (!tolerance.Allows(difference)) Fail($"{name} ({drawnBy}) differs: {difference}; allowed: {tolerance}", drawn, stored, drawnBy);
    }

    private static bool IsSameSize(VideoFrame one, VideoFrame other) => (one.Width, one.Height) == (other.Width, other.Height);

    private void Fail(string what, VideoFrame drawn, VideoFrame? stored, string drawnBy)
    {
        Assert.Fail($"{what}. Look at {FailedPicture.Leave(name, drawnBy, drawn, stored)} beside tests/Golden/Images/{name}.png. "
            + $"When the new picture is the right one: {PromoteVariable}=1 dotnet run --project tests/Golden");
    }
}
