using ConfEngine.Audio.Speech;

namespace ConfEngine.Audio.Tests.Speech;

public class SpeakerDetectorTests
{
    /// <summary>Each case: phases of "blocks:levelA,levelB" ("-" for silent) and, behind the arrow, who is the speaker at its
    /// end.</summary>
    [Theory]
    [InlineData("50:-,- > none")]
    [InlineData("9:-20,- > none")]
    [InlineData("10:-20,- > A")]
    [InlineData("50:-20,- > A; 49:-20,-10 > A")]
    [InlineData("50:-20,- > A; 51:-20,-10 > B")]
    [InlineData("50:-20,- > A; 300:-20,-19 > A")]
    [InlineData("50:-20,- > A; 19:-,-30 > A")]
    [InlineData("50:-20,- > A; 20:-,-30 > B")]
    [InlineData("50:-20,- > A; 199:-,- > A; 1:-,- > none")]
    [InlineData("50:-20,- > A; 150:-,- > A; 5:-20,- > A; 150:-,- > A")]
    [InlineData("50:-20,- > A; 30:-20,-10 > A; 1:-20,- > A; 30:-20,-10 > A")]
    [InlineData("50:-20,-40 > A; 250:-,- > none; 10:-,-40 > B")]
    public void Table(string script)
    {
        var detector = new SpeakerDetector();
        SpeakerCandidate[] people = [new(), new()];
        foreach (var phase in script.Split("; "))
        {
            var parts = phase.Split(':', '>');
            var levels = parts[1].Trim().Split(',');
            for (var i = 0; i < 2; i++)
            {
                people[i].IsSpeaking = levels[i] != "-";
                people[i].Level = people[i].IsSpeaking ? float.Parse(levels[i]) : DecibelMath.Silence;
            }

            for (var i = 0; i < int.Parse(parts[0]); i++) detector.Update(people);
            var name = detector.Current is null ? "none" : ReferenceEquals(detector.Current, people[0]) ? "A" : "B";
            Assert.Equal(parts[2].Trim(), name);
        }
    }

    [Fact]
    public void One_who_leaves_is_no_longer_the_speaker()
    {
        var detector = new SpeakerDetector();
        var gone = new SpeakerCandidate { IsSpeaking = true, Level = -20 };
        for (var i = 0; i < 20; i++) detector.Update([gone]);
        Assert.Same(gone, detector.Current);
        Assert.Null(detector.Update([new SpeakerCandidate()]));
    }
}
