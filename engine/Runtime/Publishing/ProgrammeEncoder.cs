using ConfEngine.Audio;
using ConfEngine.Audio.Live;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Recording;
using ConfEngine.Transport.Peers;
using ConfEngine.Video.Live;

namespace ConfEngine.Runtime.Publishing;

/// <summary>Encodes the canvas and the mix on the caller's thread and hands them to a stream. Positions are those of the wall's media clock, on
/// which sound and pictures belong together as they are.</summary>
internal sealed class ProgrammeEncoder : IRecorder
{
    private static readonly MediaTime s_pause = MediaTime.FromMilliseconds(100);

    private readonly ILocalStream _stream;
    private readonly ProgrammeOptions _options;
    private readonly LiveVideoEncoder _video;
    private readonly LiveOpusEncoder _audio;
    private readonly EncodedFrameHandler _onFrame;
    private readonly OpusPacketHandler _onPacket;
    private MediaTime? _lastPicture;
    private MediaTime? _lastBlock;
    private long _dropped;

    public ProgrammeEncoder(ILocalStream stream, ProgrammeOptions options, IClock clock)
    {
        _stream = stream;
        _options = options;
        _video = new LiveVideoEncoder(options.Codec, options.Width, options.Height, options.FrameRate, options.MostBitsPerSecond, clock);
        _audio = new LiveOpusEncoder(Mixer.Channels, options.AudioBitsPerSecond);
        _onFrame = OnFrame;
        _onPacket = OnPacket;
    }

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <inheritdoc/>
    public long EncodeNanoseconds => _video.EncodeNanoseconds;

    /// <summary>The rate that the pictures are held to.</summary>
    public long BitsPerSecond => _video.BitsPerSecond;

    /// <inheritdoc/>
    public void WriteVideo(VideoFrame canvas, MediaTime at)
    {
        // Whoever begins to watch after a pause finds nothing to go on from.
        var isNew = _lastPicture is not { } last || at - last > s_pause * 10;
        _lastPicture = at;
        _video.BitsPerSecond = LineRate.Of(_stream.ReceivableBitsPerSecond(0), _options.MostBitsPerSecond);
        try
        {
            _video.Encode(canvas, at, _stream.TakeKeyFrameWish(0) || isNew, _onFrame);
        }
        catch (MediaException error)
        {
            Fault = error.Message;
        }
    }

    /// <inheritdoc/>
    public void WriteAudio(ReadOnlySpan<float> block, MediaTime at)
    {
        if (_lastBlock is { } last && at - last > s_pause) _audio.Reset();
        _lastBlock = at;
        _audio.Write(block, at, _onPacket);
    }

    /// <inheritdoc/>
    public void Finish()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _video.Dispose();
        _audio.Dispose();
    }

    private void OnFrame(ReadOnlySpan<byte> data, bool isKeyFrame, MediaTime pts)
    {
        if (!_stream.TryWriteVideo(0, data, isKeyFrame, pts)) Interlocked.Increment(ref _dropped);
    }

    private void OnPacket(ReadOnlySpan<byte> packet, MediaTime pts, int level, bool isSpeech) => _stream.TryWriteAudio(packet, pts, level, isSpeech);
}
