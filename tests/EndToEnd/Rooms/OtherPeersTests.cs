using System.Text.RegularExpressions;
using ConfEngine.EndToEnd.Live;
using ConfEngine.TestKit.Browsers;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Rooms;

/// <summary>Whoever else speaks WebRTC or RTP walks in too. Most of them take no loopback address for a network, so they get one with an interface.</summary>
[Collection(LiveCollection.Name)]
public partial class OtherPeersTests
{
    [Fact]
    public void Firefox_and_Chromium_see_and_hear_each_other()
    {
        using var network = new NetworkNamespace();
        network.AddInterface();
        using var kiosk = new RoomKiosk(network);
        using var chromium = Chromium.Launch(network);
        using var firefox = Firefox.Launch(network);
        var ann = chromium.Open(kiosk.Join("Ann"));
        Seen.IsIn(ann);
        var fox = firefox.Open(kiosk.Join("Fox"));
        Seen.IsIn(fox);
        Seen.Others(ann, 1);
        fox.WaitFor("confengine.stats().then((stats) => Object.values(stats).some((one) => one.framesDecoded > 30 && one.audioEnergy > 0))");
    }

    [Theory]
    [InlineData("vp8")]
    [InlineData("h264")]
    public void GStreamer_sends_by_WHIP_and_plays_by_WHEP(string codec)
    {
        using var network = new NetworkNamespace();
        network.AddInterface();
        using var kiosk = new RoomKiosk(network);
        using var chromium = Chromium.Launch(network);
        var ann = chromium.Open(kiosk.Join("Ann"));
        Seen.IsIn(ann);
        using var sender = Connected(() => Script(network, "whip.py", kiosk.Of("whip", "?name=Encoder&stream=gst"), "120", codec));
        Seen.Others(ann, 1);
        kiosk.WaitForWall(ann, picture => Seen.Red(picture) > 0.1, "the red test picture");
        using var player = Script(network, "whep.py", kiosk.Of("whep", "/gst"), "60");
        player.WaitFor(Decoded());
    }

    // GStreamer was seen to hang once in some ten starts on a busy machine, before it had said a word: then it is started again, once.
    private static Child Connected(Func<Child> start)
    {
        var sender = start();
        try
        {
            sender.WaitFor("state connected");
            return sender;
        }
        catch (ChildFailedException)
        {
            sender.Dispose();
            sender = start();
            sender.WaitFor("state connected");
            return sender;
        }
    }

    [Fact]
    public void Ffmpeg_sends_plain_RTP()
    {
        using var folder = new TempFolder();
        using var kiosk = new RoomKiosk();
        using var chromium = Chromium.Launch();
        var ann = chromium.Open(kiosk.Join("Ann"));
        Seen.IsIn(ann);
        // The SDP of what will be sent; its ports are not known yet and stand for themselves.
        var reply = kiosk.Post(kiosk.Of("rooms", "/rtp?name=Encoder&stream=ff"), """
            v=0
            o=- 0 0 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=video 5004 RTP/AVP 96
            a=rtpmap:96 H264/90000
            a=fmtp:96 packetization-mode=1
            m=audio 5006 RTP/AVP 97
            a=rtpmap:97 opus/48000/2
            """.ReplaceLineEndings("\r\n") + "\r\n");
        var ports = Ports().Matches(reply).Select(match => match.Groups[1].Value).ToArray();
        var host = Host().Match(reply).Groups[1].Value;
        using var sender = Child.Start("ffmpeg",
        [
            "-hide_banner", "-loglevel", "error", "-nostdin", "-re", "-f", "lavfi", "-i", "color=red:size=320x180:rate=15", "-re", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000",
            "-map", "0:v", "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-bf", "0", "-g", "30", "-pix_fmt", "yuv420p", "-payload_type", "96", "-f", "rtp", $"rtp://{host}:{ports[0]}",
            "-map", "1:a", "-c:a", "libopus", "-b:a", "48k", "-payload_type", "97", "-f", "rtp", $"rtp://{host}:{ports[1]}",
        ]);
        Seen.Others(ann, 1);
        kiosk.WaitForWall(ann, picture => Seen.Red(picture) > 0.1, "the red picture");
    }

    private static Child Script(NetworkNamespace network, string name, params string[] arguments)
    {
        string[] command = [.. network.Enter, "/usr/bin/python3", Checkout.At("tests", "TestKit", "Browsers", "GStreamer", name), .. arguments];
        return Child.Start(command[0], command[1..], start => start.Environment["PYTHONDONTWRITEBYTECODE"] = "1");
    }

    [GeneratedRegex(@"decoded video [3-9]\d+ audio [3-9]\d+")]
    private static partial Regex Decoded();

    [GeneratedRegex(@"m=\w+ (\d+)")]
    private static partial Regex Ports();

    [GeneratedRegex(@"c=IN IP4 (\S+)")]
    private static partial Regex Host();
}
