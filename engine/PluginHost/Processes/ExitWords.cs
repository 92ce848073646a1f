namespace ConfEngine.PluginHost.Processes;

/// <summary>How a process ended, for people.</summary>
internal static class ExitWords
{
    /// <summary>"exited with code 3", "was killed by signal 9 (SIGKILL)".</summary>
    /// <param name="code">As the framework gives it: 128 and the signal's number for a signal.</param>
    public static string Of(int code) => code is > 128 and <= 128 + 64 ? $"was killed by signal {code - 128}{NameOf(code - 128)}" : $"exited with code {code}";

    private static string NameOf(int signal) => signal switch
    {
        2 => " (SIGINT)",
        4 => " (SIGILL)",
        6 => " (SIGABRT)",
        7 => " (SIGBUS)",
        8 => " (SIGFPE)",
        9 => " (SIGKILL)",
        11 => " (SIGSEGV)",
        13 => " (SIGPIPE)",
        15 => " (SIGTERM)",
        _ => "",
    };
}
