using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Video.Demux;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>Decodes a sound stream and hands it over in pieces of at most 20 ms. Positions count samples; a gap in the time stamps moves
/// them forward, so that sound which starts late or pauses stays with its picture.</summary>
internal sealed unsafe class DecodedSound : ISoundReader
{
    private const int PieceSamples = AudioDecoder.SampleRate / 50;
    private const int PacketsPerRead = 16;
    private const int MostFailures = 1000;
    private static readonly MediaTime s_smallestGap = MediaTime.FromMilliseconds(40);

    private readonly MediaDemuxer _demuxer;
    private readonly string _display;
    private readonly bool _loop;
    private readonly IAudioSink _sink;
    private readonly StreamStatistics _statistics;
    private readonly AudioDecoder _decoder;
    private readonly CodecBuffers _buffers;
    private float[] _pending = new float[8192];
    private int _pendingStart;
    private int _pendingEnd;
    private MediaTime? _anchor;
    private long _samplesSinceAnchor;
    private bool _isRoundStart = true;
    private long _skip;
    private bool _isDraining;
    private bool _hasSound;
    private int _failures;

    /// <summary>Takes over a demuxer that has found a sound stream.</summary>
    /// <exception cref="MediaException">The stream cannot be decoded.</exception>
    public DecodedSound(MediaDemuxer demuxer, string display, bool loop, IAudioSink sink, StreamStatistics statistics)
    {
        _demuxer = demuxer;
        _display = display;
        _loop = loop;
        _sink = sink;
        _statistics = statistics;
        var stream = demuxer.Stream;
        Codec = ffmpeg.avcodec_get_name(stream->codecpar->codec_id);
        _decoder = new AudioDecoder(stream->codecpar, stream->time_base, display);
        _buffers = new CodecBuffers(display);
    }

    /// <inheritdoc/>
    public string Codec { get; }

    private MediaTime Position => (_anchor ?? MediaTime.Zero) + MediaTime.FromUnits(_samplesSinceAnchor, AudioDecoder.SampleRate);

    /// <inheritdoc/>
    public bool Read()
    {
        for (var i = 0; i < PacketsPerRead && _pendingStart == _pendingEnd; i++)
        {
            switch (_decoder.Receive(_buffers.Frame))
            {
                case DecodeResult.Done:
                    Keep();
                    break;
                case DecodeResult.NeedsInput:
                    Feed();
                    break;
                case DecodeResult.End:
                    if (!NextRound()) return false;
                    break;
                default:
                    CountFailure();
                    break;
            }
        }

        PushPending();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffers.Dispose();
        _decoder.Dispose();
        _demuxer.Dispose();
    }

    private void Feed()
    {
        if (_isDraining) return;
        switch (_demuxer.Read(_buffers.Packet))
        {
            case DemuxResult.Packet:
                if (_decoder.Send(_buffers.Packet) == DecodeResult.Damaged) CountFailure();
                ffmpeg.av_packet_unref(_buffers.Packet);
                break;
            case DemuxResult.End:
                _isDraining = true;
                _decoder.Send(null);
                break;
        }
    }

    private void Keep()
    {
        _failures = 0;
        _hasSound = true;
        Align(_demuxer.Position(_buffers.Frame->best_effort_timestamp));
        var samples = _decoder.Resample(_buffers.Frame);
        ffmpeg.av_frame_unref(_buffers.Frame);
        if (_pending.Length < samples.Length) _pending = new float[samples.Length];
        samples.CopyTo(_pending);
        var skipped = (int)Math.Min(_skip, samples.Length / _decoder.Channels);
        _skip -= skipped;
        _pendingStart = skipped * _decoder.Channels;
        _pendingEnd = samples.Length;
    }

    private void Align(MediaTime? stamp)
    {
        var isRoundStart = _isRoundStart;
        _isRoundStart = false;
        if (stamp is not { } said) return;
        var ahead = said - Position;
        if (_anchor is not null && isRoundStart && ahead < MediaTime.Zero)
        {
            // The last round was longer than the container says (a codec's padding): what overlaps is left out, or sound would drift
            // against the picture round by round.
            _skip = (-ahead).ToUnits(AudioDecoder.SampleRate);
            return;
        }

        var isGap = _anchor is null || isRoundStart || ahead > s_smallestGap;
        var isWild = ahead > TimeStampRepair.LargestStep && !(_demuxer.RoundEnd is { } end && said <= end);
        if (!isGap || isWild) return;
        _anchor = said;
        _samplesSinceAnchor = 0;
    }

    private void PushPending()
    {
        var channels = _decoder.Channels;
        while (_pendingStart < _pendingEnd && _sink.WantsMore)
        {
            var count = Math.Min(PieceSamples * channels, _pendingEnd - _pendingStart);
            _sink.PushPcm(_pending.AsSpan(_pendingStart, count), channels, Position);
            _pendingStart += count;
            _samplesSinceAnchor += count / channels;
        }
    }

    private void CountFailure()
    {
        _statistics.CountError();
        if (++_failures > MostFailures) throw new MediaException($"{_display}: the {Codec} data cannot be decoded");
    }

    private bool NextRound()
    {
        if (!_hasSound) throw new MediaException($"{_display}: has a sound stream without sound");
        if (!_loop) return false;
        _demuxer.Rewind(Position);
        _decoder.Flush();
        _isDraining = false;
        _hasSound = false;
        _isRoundStart = true;
        return true;
    }
}
