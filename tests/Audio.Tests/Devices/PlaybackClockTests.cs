using ConfEngine.Audio.Devices;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Tests.Devices;

public class PlaybackClockTests
{
    [Fact]
    public void Coarse_reports_become_a_smooth_line()
    {
        var clock = new ManualClock();
        var playback = new PlaybackClock(clock);
        var worst = 0.0;
        var last = double.MinValue;
        for (var i = 0; i < 5000; i++)
        {
            clock.Advance(MediaTime.FromMilliseconds(5));
            // The device moves in steps of 20 ms.
            playback.Report(clock.Now, MediaTime.FromMilliseconds(i * 5 / 20 * 20));
            var position = playback.Position.Milliseconds;
            if (i > 500) worst = Math.Max(worst, Math.Abs(position - last - 5));
            last = position;
        }

        Assert.InRange(worst, 0, 1.5);
        Assert.Equal(5000 * 5 - 12.5, last, 5.0);
    }

    [Fact]
    public void A_jump_is_followed_at_once()
    {
        var clock = new ManualClock();
        var playback = new PlaybackClock(clock);
        playback.Report(clock.Now, MediaTime.Zero);
        playback.Report(clock.Now, MediaTime.FromSeconds(3));
        Assert.Equal(3, playback.Position.Seconds, 1e-6);
    }
}
