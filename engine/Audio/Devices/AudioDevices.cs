using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Finds the device that a command line asks for.</summary>
public static class AudioDevices
{
    /// <summary>The words <see cref="Open"/> understands, for a usage text.</summary>
    public const string Specs = "auto | openal | null | FILE.wav";

    /// <summary>True for what <see cref="Open"/> understands.</summary>
    public static bool IsSpec(string spec) => spec is "auto" or "openal" or "null" || spec.EndsWith(".wav", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens a device.</summary>
    /// <param name="spec">"auto" (the sound card, or "null" where there is none), "openal", "null", or a file name that ends in
    /// .wav.</param>
    /// <param name="clock">Sets the pace of devices without a clock of their own.</param>
    /// <exception cref="MediaException">The spec is not one of these, or the device it names cannot be opened.</exception>
    public static IAudioDevice Open(string spec, IClock clock) => spec switch
    {
        "auto" => OpenBest(clock),
        "null" => new NullDevice(clock),
        "openal" => new OpenAlDevice(clock),
        _ when IsSpec(spec) => new WavFileDevice(spec, clock),
        _ => throw new MediaException($"'{spec}' is not an audio output; use one of {Specs}"),
    };

    /// <summary>The words <see cref="OpenCapture"/> understands, for a usage text.</summary>
    public const string CaptureSpecs = "auto | openal | null | test | tone | FILE.wav";

    /// <summary>True for what <see cref="OpenCapture"/> understands.</summary>
    public static bool IsCaptureSpec(string spec) => spec is "test" or "tone" || IsSpec(spec);

    /// <summary>Opens a device that captures.</summary>
    /// <param name="spec">"auto" (the microphone, or "null" where there is none), "openal", "null", "test" (a synthetic speaker), "tone",
    /// or the name of a file that ends in .wav and is played over and over.</param>
    /// <param name="clock">Stamps the blocks, and sets the pace of devices without a clock of their own.</param>
    /// <exception cref="MediaException">The spec is not one of these, or the device it names cannot be opened.</exception>
    public static IAudioCapture OpenCapture(string spec, IClock clock) => spec switch
    {
        "auto" => OpenBestCapture(clock),
        "null" => new NullCapture(),
        "openal" => new OpenAlCapture(clock),
        "test" => new PacedCapture("test (synthetic voice)", new CapturedVoice(), clock),
        "tone" => new PacedCapture("tone (440 Hz)", new CapturedTone(), clock),
        _ when IsCaptureSpec(spec) => new PacedCapture($"file {spec}", new CapturedFile(WavReader.ReadStereo(spec)), clock),
        _ => throw new MediaException($"'{spec}' is not an audio input; use one of {CaptureSpecs}"),
    };

    /// <summary>What can be captured on this machine. Opens the microphone for a moment.</summary>
    public static IReadOnlyList<AudioDeviceInfo> ListCapture()
    {
        var devices = new List<AudioDeviceInfo>();
        try
        {
            var used = OpenAlInput.Probe();
            devices.Add(new AudioDeviceInfo("openal", used, true, ""));
            foreach (var name in OpenAlInput.ListNames().Where(name => name != used))
                devices.Add(new AudioDeviceInfo("openal", name, false, "make it the system's default input"));
        }
        catch (MediaException failure)
        {
            devices.Add(new AudioDeviceInfo("openal", "microphone", false, failure.Message));
        }

        devices.Add(new AudioDeviceInfo("null", "no microphone", true, ""));
        devices.Add(new AudioDeviceInfo("test", "synthetic voice", true, ""));
        devices.Add(new AudioDeviceInfo("FILE.wav", "WAV file", true, ""));
        return devices;
    }

    /// <summary>What there is on this machine. Opens the sound card for a moment; a sound that is playing goes on.</summary>
    public static IReadOnlyList<AudioDeviceInfo> List()
    {
        var devices = new List<AudioDeviceInfo>();
        try
        {
            var used = OpenAlOutput.Probe();
            devices.Add(new AudioDeviceInfo("openal", used, true, ""));
            foreach (var name in OpenAlOutput.ListNames().Where(name => name != used))
                devices.Add(new AudioDeviceInfo("openal", name, false, "make it the system's default output"));
        }
        catch (MediaException failure)
        {
            devices.Add(new AudioDeviceInfo("openal", "sound card", false, failure.Message));
        }

        devices.Add(new AudioDeviceInfo("null", "no sound, in time", true, ""));
        devices.Add(new AudioDeviceInfo("FILE.wav", "WAV file", true, ""));
        return devices;
    }

    private static IAudioCapture OpenBestCapture(IClock clock)
    {
        try
        {
            return new OpenAlCapture(clock);
        }
        catch (MediaException failure)
        {
            return new NullCapture(failure.Message);
        }
    }

    private static IAudioDevice OpenBest(IClock clock)
    {
        try
        {
            return new OpenAlDevice(clock);
        }
        catch (MediaException failure)
        {
            return new NullDevice(clock, failure.Message);
        }
    }
}
