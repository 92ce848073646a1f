using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Udp;

namespace ConfEngine.TestKit.Media;

/// <summary>A machine in a <see cref="MediaWorld"/>, driven the way that <see cref="UdpPort"/> drives its handler.</summary>
public class WorldHost : IDatagramSender
{
    private readonly MediaWorld _world;
    private readonly IDatagramHandler _handler;
    private readonly List<UdpAddress> _addresses = [];

    /// <summary>Makes a machine with one socket.</summary>
    public WorldHost(MediaWorld world, IDatagramHandler handler)
    {
        _world = world;
        _handler = handler;
        world.Add(this);
        AddSocket();
    }

    /// <summary>Where it is.</summary>
    public MediaWorld World => _world;

    /// <summary>The address of its first socket.</summary>
    public UdpAddress Address => _addresses[0];

    /// <summary>When it wants a turn; null for not before something comes.</summary>
    public Instant? Deadline { get; private set; }

    /// <summary>Opens another socket.</summary>
    /// <returns>Its index.</returns>
    public int AddSocket()
    {
        _addresses.Add(_world.Bind(this, _addresses.Count));
        return _addresses.Count - 1;
    }

    /// <summary>The address of a socket.</summary>
    public UdpAddress AddressOf(int socket) => _addresses[socket];

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path) => _world.Post(this, _addresses[path.Socket], path.Remote, datagram);

    internal void Receive(byte[] datagram, in NetworkPath path, Instant now) => _handler.OnDatagram(datagram, path, now);

    internal void Turn(Instant now) => Deadline = _handler.OnTurn(now, this);
}
