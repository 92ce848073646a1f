namespace ConfEngine.Graphics.Wall;

/// <summary>The pictures that the wall draws itself.</summary>
internal enum IconKind : byte
{
    /// <summary>A microphone with a stroke through it.</summary>
    MicrophoneOff,

    /// <summary>Head and shoulders.</summary>
    Person,

    /// <summary>A triangle with an exclamation mark.</summary>
    Warning,

    /// <summary>An open hand, raised.</summary>
    Hand,
}
