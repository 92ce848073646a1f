using ConfEngine.Graphics.Invitations;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Tests.Text;

namespace ConfEngine.Graphics.Tests.Invitations;

public sealed class InvitationCardTests(TextFixture text) : IClassFixture<TextFixture>
{
    private static readonly Invitation s_invitation = new("Join lobby", "https://192.168.1.20:8443", "K7QF-2M9P", "https://192.168.1.20:8443/join/lobby#t=K7QF2M9P");
    private readonly Scene _scene = new();

    [Theory]
    [InlineData(900, 400)]
    [InlineData(400, 500)]
    [InlineData(300, 170)]
    public void Everything_lies_on_the_card(int width, int height)
    {
        var area = new Rect(10, 20, width, height);
        using var card = new InvitationCard(text.Renderer);
        _scene.Begin(1920, 1080);
        card.Draw(_scene, s_invitation, area, 8);
        Assert.Equal(6, _scene.Layers.Length);
        foreach (var layer in _scene.Layers) Assert.True(area.Contains(layer.Bounds), $"{layer.Kind} at {layer.Bounds}");
    }

    [Fact]
    public void A_card_too_small_for_a_code_shows_none_and_harms_nothing()
    {
        using var card = new InvitationCard(text.Renderer);
        _scene.Begin(64, 36);
        card.Draw(_scene, s_invitation, new Rect(0, 0, 32, 18), 2);
        Assert.Equal(LayerKind.Fill, Assert.Single(_scene.Layers.ToArray()).Kind);
    }

    [Fact]
    public void The_code_is_drawn_once_for_a_size_and_nothing_is_allocated_afterwards()
    {
        using var card = new InvitationCard(text.Renderer);
        _scene.Begin(1920, 1080);
        card.Draw(_scene, s_invitation, new Rect(0, 0, 900, 400), 8);
        var first = _scene.Layers.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _scene.Begin(1920, 1080);
        card.Draw(_scene, s_invitation, new Rect(0, 0, 900, 400), 8);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, _scene.Layers.ToArray());
    }

    /// <summary>The three finder patterns of ISO/IEC 18004, 5.3.2: seven modules, dark, light, dark three wide, light, dark.</summary>
    [Fact]
    public void The_code_has_its_finder_patterns_and_a_quiet_zone_of_four_modules()
    {
        var modules = QrModules.Encode(s_invitation.Link);
        using var mask = modules.Draw(modules.Side + 2 * QrModules.QuietZone)!;
        var far = QrModules.QuietZone + modules.Side - 7;
        foreach (var (x, y) in ((int, int)[])[(QrModules.QuietZone, QrModules.QuietZone), (far, QrModules.QuietZone), (QrModules.QuietZone, far)])
            Assert.Equal(new byte[] { 255, 0, 255, 255, 255, 0, 255 }, mask.Row(y + 3).Slice(x, 7).ToArray());
        for (var i = 0; i < QrModules.QuietZone; i++) Assert.True(mask.Row(i).IndexOfAnyExcept((byte)0) < 0);
    }
}
