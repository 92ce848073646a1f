using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers.Receiving;

namespace ConfEngine.Transport.Peers.Plain;

/// <summary>One track of an encoder in the local network, as plain RTP on a socket of its own (RFC 3551). Whoever sends first owns the socket:
/// anybody else in the network could otherwise mix in.</summary>
internal sealed class PlainLine : Endpoint
{
    private const int QueueCapacity = 16;
    private const int DatagramLength = 1200;
    private static readonly MediaTime s_roundTrip = MediaTime.FromMilliseconds(20);
    private readonly PlainMedia _media;
    private readonly DatagramQueue _outgoing = new(QueueCapacity);
    private UdpAddress? _mediaFrom;
    private NetworkPath? _reportPath;
    private Instant _reportAt;

    public PlainLine(PeerId id, MediaNode node, PlainMedia media)
        : base(id, node)
    {
        _media = media;
        Receiver = new PeerReceiver(this);
        Track = new ReceiveTrack(Receiver, "", media.Kind, media.ClockRate, [], PayloadTable.Plain(media));
        Receiver.Set(Track, []);
    }

    public PeerReceiver Receiver { get; }

    public ReceiveTrack Track { get; }

    public PlainMedia Media => _media;

    /// <summary>When its owner was heard of last; null before the first packet.</summary>
    public Instant? HeardAt { get; private set; }

    /// <summary>Takes a datagram from one of its sockets.</summary>
    public void OnDatagram(ReadOnlySpan<byte> datagram, in NetworkPath path, Instant arrival, Instant now)
    {
        if (RtpPacket.IsRtcp(datagram)) OnReport(datagram, path, arrival, now);
        else if (path.Socket == _media.RtpSocket) OnMedia(datagram, path, arrival, now);
        else Node.Counters.MalformedRtcp++;
    }

    /// <inheritdoc/>
    public override void SendRtcp(ReadOnlySpan<byte> packet)
    {
        if (_reportPath is not { } path) return;
        _outgoing.TryEnqueue(packet, path);
        Touch();
    }

    /// <inheritdoc/>
    public override void OnTimer(Instant now)
    {
        var batch = new FeedbackBatch(this, Receiver.ReportSource, stackalloc byte[DatagramLength]);
        Receiver.Collect(ref batch, s_roundTrip, now);
        batch.Send();
        Touch();
    }

    /// <inheritdoc/>
    public override void OnTick(Instant now)
    {
        if (now < _reportAt) return;
        _reportAt = now + MediaTime.FromSeconds(1);
        var batch = new FeedbackBatch(this, Receiver.ReportSource, stackalloc byte[DatagramLength]);
        Receiver.Report(ref batch, now);
        batch.Send();
    }

    /// <inheritdoc/>
    protected override void OnTouched(Instant now, IDatagramSender sender)
    {
        if (Receiver.NextDeadline <= now) OnTimer(now);
        while (_outgoing.TryDequeue(out var datagram, out var path)) sender.Send(datagram, path);
        Deadline = Receiver.NextDeadline;
    }

    private void OnMedia(ReadOnlySpan<byte> datagram, in NetworkPath path, Instant arrival, Instant now)
    {
        if (!RtpPacket.TryParse(datagram, out _))
        {
            Node.Counters.MalformedRtp++;
            return;
        }

        _mediaFrom ??= path.Remote;
        if (_mediaFrom != path.Remote)
        {
            Node.Counters.PlainRefused++;
            return;
        }

        // Until its reports show another address, the encoder is thought to listen where it sends from.
        if (_media.RtcpSocket == _media.RtpSocket) _reportPath ??= path;
        HeardAt = now;
        Receiver.OnRtp(datagram, arrival, now);
        Touch();
    }

    private void OnReport(ReadOnlySpan<byte> datagram, in NetworkPath path, Instant arrival, Instant now)
    {
        // Reports come from another port than the media, but from the same machine.
        if (path.Socket != _media.RtcpSocket || _mediaFrom is not { } from || from.Host != path.Remote.Host
            || (_reportPath is { } known && known != path))
        {
            Node.Counters.PlainRefused++;
            return;
        }

        if (!RtcpReader.TryOpen(datagram, out var reader))
        {
            Node.Counters.MalformedRtcp++;
            return;
        }

        _reportPath ??= path;
        while (reader.TryRead(out var packet)) Receiver.OnRtcp(packet, arrival, now);
        Touch();
    }
}
