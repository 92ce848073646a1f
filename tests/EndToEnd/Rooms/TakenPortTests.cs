using System.Net;
using System.Net.Sockets;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.EndToEnd.Refusals;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Rooms;

/// <summary>A kiosk whose ports or folders it cannot have says which, and what to do about it.</summary>
public sealed class TakenPortTests
{
    [Fact]
    public void A_taken_port_for_pages_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        Start("--listen", $"127.0.0.1:{port}", "--rtc-port", "0").ExpectRefusal(1, $"port {port} of 127.0.0.1 is taken by another program");
    }

    [Fact]
    public void A_taken_port_for_media_is_named()
    {
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.Client.LocalEndPoint!).Port;
        Start("--listen", "127.0.0.1:0", "--rtc-port", $"{port}").ExpectRefusal(1, $"127.0.0.1:{port} is taken by another program");
    }

    [Fact]
    public void A_state_folder_that_cannot_be_is_named() =>
        Confengine.Run("kiosk", "--headless", "--audio-out", "null", "--duration", "1", "--listen", "127.0.0.1:0", "--rtc-port", "0", "--state", "/proc/nowhere")
            .ExpectRefusal(1, "/proc/nowhere");

    private static TestKit.Processes.Outcome Start(params string[] arguments)
    {
        using var folder = new TempFolder();
        return Confengine.Run(["kiosk", "--headless", "--audio-out", "null", "--duration", "1", "--state", folder["state"], .. arguments]);
    }
}
