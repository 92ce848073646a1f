using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ConfEngine.Audio.Devices;
using ConfEngine.Conference.Identity;
using ConfEngine.Control.Http;
using ConfEngine.Kiosk.Rooms;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Kiosk.Commands;

/// <summary>The options of <c>kiosk</c> that say how its room is reached.</summary>
internal sealed class RoomOptions
{
    private const string Nowhere = "none";

    private readonly Option<ListenAddress[]> _listen = new("--listen")
    {
        Description = "Serve pages and calls here: HOST:PORT for HTTP, https://HOST:PORT for TLS, * for every address. Repeat it for more; none for no room.",
        HelpName = "HOST:PORT",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = ParseListen,
        DefaultValueFactory = _ => [.. new ControlOptions().Listen],
    };

    private readonly Option<int> _rtcPort = new("--rtc-port")
    {
        Description = "UDP port of all pictures and sound; 0 takes a free one.",
        HelpName = "N",
        CustomParser = ParsePort,
        DefaultValueFactory = _ => 8443,
    };

    private readonly Option<string> _room = new("--room")
    {
        Description = "The room that is hosted and shown.",
        HelpName = "NAME",
        CustomParser = ParseRoom,
        DefaultValueFactory = _ => "lobby",
    };

    private readonly Option<string?> _state = new("--state") { Description = "Folder for certificates and keys. Default: confengine in the user's state folder.", HelpName = "DIR" };
    private readonly Option<string?> _certificate = new("--tls-cert") { Description = "Your own certificate for https, with its chain. Default: one made here.", HelpName = "FILE.pem" };
    private readonly Option<string?> _key = new("--tls-key") { Description = "The key of --tls-cert.", HelpName = "FILE.pem" };

    private readonly Option<string[]> _hostNames = new("--host-name")
    {
        Description = "A name that browsers may know this machine by, besides its own. Repeat it for more.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string> _camera = new("--camera")
    {
        Description = "What the room's own participant shows: auto (the first camera, else a test picture), none, v4l2:/dev/videoN, x11grab:DISPLAY, or test:size=WxH:rate=N:hue=N.",
        HelpName = "URI",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string> _microphone = new("--microphone")
    {
        Description = "What the room's own participant says: auto (the system's microphone, else nothing), none, openal, test, or a WAV file.",
        HelpName = "DEVICE",
        DefaultValueFactory = _ => "auto",
    };

    public RoomOptions()
    {
        _microphone.Validators.Add(static result =>
        {
            var text = result.Tokens is [var token] ? token.Value : Nowhere;
            if (text != Nowhere && !AudioDevices.IsCaptureSpec(text)) result.AddError($"--microphone {text}: use none or one of {AudioDevices.CaptureSpecs}");
        });
        _camera.Validators.Add(static result =>
        {
            var text = result.Tokens is [var token] ? token.Value : Nowhere;
            if (CameraError(text) is { } error) result.AddError($"--camera {text}: {error}");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _listen, _rtcPort, _room, _state, _certificate, _key, _hostNames, _camera, _microphone }) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_certificate) is null == result.GetValue(_key) is null) return;
            result.AddError("--tls-cert and --tls-key belong together: give both, or neither for a certificate made here");
        });
    }

    public RoomRequest Read(ParseResult parsed, string name) => new()
    {
        Listen = parsed.GetValue(_listen) ?? [],
        RtcPort = parsed.GetValue(_rtcPort),
        Room = parsed.GetValue(_room)!,
        State = parsed.GetValue(_state),
        TlsCertificate = parsed.GetValue(_certificate),
        TlsKey = parsed.GetValue(_key),
        HostNames = parsed.GetValue(_hostNames) ?? [],
        Camera = parsed.GetValue(_camera)!,
        Microphone = parsed.GetValue(_microphone)!,
        Name = name,
    };

    private static string? CameraError(string text)
    {
        if (text.StartsWith("test:", StringComparison.Ordinal)) return TestSpec.TryParse(text, out _, out var error) ? null : error;
        var isKnown = text is "auto" or Nowhere || text.StartsWith("v4l2:", StringComparison.Ordinal) || text.StartsWith("x11grab:", StringComparison.Ordinal) || File.Exists(text);
        return isKnown ? null : "use auto, none, v4l2:/dev/videoN, x11grab:DISPLAY, test:OPTIONS, or a file";
    }

    private static ListenAddress[] ParseListen(ArgumentResult result)
    {
        var texts = result.Tokens.Select(token => token.Value).ToList();
        if (texts is [Nowhere]) return [];
        var addresses = new List<ListenAddress>();
        foreach (var text in texts)
        {
            if (ListenAddress.TryParse(text, out var address)) addresses.Add(address);
            else result.AddError($"--listen {text}: use {ListenAddress.Form}, or none by itself");
        }

        return [.. addresses];
    }

    private static int ParsePort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return port;
        result.AddError($"--rtc-port {text}: use a UDP port from 1 to 65535, or 0 for a free one");
        return 0;
    }

    private static string ParseRoom(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!RoomId.TryParse(text, out _, out var error)) result.AddError($"--room {text}: {error.Text}");
        return text;
    }
}
