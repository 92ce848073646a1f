using ConfEngine.Core.Media;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Runtime.Publishing;
using ConfEngine.Runtime.Sources;
using ConfEngine.Transport.Peers;
using ConfEngine.Video.Live;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>What the kiosk itself shows and says in its room.</summary>
internal sealed class OwnStream : IDisposable
{
    private const string Auto = "auto";
    private const string None = "none";
    private const string TestScheme = "test:";
    private const int Layers = 2;

    private readonly MediaNode _node;
    private readonly PumpWorkers _workers;
    private readonly LocalStream _stream;
    private readonly CameraPublisher? _camera;
    private readonly MicrophonePublisher? _microphone;

    /// <summary>Begins to publish; camera and encoder rest while nobody plays it.</summary>
    public OwnStream(string name, RoomRequest request, MediaNode node, PumpWorkers workers, IClock clock)
    {
        (_node, _workers) = (node, workers);
        var hasPicture = request.Camera != None;
        var hasSound = request.Microphone != None;
        // VP8: what every browser takes without a plug-in.
        _stream = new LocalStream(new StreamKey(name), new LocalStreamOptions { Video = hasPicture ? VideoCodec.Vp8 : null, VideoLayers = hasPicture ? Layers : 1, HasAudio = hasSound });
        node.Post(on => on.AddLocal(_stream));
        var zero = clock.Now;
        if (hasPicture)
        {
            var camera = request.Camera == Auto ? FindCamera() : request.Camera;
            Camera = camera.StartsWith(TestScheme, StringComparison.Ordinal) && request.Camera == Auto ? "test picture: no camera found" : camera;
            var options = new CameraOptions { Uri = camera, Test = Picture(camera), Codec = LiveCodec.Vp8, Layers = Layers, Zero = zero };
            _camera = new CameraPublisher(options, _stream, clock);
        }

        if (!hasSound) return;
        Microphone = request.Microphone;
        _microphone = new MicrophonePublisher(request.Microphone, _stream, zero, clock);
        workers.Add(_microphone);
    }

    /// <summary>What the picture is, for people.</summary>
    public string Camera { get; } = None;

    /// <summary>What the sound is, for people.</summary>
    public string Microphone { get; } = None;

    /// <summary>What the room should know of a device that fails, in one line; null while all is well. Costs nothing to ask.</summary>
    public string? Trouble => _camera is { Cause.Length: > 0 } camera ? camera.Cause : _microphone is { Cause.Length: > 0 } microphone ? microphone.Cause : null;

    /// <summary>True when there is anything to publish.</summary>
    public static bool HasAnything(RoomRequest request) => request.Camera != None || request.Microphone != None;

    /// <summary>Ends the devices, then the stream.</summary>
    public void Dispose()
    {
        _camera?.Dispose();
        if (_microphone is not null)
        {
            _workers.Remove(_microphone);
            _microphone.Dispose();
        }

        _node.Post(on => on.RemoveLocal(_stream));
        _stream.Dispose();
    }

    private static string FindCamera()
    {
        for (var i = 0; i < 10; i++)
            if (File.Exists($"/dev/video{i}"))
                return $"v4l2:/dev/video{i}";
        return TestScheme;
    }

    // Without the flash: it belongs to a beep, and this picture has no sound of its own.
    private static TestPicture? Picture(string camera)
    {
        if (!camera.StartsWith(TestScheme, StringComparison.Ordinal)) return null;
        if (!TestSpec.TryParse(camera, out var test, out var error)) throw new MediaException($"--camera {camera}: {error}");
        return new TestPicture { Width = test.Width, Height = test.Height, FrameRate = test.FrameRate, Hue = test.Hue, Flash = false };
    }
}
