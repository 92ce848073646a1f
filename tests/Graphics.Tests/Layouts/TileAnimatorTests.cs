using ConfEngine.Core.Time;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Tests.Layouts;

public sealed class TileAnimatorTests
{
    private static readonly Rect s_left = new(0, 0, 100, 60);
    private static readonly Rect s_right = new(800, 400, 300, 200);
    private readonly TileAnimator _animator = new(MediaTime.FromMilliseconds(250));

    [Fact]
    public void The_first_frame_is_final()
    {
        Assert.Equal(s_left, Step(_animator, 0, (1, s_left)));
        Assert.False(_animator.IsMoving);
    }

    [Fact]
    public void A_move_starts_where_the_tile_was_and_ends_where_it_belongs()
    {
        Step(_animator, 0, (1, s_left));
        Assert.Equal(s_left, Step(_animator, 100, (1, s_right)));
        Assert.True(_animator.IsMoving);
        var last = s_left;
        for (var ms = 110; ms < 350; ms += 10)
        {
            var at = Step(_animator, ms, (1, s_right));
            Assert.True(at.X >= last.X && at.Y >= last.Y && at.Right >= last.Right && at.Bottom >= last.Bottom, $"{at} after {last}");
            Assert.True(((at.X | at.Y | at.Width | at.Height) & 1) == 0, $"{at} is odd");
            last = at;
        }

        Assert.NotEqual(s_left, last);
        Assert.Equal(s_right, Step(_animator, 350, (1, s_right)));
        Assert.False(_animator.IsMoving);
    }

    [Fact]
    public void Half_way_it_is_well_past_the_middle()
    {
        Step(_animator, 0, (1, s_left));
        Step(_animator, 100, (1, s_right));
        Assert.Equal(700, Step(_animator, 225, (1, s_right)).X);
    }

    [Fact]
    public void A_new_goal_on_the_way_is_approached_from_where_the_tile_is()
    {
        Step(_animator, 0, (1, s_left));
        Step(_animator, 100, (1, s_right));
        var there = Step(_animator, 150, (1, s_right));
        Assert.Equal(there, Step(_animator, 150, (1, s_left)));
        Assert.Equal(s_left, Step(_animator, 400, (1, s_left)));
    }

    [Fact]
    public void A_tile_keeps_its_move_when_its_index_changes()
    {
        Step(_animator, 0, (1, s_left), (2, s_right));
        var places = Places((2, s_right), (1, s_left));
        _animator.Step(1920, 1080, [2, 1], places, MediaTime.FromMilliseconds(10));
        Assert.Equal([s_right, s_left], places.Select(p => p.Bounds));
        Assert.False(_animator.IsMoving);
    }

    [Fact]
    public void New_and_returning_tiles_appear_at_their_places()
    {
        Step(_animator, 0, (1, s_left));
        Step(_animator, 10, (1, default));
        Assert.Equal(s_right, Step(_animator, 20, (1, s_right)));
        Assert.Equal(s_left, Step(_animator, 30, (5, s_left), (1, s_right)));
    }

    [Fact]
    public void A_new_canvas_size_places_everything_at_once()
    {
        Step(_animator, 0, (1, s_left));
        var places = Places((1, s_right));
        _animator.Step(1280, 720, [1], places, MediaTime.FromMilliseconds(10));
        Assert.Equal(s_right, places[0].Bounds);
    }

    [Fact]
    public void Without_a_duration_nothing_moves()
    {
        var offline = new TileAnimator(MediaTime.Zero);
        Step(offline, 0, (1, s_left));
        Assert.Equal(s_right, Step(offline, 10, (1, s_right)));
        Assert.False(offline.IsMoving);
    }

    [Fact]
    public void A_hundred_tiles_move_without_an_allocation()
    {
        var ids = Enumerable.Range(0, 100).ToArray();
        var places = new TilePlacement[100];
        for (var ms = 0; ms < 20; ms++) Shuffle(ms);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var ms = 20; ms < 100; ms++) Shuffle(ms);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(_animator.IsMoving);

        void Shuffle(int ms)
        {
            for (var i = 0; i < 100; i++) places[i] = new TilePlacement(new Rect((i + ms) * 2, ms * 4, 20, 20), TileRole.Member);
            _animator.Step(1920, 1080, ids, places, MediaTime.FromMilliseconds(ms));
        }
    }

    private static Rect Step(TileAnimator animator, int ms, params (int Id, Rect Bounds)[] tiles)
    {
        var places = Places(tiles);
        animator.Step(1920, 1080, tiles.Select(t => t.Id).ToArray(), places, MediaTime.FromMilliseconds(ms));
        return places[0].Bounds;
    }

    private static TilePlacement[] Places(params (int Id, Rect Bounds)[] tiles) =>
        tiles.Select(t => new TilePlacement(t.Bounds, t.Bounds.IsEmpty ? TileRole.Hidden : TileRole.Member)).ToArray();
}
