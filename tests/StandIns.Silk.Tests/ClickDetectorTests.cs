using System.Numerics;
using Silk.NET.Input;
using Silk.NET.Input.Glfw;

namespace ConfEngine.StandIns.Silk.Tests;

public sealed class ClickDetectorTests
{
    private readonly List<string> _told = [];
    private readonly ClickDetector _clicks;

    public ClickDetectorTests() => _clicks = new ClickDetector(button => _told.Add($"click {button}"), button => _told.Add($"double {button}"));

    [Fact]
    public void TwoQuickPressesAreOneDoubleClick()
    {
        _clicks.Press(MouseButton.Left, new Vector2(10, 10), 1.0);
        _clicks.Press(MouseButton.Left, new Vector2(12, 9), 1.4);
        _clicks.Update(9);

        Assert.Equal(["double Left"], _told);
    }

    [Fact]
    public void OnePressIsAClickWhenItsTimeIsOver()
    {
        _clicks.Press(MouseButton.Right, default, 1.0);
        _clicks.Update(1.4);
        Assert.Empty(_told);

        _clicks.Update(1.6);
        Assert.Equal(["click Right"], _told);
    }

    [Theory]
    [InlineData(MouseButton.Right, 10, 1.1)]
    [InlineData(MouseButton.Left, 20, 1.1)]
    [InlineData(MouseButton.Left, 10, 2.0)]
    public void AnotherButtonPlaceOrTimeMakesTwoClicks(MouseButton second, float x, double seconds)
    {
        _clicks.Press(MouseButton.Left, new Vector2(10, 10), 1.0);
        _clicks.Press(second, new Vector2(x, 10), seconds);
        _clicks.Update(9);

        Assert.Equal(["click Left", $"click {second}"], _told);
    }
}
