using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Video.Decode;
using ConfEngine.Video.Demux;
using FFmpeg.AutoGen;

namespace ConfEngine.Video;

/// <summary>The sound of a file or filter graph, read by a worker while its sink wants more. Opus goes on as packets, everything else as
/// 48 kHz samples. Positions count from the container's start, as those of a <see cref="VideoStream"/> on the same source do.</summary>
public sealed class AudioTrack : IPumped, IDisposable
{
    private readonly string _uri;
    private readonly bool _loop;
    private readonly IAudioSink _sink;
    private readonly IClock _clock;
    private ISoundReader? _reader;
    private volatile int _state;
    private volatile bool _hasAudio = true;
    private long _durationNanoseconds = -1;

    /// <summary>Opens nothing yet: the first step does, on the worker.</summary>
    /// <param name="name">What people call the source.</param>
    /// <param name="uri">A file path, <c>file:</c> URI or <c>lavfi:GRAPH</c>.</param>
    /// <param name="loop">Starts again at the end, one duration of the container later.</param>
    /// <param name="sink">Gets the sound.</param>
    /// <param name="clock">Measures the decoder and bounds the opening; the system's when null.</param>
    public AudioTrack(string name, string uri, bool loop, IAudioSink sink, IClock? clock = null)
    {
        Name = name;
        _uri = uri;
        _loop = loop;
        _sink = sink;
        _clock = clock ?? new SystemClock();
    }

    /// <summary>What people call the source.</summary>
    public string Name { get; }

    /// <summary>Codec, state, cause and counters; a "frame" is one packet of sound here.</summary>
    public StreamStatistics Statistics { get; } = new();

    /// <summary>What the track is doing.</summary>
    public StreamState State => (StreamState)_state;

    /// <summary>False once opened and found to be without sound; the track has then ended.</summary>
    public bool HasAudio => _hasAudio;

    /// <summary>Length of one round; null while unknown and for endless sources.</summary>
    public MediaTime? Duration => Interlocked.Read(ref _durationNanoseconds) is >= 0 and var length ? new MediaTime(length) : null;

    /// <inheritdoc/>
    public long Urgency(Instant now)
    {
        if (State is StreamState.Ended or StreamState.Faulted) return long.MaxValue;
        if (State is StreamState.Running && !_sink.WantsMore) return long.MaxValue;
        // A gap in the sound is heard sooner than a late picture is seen.
        return State is StreamState.Opening ? 0 : long.MinValue;
    }

    /// <inheritdoc/>
    public void Step(Instant now)
    {
        if (State is StreamState.Ended or StreamState.Faulted) return;
        try
        {
            if (_reader is null) Open();
            else ReadOne(_reader);
        }
        catch (MediaException error)
        {
            Statistics.Cause = error.Message;
            Finish(StreamState.Faulted);
        }
    }

    /// <summary>Closes the source. The track must be off the workers.</summary>
    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }

    private void Open()
    {
        var address = SourceAddress.Parse(_uri);
        if (address.Kind == SourceKind.Test) throw new MediaException("test: has no sound of its own in a container: use a tone");
        // A camera can be opened once only, and that is for its pictures.
        if (address.Kind == SourceKind.Capture)
        {
            FinishWithoutSound();
            return;
        }

        var demuxer = new MediaDemuxer(address, AVMediaType.AVMEDIA_TYPE_AUDIO, _clock);
        if (!demuxer.HasStream)
        {
            demuxer.Dispose();
            FinishWithoutSound();
            return;
        }

        try
        {
            _reader = OpusPackets.CanPass(demuxer)
                ? new OpusPackets(demuxer, _loop, _sink)
                : new DecodedSound(demuxer, address.Display, _loop, _sink, Statistics);
        }
        catch
        {
            demuxer.Dispose();
            throw;
        }

        if (demuxer.Duration is { } length) Interlocked.Exchange(ref _durationNanoseconds, length.Nanoseconds);
        Statistics.Codec = _reader.Codec;
        SetState(StreamState.Running);
    }

    private void ReadOne(ISoundReader reader)
    {
        var started = _clock.Now;
        var hasMore = reader.Read();
        Statistics.CountDecoded(hasMore ? 1 : 0, (_clock.Now - started).Nanoseconds);
        if (!hasMore) Finish(StreamState.Ended);
    }

    private void FinishWithoutSound()
    {
        _hasAudio = false;
        Finish(StreamState.Ended);
    }

    private void Finish(StreamState state)
    {
        _reader?.Dispose();
        _reader = null;
        _sink.PushEnd();
        SetState(state);
    }

    private void SetState(StreamState state)
    {
        Statistics.State = state;
        _state = (int)state;
    }
}
