using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Kiosk.Bots;

/// <summary>Shows one film without end. A receiver that needs a key frame is answered by beginning the film again: the positions go on, so nobody
/// else is disturbed. One thread owns it.</summary>
/// <param name="film">What to show.</param>
/// <param name="stream">Where it goes.</param>
/// <param name="began">When position 0 is.</param>
internal sealed class FilmPlayer(Film film, ILocalStream stream, Instant began)
{
    private readonly int[] _next = new int[film.Layers.Count];
    private readonly bool[] _waitsForKeyFrame = new bool[film.Layers.Count];
    private long _frame;
    private long _sound;

    /// <summary>Pictures and sounds that the node did not take.</summary>
    public long Dropped { get; private set; }

    /// <summary>When the next picture or sound is due.</summary>
    public Instant Due
    {
        get
        {
            var sound = began + Film.SoundTime(_sound);
            var frame = began + Film.FrameTime(_frame);
            return film.Layers.Count > 0 && frame < sound ? frame : sound;
        }
    }

    /// <summary>Hands over what is due.</summary>
    public void Turn(Instant now)
    {
        while (began + Film.SoundTime(_sound) <= now) WriteSound();
        while (film.Layers.Count > 0 && began + Film.FrameTime(_frame) <= now) WriteFrames();
    }

    private void WriteSound()
    {
        ref readonly var sound = ref film.Sounds[_sound % film.Sounds.Length];
        if (!stream.TryWriteAudio(sound.Data, Film.SoundTime(_sound), sound.Level, sound.IsSpeech)) Dropped++;
        _sound++;
    }

    private void WriteFrames()
    {
        for (var layer = 0; layer < film.Layers.Count; layer++)
        {
            if (stream.TakeKeyFrameWish(layer) || _waitsForKeyFrame[layer]) _next[layer] = 0;
            var frames = film.Layers[layer];
            ref readonly var frame = ref frames[_next[layer]];
            _waitsForKeyFrame[layer] = !stream.TryWriteVideo(layer, frame.Data, frame.IsKeyFrame, Film.FrameTime(_frame));
            if (_waitsForKeyFrame[layer]) Dropped++;
            _next[layer] = (_next[layer] + 1) % frames.Length;
        }

        _frame++;
    }
}
