using ConfEngine.Core.Media;
using ConfEngine.Runtime.Outputs;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Runtime.Tests;

public sealed class OutputFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AMissingFolderIsNamed()
    {
        var error = Assert.Throws<MediaException>(() => OutputFiles.CheckWritable(_folder["no/a.mp4"], "--out"));
        Assert.Contains("--out", error.Message);
        Assert.Contains("does not exist", error.Message);
    }

    [Fact]
    public void AFolderIsNoFile() =>
        Assert.Contains("is a folder", Assert.Throws<MediaException>(() => OutputFiles.CheckWritable(_folder.FullName, "--out")).Message);

    [Fact]
    public void ACheckLeavesNothingBehindAndHarmsNothing()
    {
        var path = _folder["a.mp4"];
        OutputFiles.CheckWritable(path, "--out");
        Assert.False(File.Exists(path));
        File.WriteAllText(path, "kept");
        OutputFiles.CheckWritable(path, "--out");
        Assert.Equal("kept", File.ReadAllText(path));
    }

    [Fact]
    public void APlaceWithoutWritingIsNamed()
    {
        // Nobody may make files in /proc, not even root.
        var error = Assert.Throws<MediaException>(() => OutputFiles.CheckWritable("/proc/a.mp4", "--record"));
        Assert.Contains("/proc/a.mp4", error.Message);
    }
}
