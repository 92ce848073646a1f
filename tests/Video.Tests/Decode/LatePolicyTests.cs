using ConfEngine.Core.Time;
using ConfEngine.Video.Decode;

namespace ConfEngine.Video.Tests.Decode;

public sealed class LatePolicyTests
{
    private readonly LatePolicy _policy = new();

    [Fact]
    public void OnTimeEverythingIsDecoded()
    {
        _policy.Observe(At(1), At(0.95));
        Assert.False(_policy.SkipsUnreferenced);
        Assert.True(_policy.Admits(false, At(1), At(1)));
    }

    [Fact]
    public void ALittleLateUnreferencedPicturesAreSkippedUntilItHasCaughtUp()
    {
        _policy.Observe(At(1), At(0.8));
        Assert.True(_policy.SkipsUnreferenced);
        Assert.True(_policy.Admits(false, At(0.84), At(1)));
        _policy.Observe(At(1), At(0.9));
        Assert.True(_policy.SkipsUnreferenced);
        _policy.Observe(At(1), At(0.97));
        Assert.False(_policy.SkipsUnreferenced);
    }

    [Fact]
    public void FarBehindItWaitsForAKeyFrame()
    {
        _policy.Observe(At(5), At(3));
        Assert.False(_policy.Admits(false, At(3.04), At(5)));
        Assert.True(_policy.Admits(true, At(4.8), At(5)));
        Assert.True(_policy.Admits(false, At(4.84), At(5)));
    }

    [Fact]
    public void FarBehindItDecodesOnWhenTheNextKeyFrameIsNotDueYet()
    {
        Assert.True(_policy.Admits(true, At(0), At(0)));
        Assert.True(_policy.Admits(true, At(4), At(4)));
        _policy.Observe(At(6), At(4.5));
        Assert.True(_policy.Admits(false, At(4.54), At(6)));
        _policy.Observe(At(8.1), At(4.6));
        Assert.False(_policy.Admits(false, At(4.64), At(8.1)));
    }

    [Fact]
    public void OfManyPastKeyFramesOneIsShownNowAndThen()
    {
        _policy.Observe(At(100), At(1));
        Assert.True(_policy.Admits(true, At(2), At(100)));
        _policy.Observe(At(100), At(2));
        Assert.False(_policy.Admits(true, At(4), At(100.1)));
        Assert.False(_policy.Admits(true, At(6), At(100.2)));
        Assert.True(_policy.Admits(true, At(8), At(100.6)));
    }

    private static MediaTime At(double seconds) => MediaTime.FromSeconds(seconds);
}
