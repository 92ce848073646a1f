using ConfEngine.Control.Http;

namespace ConfEngine.Control.Tests.Http;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://localhost:0", "http://127.0.0.1:0")]
    [InlineData("https://*:8443/", "https://0.0.0.0:8443")]
    [InlineData("[::1]:65535", "http://[::1]:65535")]
    public void An_address_is_read(string text, string expected)
    {
        Assert.True(ListenAddress.TryParse(text, out var address));
        Assert.Equal(expected, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("8080")]
    [InlineData(":8080")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("127.0.0.1:+1")]
    [InlineData("::1:8080")]
    [InlineData("[127.0.0.1]:80")]
    [InlineData("kiosk.example:80")]
    [InlineData("ftp://127.0.0.1:21")]
    public void Anything_else_is_refused(string text) => Assert.False(ListenAddress.TryParse(text, out _));
}
