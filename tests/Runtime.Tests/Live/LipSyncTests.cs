using ConfEngine.Core.Time;
using ConfEngine.Runtime.Live;

namespace ConfEngine.Runtime.Tests.Live;

public sealed class LipSyncTests
{
    [Fact]
    public void The_picture_taken_with_the_sound_that_is_heard_is_the_one_to_be_seen()
    {
        var sync = new LipSync();
        sync.SetAudio(MediaTime.FromSeconds(1000));
        sync.SetVideo(MediaTime.FromSeconds(990));
        Assert.True(sync.TryMap(MediaTime.FromSeconds(5), MediaTime.FromSeconds(15.1), out var due));
        Assert.Equal(MediaTime.FromSeconds(15), due);
    }

    [Fact]
    public void Without_both_clocks_pictures_go_by_their_arrival()
    {
        var sync = new LipSync();
        sync.SetAudio(MediaTime.FromSeconds(1000));
        Assert.False(sync.TryMap(MediaTime.FromSeconds(5), MediaTime.FromSeconds(7), out var due));
        Assert.Equal(MediaTime.FromSeconds(7), due);
    }

    [Theory]
    [InlineData(0.49, true)]
    [InlineData(0.51, false)]
    [InlineData(-0.51, false)]
    public void Clocks_that_are_too_far_apart_are_not_believed(double apart, bool isBelieved)
    {
        var sync = new LipSync();
        sync.SetAudio(MediaTime.Zero);
        sync.SetVideo(MediaTime.Zero);
        Assert.Equal(isBelieved, sync.TryMap(MediaTime.FromSeconds(5), MediaTime.FromSeconds(5 + apart), out _));
    }
}
