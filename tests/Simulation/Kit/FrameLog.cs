using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Simulation.Kit;

/// <summary>Watches a stream as a decoder would, and takes note of everything that must not happen.</summary>
internal sealed class FrameLog(SimNetwork network, int wantedHeight = 1080) : IStreamSink
{
    private const int SoundWindow = 4096;
    private readonly int[] _heard = new int[SoundWindow];
    private Picture _last = new(-1, -1, -1, -1);
    private MediaTime _lastPts = MediaTime.MinValue;
    private Instant? _lastAt;
    private Instant? _lastSoundAt;

    public int WantedHeight { get; set; } = wantedHeight;

    public long Frames { get; private set; }

    public long KeyFrames { get; private set; }

    public long Sounds { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Frames with a wrong byte.</summary>
    public long Corrupt { get; private set; }

    /// <summary>Frames that a decoder could not have shown, for it lacked the one before.</summary>
    public long Undecodable { get; private set; }

    /// <summary>Frames that came again, or after a later one.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>Sound packets that came again.</summary>
    public long SoundTwice { get; private set; }

    /// <summary>Frames of each layer.</summary>
    public long[] PerLayer { get; } = new long[LocalStream.MaxLayers];

    public int Layer => _last.Layer;

    public MediaTime LongestGap { get; private set; }

    public MediaTime LongestSoundGap { get; private set; }

    public MediaTime WorstDelay { get; private set; }

    public MediaTime LongestStep { get; private set; }

    public Instant? LastAt => _lastAt;

    /// <summary>Everything that was delivered, and when, in one number.</summary>
    public ulong Trace { get; private set; } = 14695981039346656037;

    public MediaTime? VideoClock { get; private set; }

    public MediaTime? AudioClock { get; private set; }

    /// <summary>Counts from now; what a decoder knows stays.</summary>
    public void Restart()
    {
        Frames = KeyFrames = Sounds = Bytes = 0;
        LongestGap = LongestSoundGap = WorstDelay = LongestStep = MediaTime.Zero;
        Array.Clear(PerLayer);
    }

    public void OnVideo(EncodedFrame frame, VideoCodec codec, int quarterTurns)
    {
        if (!Picture.TryRead(frame.Data.Span, out var picture))
        {
            Corrupt++;
            return;
        }

        // At a change of layer the same moment may come once more, larger or smaller.
        var isBack = picture.Layer == _last.Layer ? picture.Taken <= _last.Taken : picture.Taken < _last.Taken;
        if (isBack || frame.Pts <= _lastPts) OutOfOrder++;
        var follows = picture.Layer == _last.Layer && picture.Base == _last.Number;
        if (picture.IsKey != frame.IsKeyFrame || (!picture.IsKey && !follows)) Undecodable++;
        if (_lastPts != MediaTime.MinValue && frame.Pts - _lastPts > LongestStep) LongestStep = frame.Pts - _lastPts;
        (_last, _lastPts) = (picture, frame.Pts);
        Frames++;
        if (picture.IsKey) KeyFrames++;
        Bytes += frame.Data.Length;
        PerLayer[picture.Layer]++;
        var now = network.Now;
        if (_lastAt is { } before && now - before > LongestGap) LongestGap = now - before;
        _lastAt = now;
        var delay = now - new Instant(picture.Taken);
        if (delay > WorstDelay) WorstDelay = delay;
        Note((ulong)picture.Number * 16 + (ulong)picture.Layer);
    }

    public void OnAudio(ReadOnlySpan<byte> packet, MediaTime pts, Instant arrival)
    {
        var number = BinaryPrimitives.ReadInt32BigEndian(packet[1..]) + 1;
        if (_heard[number % SoundWindow] == number) SoundTwice++;
        _heard[number % SoundWindow] = number;
        Sounds++;
        var now = network.Now;
        if (_lastSoundAt is { } before && now - before > LongestSoundGap) LongestSoundGap = now - before;
        _lastSoundAt = now;
        Note((ulong)number << 40);
    }

    public void OnClock(TrackKind kind, MediaTime captureAtZero)
    {
        if (kind == TrackKind.Video) VideoClock = captureAtZero;
        else AudioClock = captureAtZero;
    }

    public bool TakeKeyFrameWish() => false;

    public override string ToString() =>
        $"seed {network.Seed}: {Frames} frames ({KeyFrames} key, per layer {string.Join('/', PerLayer)}), {Sounds} sounds, gaps {LongestGap.Milliseconds:0}/{LongestSoundGap.Milliseconds:0} ms, "
        + $"delay {WorstDelay.Milliseconds:0} ms; corrupt {Corrupt}, undecodable {Undecodable}, out of order {OutOfOrder}, sound twice {SoundTwice}";

    private void Note(ulong value) => Trace = ((Trace ^ value) * 1099511628211 ^ (ulong)network.Now.Nanoseconds) * 1099511628211;
}
