using Concentus;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs;

/// <summary>The pushing side of an input: checks packets, keeps the bounds, makes decoders (so that the audio thread need not), and
/// knows how much is buffered.</summary>
internal sealed class InputFeed : IDisposable
{
    // A reader that can wait does so from here on.
    private const int WantedSamples = Mixer.SampleRate * 120 / 1000;
    private const int MailboxPackets = 64;
    private const int ChunkSamples = 960;
    private const long Unknown = long.MinValue / 4;

    private readonly AudioInputOptions _options;
    private readonly long _capacitySamples;
    private PacketBuffer _spare = new();
    private IOpusDecoder? _mono;
    private IOpusDecoder? _stereo;
    private bool _isStereo;
    private bool _disposed;
    private long _first = Unknown;
    private long _pushed = Unknown;
    private long _played = Unknown;
    private long _dropped;
    private int _generation;
    private volatile bool _ended;

    public InputFeed(AudioInputOptions options)
    {
        _options = options;
        _capacitySamples = SampleTime.ToSamples(options.Capacity);
    }

    /// <summary>What waits for the audio thread.</summary>
    public PacketMailbox Mailbox { get; } = new(MailboxPackets);

    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Goes up with every <see cref="Reset"/>.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>True after <see cref="PushEnd"/>.</summary>
    public bool Ended => _ended;

    public MediaTime? FirstPts => Volatile.Read(ref _first) is var first and not Unknown ? SampleTime.FromSamples(first) : null;

    public MediaTime PlayedUntil =>
        Volatile.Read(ref _played) is var played and not Unknown ? SampleTime.FromSamples(played) : MediaTime.MinValue;

    public MediaTime Buffered => SampleTime.FromSamples(BufferedSamples);

    public bool WantsMore => BufferedSamples < WantedSamples && Mailbox.Free > 0;

    /// <summary>The decoder for the packets in the mailbox: of two channels once anything had two.</summary>
    public IOpusDecoder? Decoder => Volatile.Read(ref _stereo) ?? Volatile.Read(ref _mono);

    private long BufferedSamples
    {
        get
        {
            var from = Math.Max(Volatile.Read(ref _played), Volatile.Read(ref _first));
            return Math.Max(Volatile.Read(ref _pushed) - from, 0);
        }
    }

    /// <summary>Says how far the audio thread is in the stream that it knows; a stream that has begun anew meanwhile is not
    /// touched.</summary>
    public void ReportPlayed(long position, int generation)
    {
        if (generation == Generation) Volatile.Write(ref _played, position);
    }

    public bool PushOpus(ReadOnlySpan<byte> packet, MediaTime pts, Instant? arrival = null)
    {
        if (!IsUsable(pts) || !OpusPacket.TryParse(packet, out var samples, out var channels)) return Drop();
        var start = SampleTime.ToSamples(pts);
        PrepareDecoder(channels, true);
        if (MakeRoom(1) is not { } buffer) return Drop();
        buffer.SetOpus(packet, start, samples, channels, _generation);
        buffer.Arrival = arrival;
        Publish(start, samples);
        return true;
    }

    public bool PushPcm(ReadOnlySpan<float> interleaved, int channels, MediaTime pts)
    {
        if (!IsUsable(pts) || channels is not (1 or 2) || interleaved.IsEmpty || interleaved.Length % channels != 0) return Drop();
        PrepareDecoder(channels, false);
        var chunks = (interleaved.Length / channels + ChunkSamples - 1) / ChunkSamples;
        if (!_options.Realtime && Mailbox.Free < chunks) return Drop();
        var start = SampleTime.ToSamples(pts);
        while (!interleaved.IsEmpty)
        {
            var chunk = interleaved[..Math.Min(interleaved.Length, ChunkSamples * channels)];
            if (MakeRoom(1) is not { } buffer) return Drop();
            buffer.SetPcm(chunk, start, channels, _generation);
            buffer.Arrival = null;
            Publish(start, chunk.Length / channels);
            start += chunk.Length / channels;
            interleaved = interleaved[chunk.Length..];
        }

        return true;
    }

    public void PushEnd() => _ended = true;

    /// <summary>Everything pushed so far belongs to the past.</summary>
    public void Reset()
    {
        Volatile.Write(ref _generation, _generation + 1);
        _ended = false;
        Volatile.Write(ref _first, Unknown);
        Volatile.Write(ref _pushed, Unknown);
        Volatile.Write(ref _played, Unknown);
    }

    public void Dispose()
    {
        _disposed = true;
        _mono?.Dispose();
        _stereo?.Dispose();
    }

    // A source that can wait is refused when full; one that cannot loses its oldest packets.
    private PacketBuffer? MakeRoom(int attempts)
    {
        if (!_options.Realtime) return Mailbox.Reserve();
        var spare = _spare;
        while (Mailbox.Samples > _capacitySamples && Mailbox.TryTake(ref spare)) Interlocked.Increment(ref _dropped);
        _spare = spare;
        var buffer = Mailbox.Reserve();
        if (buffer is not null || attempts == 0) return buffer;
        if (Mailbox.TryTake(ref _spare)) Interlocked.Increment(ref _dropped);
        return MakeRoom(attempts - 1);
    }

    private void Publish(long start, int samples)
    {
        Mailbox.Publish();
        if (_first == Unknown) Volatile.Write(ref _first, start);
        if (start + samples > _pushed) Volatile.Write(ref _pushed, start + samples);
        _ended = false;
    }

    private void PrepareDecoder(int channels, bool isOpus)
    {
        _isStereo |= channels == 2;
        if (_disposed || (_isStereo ? _stereo : _mono) is not null) return;
        if (_isStereo && (isOpus || _mono is not null))
            Volatile.Write(ref _stereo, OpusCodecFactory.CreateDecoder(Mixer.SampleRate, 2));
        else if (isOpus)
            Volatile.Write(ref _mono, OpusCodecFactory.CreateDecoder(Mixer.SampleRate, 1));
    }

    // Differences of times have to fit as well.
    private static bool IsUsable(MediaTime pts) => pts > MediaTime.MinValue && pts < MediaTime.MaxValue;

    private bool Drop()
    {
        Interlocked.Increment(ref _dropped);
        return false;
    }
}
