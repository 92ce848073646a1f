using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bots;

/// <summary>An encoded picture of a film.</summary>
/// <param name="Data">A VP8 frame or an Annex B access unit.</param>
/// <param name="IsKeyFrame">A decoder can start with it; the first of a film always is.</param>
internal readonly record struct FilmFrame(byte[] Data, bool IsKeyFrame);

/// <summary>An encoded packet of sound.</summary>
/// <param name="Data">20 ms of Opus.</param>
/// <param name="Level">In -dBov.</param>
/// <param name="IsSpeech">Somebody speaks in it.</param>
internal readonly record struct FilmSound(byte[] Data, int Level, bool IsSpeech);

/// <summary>A short piece of a participant's pictures and sound, encoded once and shown over and over by all the bots that share it.</summary>
/// <param name="Layers">The pictures in each size, the smallest first; empty for sound only. All have as many.</param>
/// <param name="Sounds">The sound.</param>
internal sealed record Film(IReadOnlyList<FilmFrame[]> Layers, FilmSound[] Sounds)
{
    /// <summary>Pictures a second.</summary>
    public const int FrameRate = 30;

    /// <summary>Packets of sound a second.</summary>
    public const int SoundRate = 50;

    /// <summary>When picture <paramref name="number"/> is to be shown.</summary>
    public static MediaTime FrameTime(long number) => MediaTime.FromUnits(number, FrameRate);

    /// <summary>When packet <paramref name="number"/> begins.</summary>
    public static MediaTime SoundTime(long number) => MediaTime.FromUnits(number, SoundRate);
}
