using ConfEngine.Audio;
using ConfEngine.Audio.Synthesis;
using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Video;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Runtime.Sources;

/// <summary>The picture and the sound of one attempt to open a source.</summary>
internal sealed class Readers : IDisposable
{
    private readonly AudioTrack? _track;
    private readonly AudioInput _input;

    private Readers(VideoStream? video, IPumped? sound, AudioInput input)
    {
        Video = video;
        Sound = sound;
        _track = sound as AudioTrack;
        _input = input;
    }

    /// <summary>The picture; null when nobody wants to see it.</summary>
    public VideoStream? Video { get; }

    /// <summary>The sound; null when nobody wants to hear it.</summary>
    public IPumped? Sound { get; }

    /// <summary>True when a picture and a sound are there, or will not come.</summary>
    public bool CanStart => HasPictureAnswer && HasSoundAnswer && State is not StreamState.Faulted;

    /// <summary>True when the source has sound.</summary>
    public bool HasSound => Sound is not null && (_track is null || _track.HasAudio);

    /// <summary>True when there is no picture and none will come.</summary>
    public bool IsSoundOnly => Video is null or { HasVideo: false };

    /// <summary>The state to show.</summary>
    public StreamState State => Combine(PictureState, SoundState);

    /// <summary>Why it failed; empty when it did not.</summary>
    public string Cause => State != StreamState.Faulted ? "" : Video is { State: StreamState.Faulted } ? Video.Statistics.Cause : _track?.Statistics.Cause ?? "";

    /// <summary>Codec of the sound; empty until known.</summary>
    public string SoundCodec => _track?.Statistics.Codec ?? "";

    // What has been decoded is still to be shown: a stream has ended, or failed, when its queue is empty too and its last picture has had its time.
    private StreamState? PictureState => Video switch
    {
        null or { HasVideo: false } => null,
        { State: StreamState.Ended or StreamState.Faulted, Statistics.Queued: > 0 } => StreamState.Running,
        { State: StreamState.Ended } when Video.Due < Video.EndsAt => StreamState.Running,
        _ => Video.State,
    };

    private StreamState? SoundState => _track switch
    {
        null => Sound is null ? null : StreamState.Running,
        { HasAudio: false } => null,
        { State: StreamState.Ended } when _input.Buffered > MediaTime.Zero => StreamState.Running,
        _ => _track.State,
    };

    private bool HasPictureAnswer => Video is null || Video.State is StreamState.Ended or StreamState.Faulted || Video.Statistics.Queued > 0;

    private bool HasSoundAnswer => Sound is null || _track is null || _track.State is not StreamState.Opening;

    /// <summary>Prepares the readers; the files are opened by the workers.</summary>
    public static Readers Open(SourceSpec spec, AudioInput input, StreamStatistics statistics, SourceContext context)
    {
        var test = SpecOfTest(spec);
        var options = new VideoStreamOptions
        {
            Uri = spec.Uri,
            Loop = spec.Loop,
            Test = test is null ? null : Picture(spec, test, context),
            DropWhenLate = !context.Options.IsOffline,
            Statistics = statistics,
        };
        return new Readers(
            context.Options.HasVideo ? new VideoStream(spec.Name, options) : null,
            context.Options.HasAudio ? Listen(spec, test, input) : null,
            input);
    }

    /// <summary>True when the picture due at <paramref name="due"/> and the sound up to it can no longer change.</summary>
    public bool IsReadyFor(MediaTime due)
    {
        var picture = Video is null || Video.IsReadyFor(due);
        var sound = Sound is null || !_input.WantsMore || Sound.Urgency(default) == long.MaxValue;
        return picture && sound && HasSoundAnswer;
    }

    /// <summary>Closes both.</summary>
    public void Dispose()
    {
        Video?.Dispose();
        (Sound as IDisposable)?.Dispose();
    }

    private static TestSpec? SpecOfTest(SourceSpec spec) =>
        spec.Uri.StartsWith("test:", StringComparison.Ordinal) && TestSpec.TryParse(spec.Uri, out var test, out _) ? test : null;

    private static IPumped Listen(SourceSpec spec, TestSpec? test, AudioInput input) =>
        test is null ? new AudioTrack(spec.Name, spec.Uri, spec.Loop, input) : new SyntheticVoice(Voice(test), input);

    private static StreamState Combine(StreamState? picture, StreamState? sound) => (picture, sound) switch
    {
        (null, null) => StreamState.Ended,
        ({ } only, null) => only,
        (null, { } only) => only,
        (StreamState.Ended, { } other) => other == StreamState.Faulted ? StreamState.Ended : other,
        ({ } leading, _) => leading,
    };

    private static TestPicture Picture(SourceSpec spec, TestSpec test, SourceContext context) => new()
    {
        Width = test.Width,
        Height = test.Height,
        FrameRate = test.FrameRate,
        Codec = Enum.Parse<TestCodec>(test.Codec, ignoreCase: true),
        Hue = test.Hue,
        Talk = test.Talk,
        Flash = test.Beep,
        Caption = !context.HasCaptions ? null : context.Text.RenderMask(spec.Name, new(Math.Max(10, test.Height / 14))),
        Digits = Digits(context, Math.Max(10, test.Height / 16)),
    };

    private static CoverageMask[]? Digits(SourceContext context, int pixelSize)
    {
        var masks = new CoverageMask[10];
        for (var digit = 0; digit < masks.Length; digit++)
        {
            if (context.Text.RenderMask(((char)('0' + digit)).ToString(), new(pixelSize)) is not { } mask) return null;
            masks[digit] = mask;
        }

        return masks;
    }

    private static SyntheticVoiceOptions Voice(TestSpec test) => new()
    {
        Talk = test.Talk,
        PitchHertz = SyntheticVoiceOptions.PitchOf(test.Talk.Index),
        Beep = test.Beep,
        Opus = test.Codec != "none",
    };
}
