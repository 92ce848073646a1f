using ConfEngine.Graphics.Compositor.Software;

namespace ConfEngine.Compositor.Tests.Software;

public sealed class ScaleFilterTests
{
    public static TheoryData<double, double, int, int, int[], byte[]> Tables => new()
    {
        // start, step, count, length: first indices, weights
        { 0, 1, 4, 4, [0, 1, 2, 3], [128, 128, 128, 128] },
        { 1, 1, 2, 4, [1, 2], [128, 128] },
        { 0, 0.5, 4, 2, [0, 0, 0, 0], [128, 0, 96, 32, 32, 96, 0, 128] },
        { 0, 2, 2, 4, [0, 1], [64, 48, 16, 16, 48, 64] },
        { 0.5, 1, 2, 3, [0, 1], [64, 64, 64, 64] },
        { 0, 3, 1, 3, [0], [43, 42, 43] },
        { -2, 1, 3, 2, [0, 0, 0], [128, 128, 128] },
        { 0, 5, 1, 1, [0], [128] },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Tables_are_the_triangle_s(double start, double step, int count, int length, int[] first, byte[] weights)
    {
        var filter = new ScaleFilter();
        filter.Build(start, step, count, length);
        Assert.Equal(first, filter.First.ToArray());
        Assert.Equal(weights, filter.Weights.ToArray());
    }

    [Fact]
    public void Copies_are_recognised()
    {
        var filter = new ScaleFilter();
        filter.Build(3, 1, 5, 10);
        Assert.True(filter.IsCopy);
        filter.Build(3.5, 1, 5, 10);
        Assert.False(filter.IsCopy);
        filter.Build(6, 1, 5, 10);
        Assert.False(filter.IsCopy, "the last sample repeats");
    }

    [Fact]
    public void Weights_add_up_and_windows_stay_inside()
    {
        var random = new Random(7);
        var filter = new ScaleFilter();
        for (var n = 0; n < 500; n++)
        {
            var length = random.Next(1, 400);
            var count = random.Next(1, 300);
            filter.Build(random.NextDouble() * length - 1, Math.Pow(2, random.NextDouble() * 10 - 4), count, length);
            for (var i = 0; i < count; i++)
            {
                Assert.Equal(ScaleFilter.One, filter.Weights.Slice(i * filter.Taps, filter.Taps).ToArray().Sum(w => w));
                Assert.InRange(filter.First[i], i == 0 ? 0 : filter.First[i - 1], length - filter.Taps);
            }
        }
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void Nonsense_is_refused(double start, double step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaleFilter().Build(start, step, 1, 1));
}
