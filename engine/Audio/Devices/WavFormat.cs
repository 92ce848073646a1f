namespace ConfEngine.Audio.Devices;

/// <summary>How samples lie in a WAV file.</summary>
public enum WavFormat
{
    /// <summary>16-bit signed integers.</summary>
    Pcm16,

    /// <summary>32-bit floating point.</summary>
    Float32,
}
