namespace ConfEngine.Audio.Devices;

/// <summary>Looks whether the machine has anything that makes sound, before OpenAL is asked: on a machine without, its back ends take
/// their time to find out and write a page of complaints to the terminal.</summary>
internal static class SoundSystem
{
    /// <summary>True when a sound card or a sound server may be there.</summary>
    public static bool IsPresent() => HasServer() || HasCard("/dev/snd", "pcm*p");

    /// <summary>True when a microphone or a sound server may be there.</summary>
    public static bool CanCapture() => HasServer() || HasCard("/dev/snd", "pcm*c");

    private static bool HasServer() =>
        HasVariable("ALSOFT_DRIVERS") || HasVariable("PULSE_SERVER")
        || HasPulseSocket(Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"));

    private static bool HasVariable(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));

    // pcmC0D0p: the play-back side of device 0 of card 0; pcmC0D0c the other one.
    private static bool HasCard(string folder, string pattern) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, pattern).Any();

    private static bool HasPulseSocket(string? runtimeFolder) =>
        File.Exists("/run/pulse/native") || (runtimeFolder is not null && File.Exists(Path.Combine(runtimeFolder, "pulse", "native")));
}
