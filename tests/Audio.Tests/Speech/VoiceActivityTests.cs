using ConfEngine.Audio.Speech;

namespace ConfEngine.Audio.Tests.Speech;

public class VoiceActivityTests
{
    [Theory]
    // level before, level then, blocks at that level, speaking at the end
    [InlineData(-80, -25, 4, false)]
    [InlineData(-80, -25, 5, true)]
    [InlineData(-80, -55, 50, false)]
    [InlineData(-45, -40, 50, false)]
    [InlineData(-45, -25, 50, true)]
    public void Starts_when_loud_above_the_room_for_long_enough(float before, float then, int blocks, bool speaking)
    {
        var activity = new VoiceActivity();
        for (var i = 0; i < 2000; i++) activity.Update(before);
        Assert.False(activity.IsSpeaking);
        for (var i = 0; i < blocks; i++) activity.Update(then);
        Assert.Equal(speaking, activity.IsSpeaking);
    }

    [Fact]
    public void Bridges_the_gaps_between_words_and_ends_after_the_hold()
    {
        var activity = new VoiceActivity();
        for (var word = 0; word < 10; word++)
        {
            for (var i = 0; i < 15; i++) activity.Update(-25);
            for (var i = 0; i < 30; i++) Assert.True(activity.Update(-70));
        }

        for (var i = 0; i < 10; i++) activity.Update(-70);
        Assert.False(activity.IsSpeaking);
    }
}
