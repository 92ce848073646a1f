using ConfEngine.Kiosk.Plugins;

namespace ConfEngine.Kiosk.Tests.Plugins;

public sealed class PluginNameTests
{
    [Theory]
    [InlineData("Acme", "booking", "acme.booking", "Acme", "AcmePlugin")]
    [InlineData("acme-rooms", "external-sync", "acme-rooms.external-sync", "acme_rooms", "AcmeRoomsPlugin")]
    [InlineData("Acme.Rooms", "telephony", "acme.rooms.telephony", "Acme.Rooms", "AcmeRoomsPlugin")]
    [InlineData("acme.booking", "booking", "acme.booking", "acme.booking", "AcmeBookingPlugin")]
    [InlineData("a_b", "booking", "a-b.booking", "a_b", "ABPlugin")]
    public void A_name_gives_all_others(string text, string capability, string id, string space, string type)
    {
        Assert.True(PluginName.TryParse(text, capability, out var name));
        Assert.Equal((text, id, space, type), (name.Folder, name.Id, name.Namespace, name.Type));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7up")]
    [InlineData("a b")]
    [InlineData("../a")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("a.7")]
    [InlineData("名")]
    [InlineData("class")]
    [InlineData("x.new")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_name_is_refused(string text) => Assert.False(PluginName.TryParse(text, "booking", out _));
}
