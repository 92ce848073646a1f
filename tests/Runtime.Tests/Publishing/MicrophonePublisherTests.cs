using ConfEngine.Audio;
using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Publishing;
using ConfEngine.Transport.Peers;
using Xunit;

namespace ConfEngine.Runtime.Tests.Publishing;

public sealed class MicrophonePublisherTests
{
    private static readonly Instant s_zero = new(5_000_000_000);
    private readonly HandCapture _capture = new();
    private readonly ListeningStream _stream = new();

    [Fact]
    public void A_voice_arrives_in_even_packets_with_its_level()
    {
        using var publisher = Open();
        _capture.Speak(100);
        Assert.Equal(50, _stream.Packets.Count);
        // The first sample was captured 3 s after the zero; the encoder looks 6.5 ms ahead.
        Assert.Equal(2993.5, _stream.Packets[0].Pts.Milliseconds, 0.01);
        Assert.All(_stream.Packets.Zip(_stream.Packets.Skip(1)), pair => Assert.Equal(20, (pair.Second.Pts - pair.First.Pts).Milliseconds, 0.001));
        Assert.All(_stream.Packets.Skip(2), packet => Assert.InRange(packet.Level, 12, 18));
        Assert.True(_stream.Packets[^1].IsSpeech);
        Assert.Equal(-15, publisher.Level, 1.0);
        Assert.Equal((StreamState.Running, "", "by hand"), (publisher.State, publisher.Cause, publisher.Description));
        Assert.Equal((50L, 0L), (publisher.Packets, publisher.Dropped));
    }

    [Fact]
    public void Muted_it_says_goodbye_keeps_its_clock_and_goes_on_measuring()
    {
        using var publisher = Open();
        _capture.Speak(100);
        publisher.Muted = true;
        _capture.Speak(300);
        var said = _stream.Packets.Count;
        Assert.InRange(said, 51, 75);
        Assert.InRange(_stream.Packets[^1].Bytes, 1, 2);
        Assert.Equal(127, _stream.Packets[^1].Level);
        _capture.Speak(300);
        Assert.Equal(said, _stream.Packets.Count);
        Assert.Equal(-15, publisher.Level, 1.0);
        Assert.True(publisher.IsSpeaking);
        publisher.Muted = false;
        _capture.Speak(20);
        Assert.Equal(said + 10, _stream.Packets.Count);
        Assert.Equal(3000 + 7000 - 6.5, _stream.Packets[said].Pts.Milliseconds, 0.01);
    }

    [Fact]
    public void It_rests_while_nobody_listens()
    {
        using var publisher = Open();
        _stream.IsWatched = false;
        _capture.Speak(100);
        Assert.Empty(_stream.Packets);
        Assert.Equal(-15, publisher.Level, 1.0);
        _stream.IsWatched = true;
        _capture.Speak(10);
        Assert.Equal(5, _stream.Packets.Count);
        Assert.Equal(3993.5, _stream.Packets[0].Pts.Milliseconds, 0.01);
    }

    [Fact]
    public void Coarse_times_do_not_show_and_a_break_does()
    {
        using var publisher = Open();
        for (var i = 0; i < 100; i++)
        {
            _capture.Wobble = MediaTime.FromMilliseconds(i % 7 * 2);
            _capture.Speak(1);
        }

        Assert.All(_stream.Packets.Zip(_stream.Packets.Skip(1)), pair => Assert.Equal(20, (pair.Second.Pts - pair.First.Pts).Milliseconds, 0.001));
        _capture.Wobble = MediaTime.FromSeconds(1);
        _capture.Speak(2);
        Assert.Equal(1020, (_stream.Packets[^1].Pts - _stream.Packets[^2].Pts).Milliseconds, 0.001);
    }

    [Fact]
    public void A_node_that_is_behind_is_counted()
    {
        using var publisher = Open();
        _stream.Takes = false;
        _capture.Speak(20);
        Assert.Equal((0L, 10L), (publisher.Packets, publisher.Dropped));
    }

    [Fact]
    public void What_cannot_be_opened_is_tried_again_later_and_later()
    {
        var attempts = 0;
        var works = false;
        using var publisher = new MicrophonePublisher(
            () => works ? _capture : throw new MediaException($"no microphone {++attempts}"), _stream, s_zero);
        var waits = new List<int>();
        var last = 0;
        for (var second = 0; second < 40; second++)
        {
            publisher.Step(At(second));
            if (attempts == last) continue;
            waits.Add(second);
            last = attempts;
        }

        Assert.Equal([0, 1, 3, 7, 15, 31], waits);
        Assert.Equal((StreamState.Faulted, "no microphone 6"), (publisher.State, publisher.Cause));
        Assert.Equal(long.MaxValue, publisher.Urgency(At(60)));
        Assert.True(publisher.Urgency(At(62)) < long.MaxValue);
        works = true;
        publisher.Step(At(62));
        Assert.Equal((StreamState.Running, ""), (publisher.State, publisher.Cause));
    }

    [Fact]
    public void A_device_that_is_lost_is_closed_and_opened_again()
    {
        var opened = new List<HandCapture>();
        using var publisher = new MicrophonePublisher(() => Keep(new HandCapture(), opened), _stream, s_zero);
        publisher.Step(At(0));
        opened[0].Speak(10);
        opened[0].Fault = "the microphone was lost; connect it again";
        publisher.Step(At(1));
        Assert.Equal((StreamState.Faulted, opened[0].Fault), (publisher.State, publisher.Cause));
        Assert.True(opened[0].IsDisposed);
        publisher.Step(At(2));
        Assert.Equal(2, opened.Count);
        opened[1].Speak(10);
        Assert.Equal(10, _stream.Packets.Count);
        Assert.Equal(StreamState.Running, publisher.State);
        publisher.Dispose();
        Assert.True(opened[1].IsDisposed);
        publisher.Step(At(10));
        Assert.Equal(2, opened.Count);
    }

    [Fact]
    public void A_spec_that_means_nothing_shows_as_the_cause()
    {
        using var publisher = new MicrophonePublisher("speaker", _stream, s_zero, new ManualClock());
        publisher.Step(At(0));
        Assert.Equal(StreamState.Faulted, publisher.State);
        Assert.Contains("'speaker' is not an audio input", publisher.Cause);
    }

    [Fact]
    public void A_block_allocates_nothing()
    {
        _stream.Keeps = false;
        using var publisher = Open();
        _capture.Speak(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _capture.Speak(200);
        publisher.Muted = true;
        _capture.Speak(100);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Instant At(int seconds) => s_zero + MediaTime.FromSeconds(seconds);

    private static HandCapture Keep(HandCapture capture, List<HandCapture> list)
    {
        list.Add(capture);
        return capture;
    }

    private MicrophonePublisher Open()
    {
        var publisher = new MicrophonePublisher(() => _capture, _stream, s_zero);
        publisher.Step(At(0));
        return publisher;
    }

    private sealed class HandCapture : IAudioCapture
    {
        private readonly float[] _block = new float[Mixer.BlockSamples * 2];
        private CaptureBlockHandler? _onBlock;
        private long _blocks;

        public string Description => "by hand";

        public string? Fault { get; set; }

        public long LostBlocks => 0;

        public bool IsDisposed { get; private set; }

        public MediaTime Wobble { get; set; }

        public void Start(CaptureBlockHandler onBlock) => _onBlock = onBlock;

        public void Dispose() => IsDisposed = true;

        // A tone that comes and goes, so that it is not taken for a noise.
        public void Speak(int blocks)
        {
            for (var i = 0; i < blocks; i++, _blocks++)
            {
                for (var s = 0; s < _block.Length; s++)
                {
                    var t = (_blocks * Mixer.BlockSamples + s / 2) / 48_000.0;
                    _block[s] = (float)(0.25 * Math.Sin(Math.Tau * (200 * t + 5 * Math.Sin(Math.Tau * 3 * t))));
                }

                _onBlock!(_block, s_zero + MediaTime.FromSeconds(3) + Mixer.BlockLength * _blocks + Wobble);
            }
        }
    }

    private sealed class ListeningStream : ILocalStream
    {
        public List<(int Bytes, MediaTime Pts, int Level, bool IsSpeech)> Packets { get; } = [];

        public bool IsWatched { get; set; } = true;

        public bool Takes { get; set; } = true;

        public bool Keeps { get; set; } = true;

        public long ReceivableBitsPerSecond(int layer) => long.MaxValue;

        public bool TryWriteVideo(int layer, ReadOnlySpan<byte> frame, bool isKeyFrame, MediaTime pts) => false;

        public bool TryWriteAudio(ReadOnlySpan<byte> packet, MediaTime pts, int level, bool isSpeech)
        {
            if (Takes && Keeps) Packets.Add((packet.Length, pts, level, isSpeech));
            return Takes;
        }

        public bool TakeKeyFrameWish(int layer) => false;
    }
}
