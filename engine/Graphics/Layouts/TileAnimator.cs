using ConfEngine.Core.Time;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Layouts;

/// <summary>Lets tiles glide to their new places. A tile that was not on the canvas appears at its place at once; so does everything after
/// a change of the canvas' size, where old places mean nothing. Allocates only when there are more tiles than ever before.</summary>
/// <param name="duration">How long a move takes; zero or less places everything at once, as offline composing wants it.</param>
public sealed class TileAnimator(MediaTime duration)
{
    private Move[] _moves = new Move[64];
    private Move[] _next = new Move[64];
    private int _count;
    private int _width;
    private int _height;

    /// <summary>How long a move on a wall takes: long enough to be followed, too short to be waited for.</summary>
    public static MediaTime DefaultDuration => MediaTime.FromMilliseconds(250);

    /// <summary>True when a tile had not arrived at the last call of <see cref="Step"/>: the next frame will differ even if nothing else changes.</summary>
    public bool IsMoving { get; private set; }

    /// <summary>Replaces the final places by those at <paramref name="now"/>.</summary>
    /// <param name="width">Canvas width.</param>
    /// <param name="height">Canvas height.</param>
    /// <param name="ids">Who the tiles are; each id once.</param>
    /// <param name="places">Where they belong; changed in place. As many as ids.</param>
    /// <param name="now">The time of this frame; does not run backwards.</param>
    public void Step(int width, int height, ReadOnlySpan<int> ids, Span<TilePlacement> places, MediaTime now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(places.Length, ids.Length, nameof(places));
        if (ids.Length > _next.Length) Grow(ids.Length);
        var forget = duration <= MediaTime.Zero || width != _width || height != _height;
        (_width, _height) = (width, height);
        IsMoving = false;
        for (var i = 0; i < ids.Length; i++)
        {
            var known = forget ? -1 : IndexOf(ids[i], i);
            var move = known < 0
                ? new Move(ids[i], places[i].Bounds, places[i].Bounds, now)
                : Continue(_moves[known], places[i].Bounds, now);
            _next[i] = move;
            if (!places[i].IsVisible) continue;
            places[i] = places[i] with { Bounds = At(move, now) };
            IsMoving |= places[i].Bounds != move.To;
        }

        (_moves, _next) = (_next, _moves);
        _count = ids.Length;
    }

    private Move Continue(Move move, Rect to, MediaTime now)
    {
        if (to == move.To) return move;
        return move.To.IsEmpty || to.IsEmpty ? move with { From = to, To = to, Start = now } : move with { From = At(move, now), To = to, Start = now };
    }

    private Rect At(Move move, MediaTime now)
    {
        var elapsed = now - move.Start;
        if (move.From == move.To || elapsed >= duration) return move.To;
        // A cubic that starts fast and settles softly: the eye follows the start and forgives the end.
        var left = 1 - Math.Clamp((double)elapsed.Nanoseconds / duration.Nanoseconds, 0, 1);
        var part = 1 - left * left * left;
        var x = Between(move.From.X, move.To.X, part);
        var y = Between(move.From.Y, move.To.Y, part);
        return new Rect(x, y, Between(move.From.Right, move.To.Right, part) - x, Between(move.From.Bottom, move.To.Bottom, part) - y);
    }

    private static int Between(int from, int to, double part) => Even.Nearest(from + (to - from) * part);

    // Tiles mostly keep their index from frame to frame.
    private int IndexOf(int id, int hint)
    {
        if (hint < _count && _moves[hint].Id == id) return hint;
        for (var i = 0; i < _count; i++)
            if (_moves[i].Id == id)
                return i;
        return -1;
    }

    private void Grow(int length)
    {
        Array.Resize(ref _moves, Math.Max(length, _moves.Length * 2));
        Array.Resize(ref _next, _moves.Length);
    }

    private readonly record struct Move(int Id, Rect From, Rect To, MediaTime Start);
}
