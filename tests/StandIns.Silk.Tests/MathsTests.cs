using Silk.NET.Maths;

namespace ConfEngine.StandIns.Silk.Tests;

public sealed class MathsTests
{
    [Fact]
    public void VectorsAddScaleAndDivideByElement()
    {
        var a = new Vector2D<int>(7, -3);
        var b = new Vector2D<int>(2, 5);

        Assert.Equal(new Vector2D<int>(9, 2), a + b);
        Assert.Equal(new Vector2D<int>(5, -8), a - b);
        Assert.Equal(new Vector2D<int>(14, -15), a * b);
        Assert.Equal(new Vector2D<int>(3, -1), a / 2);
        Assert.Equal(new Vector2D<int>(14, -6), 2 * a);
        Assert.Equal(new Vector2D<int>(-7, 3), -a);
        Assert.True(a != b);
    }

    [Fact]
    public void LengthFollowsTheElementType()
    {
        Assert.Equal(5, new Vector2D<int>(3, 4).Length);
        Assert.Equal(2, new Vector2D<int>(2, 2).Length);
        Assert.Equal(Math.Sqrt(8), new Vector2D<double>(2, 2).Length, 12);
        Assert.Equal(25f, new Vector2D<float>(3, 4).LengthSquared);
    }

    [Fact]
    public void ConversionCutsTheFraction()
    {
        Assert.Equal(new Vector2D<int>(2, -2), new Vector2D<float>(2.9f, -2.9f).As<int>());
        Assert.Equal(new Vector2D<double>(2, -2), new Vector2D<int>(2, -2).As<double>());
    }

    [Fact]
    public void IndexerKnowsTwoElements()
    {
        Assert.Equal(4, new Vector2D<int>(4, 5)[0]);
        Assert.Equal(5, new Vector2D<int>(4, 5)[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Vector2D<int>(4, 5)[2]);
        Assert.Equal(8, new Vector4D<int>(5, 6, 7, 8)[3]);
    }

    [Fact]
    public void RectangleHoldsItsEdges()
    {
        var rectangle = new Rectangle<int>(10, 20, 30, 40);

        Assert.Equal(new Vector2D<int>(40, 60), rectangle.Max);
        Assert.Equal(new Vector2D<int>(25, 40), rectangle.Center);
        Assert.True(rectangle.Contains(new Vector2D<int>(10, 20)));
        Assert.True(rectangle.Contains(new Vector2D<int>(40, 60)));
        Assert.False(rectangle.Contains(new Vector2D<int>(41, 60)));
        Assert.True(rectangle.Contains(new Rectangle<int>(10, 20, 30, 40)));
        Assert.False(rectangle.Contains(new Rectangle<int>(10, 20, 31, 40)));
        Assert.Equal(rectangle, new Rectangle<int>(new Vector2D<int>(10, 20), 30, 40));
    }
}
