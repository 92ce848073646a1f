namespace FFmpeg.AutoGen;

public static class DynamicallyLoadedBindings
{
    /// <summary>
    /// False: the call that misses its library or function throws <see cref="NotSupportedException"/>. True: it throws
    /// <see cref="DllNotFoundException"/> or <see cref="EntryPointNotFoundException"/>, which say what was looked for.
    /// </summary>
    public static bool ThrowErrorIfFunctionNotFound { get; set; }
}
