using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Transport;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Udp;

namespace ConfEngine.TestKit.Media;

/// <summary>A client without a node: sends whatever RTP and RTCP a test wants, and keeps what it gets.</summary>
public sealed class RawPeer : WorldHost, IDisposable
{
    private readonly Handler _handler;

    private RawPeer(MediaWorld world, Handler handler)
        : base(world, handler) => _handler = handler;

    /// <summary>RTP that came, decrypted.</summary>
    public List<byte[]> Rtp => _handler.Rtp;

    /// <summary>Compound RTCP that came, decrypted.</summary>
    public List<byte[]> Rtcp => _handler.Rtcp;

    /// <summary>Its transport; there once a call was made.</summary>
    public Connection Connection => _handler.Connection ?? throw new InvalidOperationException("no call was made");

    /// <summary>The call.</summary>
    public MediaCall Call { get; private set; } = null!;

    /// <summary>Called with every RTP packet that comes, before it is kept.</summary>
    public Action<byte[]>? OnRtp
    {
        get => _handler.OnRtp;
        set => _handler.OnRtp = value;
    }

    /// <summary>Makes one.</summary>
    public static RawPeer Add(MediaWorld world) => new(world, new Handler());

    /// <summary>Sends an RTP packet; false while there is no connection.</summary>
    public bool SendRtp(ReadOnlySpan<byte> packet) => Connection.TrySendRtp(packet);

    /// <summary>Sends a compound RTCP packet; false while there is no connection.</summary>
    public bool SendRtcp(ReadOnlySpan<byte> packet) => Connection.TrySendRtcp(packet);

    /// <summary>Packets of one SSRC that came.</summary>
    public IEnumerable<byte[]> RtpOf(uint ssrc) =>
        Rtp.Where(bytes => RtpPacket.TryParse(bytes, out var packet) && packet.Ssrc.Value == ssrc);

    /// <inheritdoc/>
    public void Dispose() => _handler.Connection?.Dispose();

    internal void Start(MediaCall call)
    {
        Call = call;
        _handler.Connection = call.ClientConnection;
        _handler.Router.Add(call.ClientConnection);
        call.ClientConnection.Start(World.Now);
    }

    private sealed class Handler : IDatagramHandler
    {
        public ConnectionRouter Router { get; } = new();

        public List<byte[]> Rtp { get; } = [];

        public List<byte[]> Rtcp { get; } = [];

        public Connection? Connection { get; set; }

        public Action<byte[]>? OnRtp { get; set; }

        public void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival)
        {
            var packet = Router.OnDatagram(datagram, path, arrival, out _);
            if (packet.Kind == PacketKind.Rtcp) Rtcp.Add(packet.Bytes.ToArray());
            if (packet.Kind != PacketKind.Rtp) return;
            var bytes = packet.Bytes.ToArray();
            OnRtp?.Invoke(bytes);
            Rtp.Add(bytes);
        }

        public Instant? OnTurn(Instant now, IDatagramSender sender)
        {
            Router.OnTimer(now);
            Router.Flush(sender);
            return Router.NextDeadline;
        }
    }
}
