using ConfEngine.Runtime.Sources;

namespace ConfEngine.Kiosk.Commands;

/// <summary>Nine people from everywhere who take turns to speak: what a newcomer sees first.</summary>
internal static class DemoWall
{
    private static readonly string[] s_names =
    [
        "Ana García", "王小明", "محمد علي", "Zoë Brontë 🎧", "Дарья Орлова", "김서연", "अनन्या शर्मा", "Θάλεια Νίκου", "דנה כהן",
    ];

    /// <summary>Their streams: H.264 and Opus, encoded and decoded while you watch.</summary>
    public static IReadOnlyList<SourceSpec> Sources() =>
    [
        .. s_names.Select((name, index) => new SourceSpec
        {
            Uri = $"test:codec=h264:beep=off:hue={index * 360 / s_names.Length}:talk={index}/{s_names.Length}/3",
            Name = name,
        }),
    ];
}
