using ConfEngine.Core.Time;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers.Receiving;
using ConfEngine.Transport.Peers.Sending;

namespace ConfEngine.Transport.Peers;

/// <summary>A peer behind a <see cref="Connection"/>: a browser, or one of our own servers or clients.</summary>
internal sealed class Peer : Endpoint
{
    private const int DatagramLength = 1200;
    private readonly Connection _connection;
    private readonly PeerFigures _figures;
    private bool _isStarted;
    private bool _hasLeft;
    private Instant _reportAt;

    public Peer(PeerId id, MediaNode node, Connection connection)
        : base(id, node)
    {
        _connection = connection;
        Receiver = new PeerReceiver(this);
        Sender = new PeerSender(this);
        _figures = new PeerFigures(this);
    }

    public Connection Connection => _connection;

    public PeerReceiver Receiver { get; }

    public PeerSender Sender { get; }

    public PeerFigures Figures => _figures;

    /// <summary>There is a path and there are keys.</summary>
    public bool CanSend { get; private set; }

    public bool TrySendRtp(ReadOnlySpan<byte> packet)
    {
        Touch();
        return _connection.TrySendRtp(packet);
    }

    /// <inheritdoc/>
    public override void SendRtcp(ReadOnlySpan<byte> packet)
    {
        if (!CanSend) return;
        Touch();
        _connection.TrySendRtcp(packet);
    }

    /// <summary>Takes a compound RTCP packet.</summary>
    public void OnRtcp(ReadOnlySpan<byte> bytes, Instant arrival, Instant now)
    {
        if (!RtcpReader.TryOpen(bytes, out var reader))
        {
            Node.Counters.MalformedRtcp++;
            return;
        }

        while (reader.TryRead(out var packet))
        {
            Receiver.OnRtcp(packet, arrival, now);
            Sender.OnRtcp(packet, now);
        }
    }

    /// <inheritdoc/>
    public override void OnTimer(Instant now)
    {
        if (_connection.NextDeadline <= now) _connection.OnTimer(now);
        Sender.OnTimer(now);
        if (Receiver.NextDeadline <= now) SendFeedback(now);
        Touch();
    }

    /// <inheritdoc/>
    public override void OnTick(Instant now)
    {
        Sender.ChooseLayers(now);
        if (CanSend && now >= _reportAt) SendReports(now);
        _figures.OnTick(now);
        Touch();
    }

    /// <summary>Says good-bye, as far as there is somebody to say it to.</summary>
    public void Leave()
    {
        var batch = new FeedbackBatch(this, Receiver.ReportSource, stackalloc byte[DatagramLength]);
        Sender.Leave(ref batch);
        batch.Send();
        CanSend = false;
        _hasLeft = true;
        _connection.Close();
    }

    /// <inheritdoc/>
    protected override void OnTouched(Instant now, IDatagramSender sender)
    {
        if (_hasLeft) return;
        if (!_isStarted)
        {
            _isStarted = true;
            _connection.Start(now);
        }

        if (_connection.TryGetStateChange(out var state)) OnState(state, now);
        if (CanSend && Receiver.NextDeadline <= now) SendFeedback(now);
        Node.Router.Flush(_connection, sender);
        Deadline = _connection.NextDeadline;
        Consider(Receiver.NextDeadline);
        Consider(Sender.NextDeadline);
    }

    private void Consider(Instant? deadline)
    {
        if (!CanSend) return;
        if (deadline is { } at && (Deadline is null || at < Deadline)) Deadline = at;
    }

    private void OnState(ConnectionState state, Instant now)
    {
        CanSend = state is ConnectionState.Connected or ConnectionState.Disconnected;
        // Players may begin at once.
        Sender.ChooseLayers(now);
        Node.Events.OnPeerState(Id, state, _connection.Error);
    }

    private void SendFeedback(Instant now)
    {
        var batch = new FeedbackBatch(this, Receiver.ReportSource, stackalloc byte[DatagramLength]);
        Receiver.Collect(ref batch, Sender.Path.RoundTripOrGuess, now);
        batch.Send();
    }

    private void SendReports(Instant now)
    {
        _reportAt = now + MediaTime.FromSeconds(1);
        var batch = new FeedbackBatch(this, Receiver.ReportSource, stackalloc byte[DatagramLength]);
        Sender.Report(ref batch, now);
        Receiver.Report(ref batch, now);
        batch.Send();
    }
}
