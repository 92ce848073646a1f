using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;
using ConfEngine.Transport.Peers.Streams;

namespace ConfEngine.Transport.Peers.Local;

/// <summary>One encoding of a stream of this program: frames come from a queue, are cut into packets once, and leave at a pace that small queues
/// on the way survive.</summary>
internal sealed class LocalLayer : SourceLayer
{
    // 1200 bytes less the header, extensions and what a retransmission adds.
    private const int MaxPayload = 1120;
    private const int MinPace = 2_500_000;
    private const double PaceFactor = 2.5;
    private readonly LocalStream _stream;
    private readonly LocalQueue _queue;
    private readonly LocalClock _clock;
    private readonly IPacketizer? _packetizer;
    private readonly Pacer _pacer = new();
    private readonly KeyFrameRequester _requests = new();
    private readonly MediaNode _node;
    private readonly Ssrc _ssrc;
    private readonly byte[] _packet = new byte[1500];
    private readonly byte[] _payload = new byte[MaxPayload];
    private long _sequence;
    private bool _isOpen;
    private bool _isEntry;

    public LocalLayer(SourceTrack track, int layer, LocalStream stream, LocalQueue queue, LocalClock clock, MediaNode node)
        : base(track, layer)
    {
        _stream = stream;
        _queue = queue;
        _clock = clock;
        _node = node;
        _ssrc = node.MakeSsrc();
        // Far enough from the wrap, and from 0, that counting on past it is never needed here.
        _sequence = 65536 + (_ssrc.Value & 0x3fff);
        if (track.Kind == TrackKind.Audio) return;
        Codec = stream.Options.Video;
        _packetizer = Codec == VideoCodec.H264 ? new H264Packetizer() : new Vp8Packetizer((ushort)(_ssrc.Value & 0x7fff));
    }

    /// <summary>When <see cref="Pump"/> can go on; null while nothing waits.</summary>
    public Instant? NextDeadline { get; private set; }

    /// <inheritdoc/>
    public override void WantKeyFrame()
    {
        if (Codec is null) return;
        _requests.Want();
        PassWish(_node.Now);
    }

    /// <summary>Hands a wish for a key frame on to the encoder, when its time has come.</summary>
    public void PassWish(Instant now)
    {
        if (!_requests.Take(now)) return;
        _node.Counters.KeyFrameRequests++;
        _stream.WishKeyFrame(Listed);
    }

    /// <inheritdoc/>
    public override bool TryGetClock(out NtpTime ntp, out RtpTimestamp rtp)
    {
        rtp = TimestampOf(MediaTime.Zero);
        return _clock.TryGetWall(out ntp);
    }

    /// <summary>Sends what is due.</summary>
    public void Pump(Instant now)
    {
        NextDeadline = null;
        while (_queue.TryPeek(out var unit))
        {
            _clock.OnUnit(unit.Pts, now);
            if (_packetizer is null) SendSound(unit, now);
            else if (!TrySendFrame(unit, now)) return;
            _isOpen = false;
            _queue.Release();
        }
    }

    private void SendSound(LocalUnit unit, Instant now)
    {
        if (unit.Length <= MaxPayload)
            Send(unit.Bytes.Span, unit, isLast: false, isEntry: true, new MediaMarks(new AudioLevel(unit.Level, unit.IsSpeech)), now);
    }

    // False when the rest has to wait.
    private bool TrySendFrame(LocalUnit unit, Instant now)
    {
        if (!_isOpen)
        {
            _packetizer!.Begin(unit.Bytes);
            _isOpen = true;
            _isEntry = unit.IsKeyFrame;
            if (_isEntry) _requests.OnKeyFrame();
            // A tenth of a second is all that a queue here may last.
            _pacer.BitsPerSecond = Math.Max(MinPace, Math.Max((long)(BitsPerSecond * PaceFactor), _queue.Bytes * 80));
        }

        while (true)
        {
            if (now < _pacer.NextDeadline)
            {
                NextDeadline = _pacer.NextDeadline;
                return false;
            }

            if (!_packetizer!.TryNext(_payload, out var length, out var isLast)) return true;
            _pacer.Charge(length + RtpPacket.FixedHeaderLength, now);
            Send(_payload.AsSpan(0, length), unit, isLast, _isEntry, default, now);
            _isEntry = false;
        }
    }

    private void Send(ReadOnlySpan<byte> payload, LocalUnit unit, bool isLast, bool isEntry, in MediaMarks marks, Instant now)
    {
        var number = new SequenceNumber((ushort)_sequence);
        var writer = new RtpWriter(_packet, new RtpHeader(default, number, TimestampOf(unit.Pts), _ssrc, isLast));
        writer.TryAddPayload(payload);
        if (!RtpPacket.TryParse(_packet.AsSpan(0, writer.Finish()), out var packet)) return;
        var passed = new SourcePacket
        {
            Packet = packet,
            Sequence = _sequence++,
            Marks = marks,
            IsEntry = isEntry,
            Arrival = now,
            Now = now,
        };
        Note(passed);
        Track.Deliver(this, passed);
    }

    private RtpTimestamp TimestampOf(MediaTime pts) => new((uint)(_ssrc.Value + pts.ToUnits(Track.ClockRate)));
}
