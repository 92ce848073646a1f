using System.Net;
using ConfEngine.Control.Http;
using ConfEngine.Kiosk.Rooms;

namespace ConfEngine.Kiosk.Tests.Rooms;

/// <summary>Which address the wall shows.</summary>
public sealed class PublicAddressesTests
{
    private static readonly IPAddress[] s_machine = [IPAddress.Parse("192.168.1.20"), IPAddress.Parse("fd00::2"), IPAddress.Loopback];

    [Theory]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("https://*:8444", "https://192.168.1.20:8444/ https://127.0.0.1:8444/")]
    [InlineData("https://[::]:8444", "https://192.168.1.20:8444/ https://[fd00::2]:8444/ https://127.0.0.1:8444/")]
    [InlineData("127.0.0.1:8080 https://*:8444", "https://192.168.1.20:8444/ https://127.0.0.1:8444/ http://127.0.0.1:8080/")]
    [InlineData("http://*:8080 https://192.168.1.20:8444", "https://192.168.1.20:8444/ http://192.168.1.20:8080/ http://127.0.0.1:8080/")]
    public void Other_machines_come_before_this_one_and_secure_before_plain(string listen, string expected) =>
        Assert.Equal(expected, string.Join(' ', PublicAddresses.Of(Parse(listen), [], s_machine)));

    [Fact]
    public void The_owners_name_comes_first() =>
        Assert.Equal("https://room7.example:8444/", PublicAddresses.Of(Parse("https://*:8444"), ["room7.example"], s_machine)[0].ToString());

    private static IEnumerable<ListenAddress> Parse(string listen) => listen.Split(' ').Select(text =>
    {
        Assert.True(ListenAddress.TryParse(text, out var address));
        return address!;
    });
}
