using System.Text.RegularExpressions;
using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Browsers;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Rooms;

/// <summary>A kiosk with a room that nobody is in yet, on free ports.</summary>
internal sealed partial class RoomKiosk : IDisposable
{
    private const string Room = "lobby";
    private readonly TempFolder _folder = new();
    private readonly NetworkNamespace? _network;
    private readonly HttpMessageInvoker _http;
    private Child _process;

    public RoomKiosk(NetworkNamespace? network = null)
    {
        _network = network;
        _http = network?.MakeConnector() ?? new HttpMessageInvoker(new SocketsHttpHandler());
        _process = Start(0, 0);
        Base = new Uri(_process.WaitFor(JoinLine()).Groups[1].Value);
        MediaPort = int.Parse(_process.WaitFor(MediaLine()).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The root of its pages.</summary>
    public Uri Base { get; }

    /// <summary>Where media comes in.</summary>
    public int MediaPort { get; }

    /// <summary>Where its user's plugins lie.</summary>
    public string PluginFolder => _folder["state/plugins"];

    /// <summary>The page that walks in by itself.</summary>
    public string Join(string name, string more = "") => $"{Base}join/{Room}?auto=1&name={Uri.EscapeDataString(name)}{more}";

    /// <summary>An address below the room: <c>/whip/lobby</c>.</summary>
    public string Of(string kind, string rest = "") => $"{Base}{kind}/{Room}{rest}";

    /// <summary>The wall as it is now.</summary>
    public Picture Wall()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Base, "wall.png"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var reply = _http.SendAsync(request, patience.Token).GetAwaiter().GetResult();
        reply.EnsureSuccessStatusCode();
        var path = _folder[$"wall-{Guid.NewGuid():N}.png"];
        File.WriteAllBytes(path, reply.Content.ReadAsByteArrayAsync(patience.Token).GetAwaiter().GetResult());
        return Decoded.Still(path);
    }

    /// <summary>Waits until the wall shows something.</summary>
    /// <param name="page">Where the time passes.</param>
    /// <param name="isThere">What is looked for.</param>
    /// <param name="what">Its name, for the message.</param>
    public Picture WaitForWall(BrowserPage page, Predicate<Picture> isThere, string what)
    {
        Picture wall;
        var tries = 0;
        do
        {
            Assert.True(tries++ < 60, $"the wall never showed {what}");
            page.Evaluate("new Promise((done) => setTimeout(done, 500))");
            wall = Wall();
        }
        while (!isThere(wall));
        return wall;
    }

    /// <summary>Posts an SDP and returns the answer.</summary>
    public string Post(string address, string sdp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(sdp, new System.Net.Http.Headers.MediaTypeHeaderValue("application/sdp")) };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var reply = _http.SendAsync(request, patience.Token).GetAwaiter().GetResult();
        var text = reply.Content.ReadAsStringAsync(patience.Token).GetAwaiter().GetResult();
        Assert.True((int)reply.StatusCode == 201, $"{(int)reply.StatusCode}: {text}");
        return text;
    }

    /// <summary>Ends it as a power cut does, and starts it again where it was.</summary>
    public void Restart()
    {
        _process.Kill();
        _process.Dispose();
        _process = Start(Base.Port, MediaPort);
        _process.WaitFor(JoinLine());
    }

    public void Dispose()
    {
        _process.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    private Child Start(int port, int mediaPort)
    {
        string[] command =
        [
            .. _network?.Enter ?? [], Confengine.Program, "kiosk", "--headless", "--empty", "--audio-out", "null", "--size", "960x540", "--fps", "15", "--room", Room, "--listen", $"127.0.0.1:{port}",
            "--rtc-port", $"{mediaPort}", "--state", _folder["state"], "--camera", "none", "--microphone", "none",
        ];
        return Child.Start(command[0], command[1..], Confengine.Prepare);
    }

    [GeneratedRegex(@"join +(http://[^/]+/)join/")]
    private static partial Regex JoinLine();

    [GeneratedRegex(@"media +UDP .*:(\d+)")]
    private static partial Regex MediaLine();
}
