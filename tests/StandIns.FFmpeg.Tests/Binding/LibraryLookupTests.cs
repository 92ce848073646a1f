using ConfEngine.StandIns.FFmpeg.Tests.Abi;
using ConfEngine.TestKit.Files;
using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Binding;

/// <summary>
/// Which file a function comes from, and what a caller sees when it is not there. Each test uses functions that no other test binds,
/// and a version number that no FFmpeg has.
/// </summary>
public sealed class LibraryLookupTests : IDisposable
{
    private const string Library = "avdevice";
    private readonly string _rootPath = ffmpeg.RootPath;
    private readonly int _version = ffmpeg.LibraryVersionMap[Library];

    public void Dispose()
    {
        ffmpeg.RootPath = _rootPath;
        ffmpeg.LibraryVersionMap[Library] = _version;
        DynamicallyLoadedBindings.ThrowErrorIfFunctionNotFound = false;
    }

    [Fact]
    public void A_missing_library_throws_at_the_call_and_names_itself()
    {
        ffmpeg.LibraryVersionMap[Library] = 901;
        var error = Assert.Throws<NotSupportedException>(() => ffmpeg.avdevice_license());
        Assert.Contains("libavdevice.so.901", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_library_is_a_DllNotFoundException_when_asked_for()
    {
        ffmpeg.LibraryVersionMap[Library] = 902;
        DynamicallyLoadedBindings.ThrowErrorIfFunctionNotFound = true;
        Assert.Throws<DllNotFoundException>(() => ffmpeg.avdevice_license());
    }

    [Fact]
    public void RootPath_comes_before_the_search_path_and_a_missing_function_is_reported()
    {
        using var folder = new TempFolder();
        NativeFacts.BuildLibrary(folder["libavdevice.so.903"], "unsigned avdevice_version(void) { return 903; }");
        ffmpeg.RootPath = folder.FullName;
        ffmpeg.LibraryVersionMap[Library] = 903;
        Assert.Equal(903u, ffmpeg.avdevice_version());
        Assert.Throws<NotSupportedException>(() => ffmpeg.avdevice_configuration());
        DynamicallyLoadedBindings.ThrowErrorIfFunctionNotFound = true;
        var error = Assert.Throws<EntryPointNotFoundException>(() => ffmpeg.avdevice_configuration());
        Assert.Contains("avdevice_configuration", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_not_in_RootPath_comes_from_the_search_path()
    {
        ffmpeg.RootPath = "/nonexistent";
        Assert.Equal(ffmpeg.LIBSWSCALE_VERSION_MAJOR, (int)(ffmpeg.swscale_version() >> 16));
    }
}
