using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.EndToEnd.Refusals;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Machines;

/// <summary>Machines that lack something: the wall comes up all the same, and what is missing is named.</summary>
public sealed class BareMachineTests(MediaFolder media)
{
    private static readonly Dictionary<string, string> s_noGl = new()
    {
        // libglvnd finds no vendor, and Mesa no driver.
        ["__EGL_VENDOR_LIBRARY_DIRS"] = "/no/such/folder",
        ["__EGL_VENDOR_LIBRARY_FILENAMES"] = "/no/such/file.json",
        ["LIBGL_DRIVERS_PATH"] = "/no/such/folder",
    };

    [Fact]
    public void Without_OpenGL_the_software_compositor_carries_on()
    {
        using var folder = new TempFolder();
        var outcome = Confengine.RunWith(s_noGl, "kiosk", "--audio-out", "null", "--size", "640x360", "--duration", "1", "--screenshot", folder["wall.png"]).Expect(0);
        Assert.Contains("software", outcome.Out, StringComparison.Ordinal);
        Assert.True(Decoded.Still(folder["wall.png"]).Deviation > 10);
    }

    [Theory]
    [InlineData("kiosk --headless --audio-out null --duration 1 --compositor gpu")]
    [InlineData("compose --source test: --out null: --duration 1 --compositor gpu")]
    public void Without_OpenGL_the_gpu_cannot_be_asked_for(string line) =>
        Confengine.RunWith(s_noGl, CommandLine.Split(line)).ExpectRefusal(1, "--compositor gpu");

    [Fact]
    public void Without_OpenGL_doctor_names_it_and_is_content()
    {
        var outcome = Confengine.RunWith(s_noGl, "doctor").Expect(0);
        Assert.Matches(@"\?\? .*(OpenGL|gpu)", outcome.Out);
    }

    [Fact]
    public void Without_a_sound_card_the_clock_goes_on()
    {
        // OpenAL Soft knows no backend of this name, so it has none.
        var silent = new Dictionary<string, string> { ["ALSOFT_DRIVERS"] = "none-such" };
        var outcome = Confengine.RunWith(silent, "kiosk", "--headless", "--size", "320x180", "--duration", "1", "--source", "test:").Expect(0);
        Assert.Contains("sound device", outcome.Out, StringComparison.Ordinal);
        Confengine.RunWith(silent, "kiosk", "--headless", "--size", "320x180", "--duration", "1", "--audio-out", "openal").ExpectRefusal(1, "--audio-out null");
    }

    [Fact]
    public void Without_a_display_the_kiosk_is_headless_and_says_why()
    {
        var outcome = Confengine.Run("kiosk", "--audio-out", "null", "--size", "320x180", "--duration", "1", "--source", "test:").Expect(0);
        Assert.Contains("DISPLAY", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("--record FILE.mp4", outcome.Out, StringComparison.Ordinal);
        var unreachable = new Dictionary<string, string> { ["DISPLAY"] = ":9876" };
        Assert.Contains("window   none", Confengine.RunWith(unreachable, "kiosk", "--audio-out", "null", "--size", "320x180", "--duration", "1", "--source", "test:").Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_fonts_the_wall_comes_up_without_letters()
    {
        using var folder = new TempFolder();
        using var home = new TempFolder();
        string[] compose = ["compose", "--source", media["talk.mp4"] + ",name=Ana", "--size", "640x360", "--duration", "0.5", "--out"];
        WithoutFonts(home, [.. compose, folder["bare.png"]]).Expect(0);
        Confengine.Run([.. compose, folder["lettered.png"]]).Expect(0);
        var bare = Decoded.Still(folder["bare.png"]);
        Assert.True(bare.Deviation > 20, "no picture");
        Assert.True(bare.ChangedPixels(Decoded.Still(folder["lettered.png"])) > 20, "there are letters without fonts");
        WithoutFonts(home, "kiosk", "--headless", "--empty", "--overlay", "--audio-out", "null", "--size", "640x360", "--duration", "1").Expect(0);
        var doctor = WithoutFonts(home, "doctor").Expect(0);
        Assert.Matches(@"\?\? fonts +none.*apt-get install fonts-", doctor.Out);
    }

    private static Outcome WithoutFonts(TempFolder home, params string[] arguments) => MountNamespace.Run(
        "for d in /usr/share/fonts /usr/local/share/fonts; do if [ -d $d ]; then mount -t tmpfs none $d; fi; done", [], start => start.Environment["HOME"] = home.FullName, arguments);
}
