using ConfEngine.Audio;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Home;
using ConfEngine.Graphics.Invitations;
using ConfEngine.Graphics.Overlays;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Recording;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime;

/// <summary>One wall: the sources, their mix, the scene made of them and where it goes. Everything but <see cref="Commands"/> belongs to the
/// render thread. The parts are made in the constructor in the order in which data flows, and closed in the opposite order.</summary>
public sealed class Engine : IDisposable
{
    // A person presses a key a few times a second; a script may send a burst.
    private const int CommandCapacity = 256;

    private readonly PumpWorkers _workers;
    private readonly VideoPath _video;
    private readonly AudioPath _audio;
    private readonly WallPath _wall;
    private readonly ICompositor _compositor;
    private readonly List<ICanvasSink> _sinks = [];
    private readonly List<IFrameStep> _steps = [];
    private readonly List<Func<string?>> _troubles = [];
    private readonly Action<MediaTime> _settle;
    private IRecorder? _recorder;
    private int _nextTileId;

    /// <summary>Makes the wall and starts to open its sources.</summary>
    /// <param name="options">What was decided.</param>
    /// <param name="parts">What it is made of; disposed with the engine.</param>
    public Engine(EngineOptions options, EngineParts parts)
    {
        Options = options;
        _compositor = parts.Compositor;
        // Live inputs are timed by the clock that stamps their packets; offline there are none, and nothing may depend on a clock.
        Mixer = new Mixer(options.IsOffline ? null : parts.Clock);
        _workers = new PumpWorkers(parts.Clock, EngineThreads.DecodeWorkers(options), "Decode");
        SourceContext = new SourceContext(_workers, Mixer, parts.Text, options, parts.Clock);
        _video = new VideoPath(options.Sources.Select(spec => new Source(spec, NextTileId(), SourceContext)), _workers, options.IsOffline);
        _audio = parts.AudioDevice is { } device ? new AudioPath(Mixer, device) : new AudioPath(Mixer);
        _wall = new WallPath(options, parts.Text, parts.Clock, FrameStatistics, _video.Sources);
        _settle = _video.Settle;
        Parts = parts;
    }

    /// <summary>What was decided before the start.</summary>
    public EngineOptions Options { get; }

    /// <summary>The mix.</summary>
    public Mixer Mixer { get; }

    /// <summary>The times of the latest frames.</summary>
    public FrameStatistics FrameStatistics { get; } = new();

    /// <summary>The inbox: any thread may ask for something.</summary>
    public BoundedQueue<EngineCommand> Commands { get; } = new(CommandCapacity, FullPolicy.Refuse);

    /// <summary>The sources, in the order of their tiles.</summary>
    public IReadOnlyList<ITileSource> Sources => _video.Sources;

    /// <summary>What sources are made with.</summary>
    public SourceContext SourceContext { get; }

    /// <summary>How to get into the room, where anybody can: on the home screen, and as a tile of its own while there is room for one.</summary>
    public Invitation? Invitation
    {
        get => _wall.Invitation;
        set => _wall.Invitation = value;
    }

    /// <summary>True while somebody shares a screen: it takes the stage of a wall that is a gallery otherwise.</summary>
    public bool HasStage
    {
        get => _wall.HasStage;
        set => _wall.HasStage = value;
    }

    /// <summary>Where the home screen has today's meetings from; asked every frame, and gives the same object while it says the same.</summary>
    public Func<MeetingBoard?>? Meetings
    {
        get => _wall.Meetings;
        set => _wall.Meetings = value;
    }

    /// <summary>The scene of the current frame.</summary>
    public Scene Scene => _wall.Scene;

    /// <summary>The compositor in use.</summary>
    public ICompositor Compositor => _compositor;

    /// <summary>Frames that were composed. The loop may have begun one more when it stops.</summary>
    public long ComposedFrames { get; private set; }

    /// <summary>When the first frame had been composed; null before.</summary>
    public Instant? FirstFrameAt { get; private set; }

    /// <summary>True once somebody has asked for the end.</summary>
    public bool IsStopping { get; private set; }

    private EngineParts Parts { get; }

    /// <summary>Sends every finished canvas to <paramref name="sink"/>, which is disposed with the engine.</summary>
    public void AddSink(ICanvasSink sink) => _sinks.Add(sink);

    /// <summary>Lets <paramref name="step"/> work in the Inbox phase of every frame.</summary>
    public void AddStep(IFrameStep step) => _steps.Add(step);

    /// <summary>Shows what <paramref name="trouble"/> says, asked once a frame, to everybody in the room while it is not null. It must cost nothing to ask.</summary>
    public void AddTrouble(Func<string?> trouble) => _troubles.Add(trouble);

    /// <summary>Adds a page to the overlay; before the first frame.</summary>
    public void AddOverlayPage(IOverlayPage page) => _wall.Add(page);

    /// <summary>A number for a tile that no other tile of this wall has.</summary>
    public int NextTileId() => _nextTileId++;

    /// <summary>Puts a source on the wall, behind the others. Render thread only; disposed with the engine.</summary>
    public void Add(ITileSource source)
    {
        _video.Add(source);
        _wall.Refresh();
    }

    /// <summary>Takes a source off the wall and disposes it. Render thread only.</summary>
    public void Remove(ITileSource source)
    {
        _video.Remove(source);
        _wall.Refresh();
    }

    /// <summary>Records the canvas and the mix; disposed with the engine.</summary>
    public void RecordTo(IRecorder recorder)
    {
        _recorder = recorder;
        _audio.AddTap(recorder);
    }

    /// <summary>Lets <paramref name="tap"/> hear the mix.</summary>
    public void AddTap(IAudioTap tap) => _audio.AddTap(tap);

    /// <summary>Starts the sound device, if there is one.</summary>
    public void Start() => _audio.Start();

    /// <summary>The media position that frame <paramref name="index"/> shows: sound leads and pictures follow; offline the frames set the pace.</summary>
    public MediaTime MediaPosition(long index) => _audio.Heard ?? MediaTime.FromUnits(index, Options.FrameRate);

    /// <summary>Inbox: does what was asked for.</summary>
    public void ApplyCommands(in FrameTime frame)
    {
        while (Commands.TryDequeue(out var command))
        {
            if (command is EngineCommand.Stop) IsStopping = true;
            else if (command is EngineCommand.SaveScreenshot { Path: var path }) AddSink(new Screenshot(path));
            else _wall.Apply(command);
        }

        foreach (var step in _steps) step.Step(frame);
    }

    /// <summary>Streams: puts the due pictures on the tiles and, offline, mixes the sound of this frame.</summary>
    public void TakeStreams(in FrameTime frame)
    {
        _video.Take(frame.Media, _audio.MixedUntil);
        if (Options.EndsWithSources && _video.HasEnded) IsStopping = true;
        if (Options.IsOffline && Options.HasAudio) _audio.AdvanceTo(MediaTime.FromUnits(frame.Index + 1, Options.FrameRate), _settle);
    }

    /// <summary>Scene: decides what is where.</summary>
    public void BuildScene(in FrameTime frame) => _wall.Build(frame, Mixer.ActiveSpeaker, _recorder?.Fault ?? Parts.AudioDevice?.Fault ?? FirstTrouble());

    /// <summary>Overlay: paints the diagnostic pages.</summary>
    public void PaintOverlay(in FrameTime frame) => _wall.PaintOverlay(frame);

    /// <summary>Compose: draws.</summary>
    /// <returns>False when nothing had changed.</returns>
    public bool Compose()
    {
        var changed = _compositor.Compose(_wall.Scene);
        if (!changed) FrameStatistics.CountUnchanged();
        FirstFrameAt ??= Parts.Clock.Now;
        ComposedFrames++;
        return changed;
    }

    /// <summary>Present: hands the canvas to windows and files.</summary>
    public void Present(in FrameTime frame, bool changed)
    {
        for (var i = _sinks.Count - 1; i >= 0; i--)
        {
            _sinks[i].Take(_compositor, frame, changed);
            if (_sinks[i] is not Screenshot) continue;
            _sinks[i].Dispose();
            _sinks.RemoveAt(i);
        }

        Parts.Text.EndFrame();
    }

    /// <summary>Record: hands the canvas to the recorder.</summary>
    public void Record(in FrameTime frame, bool changed) =>
        _recorder?.WriteVideo(_compositor.Read(Core.Media.PixelLayout.I420), frame.Media);

    /// <summary>Stops the sound first, so that nothing pulls any more, then finishes the recording, then lets the streams go. The compositor goes before
    /// the sinks: its textures live in the window's context.</summary>
    public void Dispose()
    {
        _audio.Dispose();
        _recorder?.Dispose();
        foreach (var source in _video.Sources) source.Dispose();
        _workers.Dispose();
        Mixer.Dispose();
        _wall.Dispose();
        _compositor.Dispose();
        foreach (var sink in _sinks) sink.Dispose();
        Parts.Text.Dispose();
    }

    private string? FirstTrouble()
    {
        foreach (var trouble in _troubles)
            if (trouble() is { } text)
                return text;
        return null;
    }
}
