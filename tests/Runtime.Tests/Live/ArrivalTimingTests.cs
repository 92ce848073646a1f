using ConfEngine.Core.Time;
using ConfEngine.Runtime.Live;

namespace ConfEngine.Runtime.Tests.Live;

public sealed class ArrivalTimingTests
{
    private static readonly Instant s_start = new(5_000_000_000);

    [Fact]
    public void Without_jitter_a_picture_is_due_as_soon_as_it_has_come()
    {
        var timing = new ArrivalTiming();
        for (var i = 0; i < 300; i++) timing.OnFrame(At(i), s_start + At(i));
        Assert.Equal(MediaTime.Zero, timing.Patience);
        var due = timing.PositionAt(s_start + At(299) + MediaTime.FromMilliseconds(5));
        Assert.InRange((due - At(299)).Milliseconds, 0, 5);
    }

    [Fact]
    public void Patience_is_as_long_as_the_slowest_of_late_frames_and_shrinks_again()
    {
        var timing = new ArrivalTiming();
        for (var i = 0; i < 60; i++) timing.OnFrame(At(i), s_start + At(i) + MediaTime.FromMilliseconds(i % 10 == 0 ? 40 : 0));
        Assert.InRange(timing.Patience.Milliseconds, 30, 41);
        for (var i = 60; i < 400; i++) timing.OnFrame(At(i), s_start + At(i));
        Assert.Equal(MediaTime.Zero, timing.Patience);
    }

    [Fact]
    public void Patience_has_an_end()
    {
        var timing = new ArrivalTiming();
        for (var i = 0; i < 60; i++) timing.OnFrame(At(i), s_start + At(i) + MediaTime.FromMilliseconds(i % 2 * 900));
        Assert.Equal(ArrivalTiming.MaxPatience, timing.Patience);
    }

    [Fact]
    public void A_time_line_that_begins_anew_is_followed_at_once()
    {
        var timing = new ArrivalTiming();
        for (var i = 0; i < 60; i++) timing.OnFrame(At(i), s_start + At(i));
        var restart = s_start + MediaTime.FromSeconds(60);
        timing.OnFrame(At(0), restart);
        Assert.InRange((timing.PositionAt(restart) - At(0)).Milliseconds, -10, 0);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(-200)]
    public void A_sender_whose_clock_is_off_is_followed_over_an_hour(int partsPerMillion)
    {
        var timing = new ArrivalTiming();
        var now = s_start;
        for (var i = 0; i < 30 * 3600; i++)
        {
            now = s_start + new MediaTime((long)(At(i).Nanoseconds * (1 + partsPerMillion * 1e-6)));
            timing.OnFrame(At(i), now);
        }

        Assert.InRange((timing.PositionAt(now) - At(30 * 3600 - 1)).Milliseconds, -15, 1);
    }

    private static MediaTime At(long frame) => MediaTime.FromUnits(frame, 30);
}
