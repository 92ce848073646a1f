using System.Globalization;
using System.Runtime.InteropServices;
using ConfEngine.Audio.Devices;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Text;
using ConfEngine.Kiosk.Plugins;
using ConfEngine.Runtime.Web;
using ConfEngine.Video;

namespace ConfEngine.Kiosk.Doctor;

/// <summary>One visit of <c>doctor</c>.</summary>
internal sealed class Examination(IClock clock, TextWriter output)
{
    private static readonly string[] s_decoders = ["h264", "vp8", "vp9", "av1", "mpeg4", "mjpeg", "opus", "aac"];
    private static readonly (string Name, string Purpose)[] s_encoders = [("libx264", "recording"), ("aac", "recording"), ("libvpx", "VP8 test sources"), ("png", "screenshots")];
    private readonly Report _report = new(output);

    public int Run()
    {
        output.WriteLine($"ConfEngine on {RuntimeInformation.OSDescription}, .NET {Environment.Version}, {Environment.ProcessorCount} processors");
        Libraries();
        Codecs();
        Drawing();
        Sound();
        Fonts();
        Plugins();
        output.WriteLine(_report.HasFailed ? "\nSomething needed is missing; see the lines marked !!" : "\nReady. (?? marks what can be added, -- what is good to know)");
        return _report.HasFailed ? 1 : 0;
    }

    private void Libraries()
    {
        _report.Heading("Libraries");
        var missing = SystemLibrary.All.Where(library => !library.IsPresent()).ToList();
        foreach (var library in missing)
        {
            var remedy = $"missing, for {library.Purpose}: apt-get install {library.Package}";
            if (library.IsNeeded) _report.Failure(library.FileName, remedy);
            else _report.Lack(library.FileName, remedy);
        }

        if (missing.Count == 0) _report.Good("system libraries", $"all {SystemLibrary.All.Count} found");
        _report.Note("packages", PackageSource());
    }

    // The stand-ins' assemblies carry their own names, so the name says which build this is.
    private static string PackageSource() =>
        typeof(Examination).Assembly.GetReferencedAssemblies().Concat(typeof(FFmpegLibrary).Assembly.GetReferencedAssemblies())
            .Any(name => name.Name!.StartsWith("ConfEngine.StandIns.", StringComparison.Ordinal))
            ? "stand-ins for Silk.NET, FFmpeg.AutoGen, Concentus, McMaster.NETCore.Plugins and MessagePack (engine/StandIns)"
            : "genuine Silk.NET, FFmpeg.AutoGen, Concentus, McMaster.NETCore.Plugins and MessagePack";

    private void Codecs()
    {
        _report.Heading("Codecs");
        try
        {
            _report.Good("FFmpeg", FFmpegLibrary.Versions);
        }
        catch (MediaException exception)
        {
            _report.Failure("FFmpeg", exception.Message);
            return;
        }

        var lacking = s_decoders.Where(name => !FFmpegLibrary.HasDecoder(name)).ToList();
        if (lacking.Count == 0) _report.Good("decoders", string.Join(", ", s_decoders));
        else _report.Lack("decoders", $"{string.Join(", ", lacking)} missing: apt-get install libavcodec-extra59");
        foreach (var (name, purpose) in s_encoders)
        {
            if (FFmpegLibrary.HasEncoder(name)) _report.Good($"encoder {name}", purpose);
            else _report.Lack($"encoder {name}", $"missing, for {purpose}: apt-get install libavcodec59 from Debian's main archive");
        }
    }

    private void Drawing()
    {
        _report.Heading("Drawing");
        using var trial = new CompositorTrial(clock, PixelLayout.None);
        Try(CompositorPreference.Software, trial);
        Try(CompositorPreference.Gpu, trial);
        var choice = CompositorChoice.Make(new CompositorRequest { Clock = clock });
        _report.Good("auto chooses", choice.Reason);
        choice.Compositor.Dispose();
        if (Environment.GetEnvironmentVariable("DISPLAY") is null or "" && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null or "")
            _report.Note("window", "none: neither DISPLAY nor WAYLAND_DISPLAY is set; the kiosk runs headless");
        else
            _report.Good("window", "a display is named in the environment");
    }

    private void Try(CompositorPreference preference, CompositorTrial trial)
    {
        try
        {
            var choice = CompositorChoice.Make(new CompositorRequest { Clock = clock, Preference = preference });
            using var compositor = choice.Compositor;
            if (choice.Driver is { } driver) _report.Good("OpenGL", $"{driver.Version}, {driver.Renderer}, {driver.Vendor}");
            _report.Good(compositor.Name, $"{Milliseconds(trial.Run(compositor))} for a 1080p frame with 9 tiles");
        }
        catch (MediaException exception)
        {
            _report.Lack("OpenGL", exception.Message);
        }
    }

    private void Sound()
    {
        _report.Heading("Sound");
        foreach (var device in AudioDevices.List())
        {
            if (device.IsUsable) _report.Good(device.Spec, device.Name);
            else _report.Lack(device.Spec, device.Remedy);
        }

        _report.Heading("Microphones");
        foreach (var device in AudioDevices.ListCapture())
        {
            if (device.IsUsable) _report.Good(device.Spec, device.Name);
            else _report.Lack(device.Spec, device.Remedy);
        }
    }

    private void Plugins()
    {
        _report.Heading("Plugins");
        if (File.Exists(PluginPlaces.Runner)) _report.Good("runner", "for .NET plugins in a process of their own");
        else _report.Failure("runner", $"{PluginPlaces.Runner} is missing: build the program with ./run");
        var users = PluginPlaces.UsersOf(StateFolder.Default());
        foreach (var folder in new[] { PluginPlaces.BuiltIn, users }.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal)) Plugin(folder);
        _report.Note("yours belong in", users);
    }

    // By their manifests: whether they start is shown by `plugin list` of a running kiosk.
    private void Plugin(string folder)
    {
        var file = Path.Combine(folder, PluginManifest.FileName);
        if (!File.Exists(file)) return;
        try
        {
            var manifest = ManifestFile.Read(file);
            _report.Good(manifest.Id, $"{manifest.Version}: {string.Join(", ", manifest.Capabilities)}");
        }
        catch (MediaException wrong)
        {
            _report.Lack(Path.GetFileName(folder), wrong.Message);
        }
    }

    private void Fonts()
    {
        _report.Heading("Fonts");
        var fonts = FontSet.FindInstalled();
        if (fonts.Fonts.Count == 0)
        {
            _report.Lack("fonts", "none: names and pages stay without letters; apt-get install fonts-noto-core fonts-noto-cjk fonts-symbola");
            return;
        }

        _report.Good("fonts", $"{fonts.Fonts.Count} found: {fonts.Describe()}");
        using var text = new TextRenderer(fonts);
        foreach (var (script, sample, package) in new[] { ("Latin", "A", "fonts-noto-core"), ("Chinese", "会", "fonts-noto-cjk"), ("Arabic", "ع", "fonts-noto-core"), ("emoji", "🎧", "fonts-symbola") })
        {
            if (text.Covers(sample)) _report.Good(script, sample);
            else _report.Lack(script, $"no font has {sample}: apt-get install {package}");
        }
    }

    private static string Milliseconds(MediaTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Milliseconds:0.0} ms");
}
