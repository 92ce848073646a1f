using System.Net;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Simulation.Kit;

/// <summary>A machine with a media node, behind a link with two directions. Its clock may run fast or slow.</summary>
internal sealed class SimHost : IDatagramSender
{
    private readonly SimNetwork _network;

    public SimHost(SimNetwork network, int number, MediaNode node, Impairment up, Impairment down, double partsPerMillion)
    {
        (_network, Node, Up, Down) = (network, node, up, down);
        Address = UdpAddress.From(new IPEndPoint(new IPAddress([10, 0, (byte)(number >> 8), (byte)number]), 8443));
        ClockRate = 1 + partsPerMillion * 1e-6;
        node.Wake = () => IsAwake = true;
    }

    public MediaNode Node { get; }

    public UdpAddress Address { get; }

    /// <summary>Towards the middle of the network.</summary>
    public Impairment Up { get; }

    /// <summary>From the middle of the network.</summary>
    public Impairment Down { get; }

    public double ClockRate { get; }

    /// <summary>Something was posted: it wants a turn.</summary>
    public bool IsAwake { get; set; } = true;

    /// <summary>When its node wants a turn, on the network's clock.</summary>
    public Instant? Deadline { get; set; }

    /// <summary>Off: it neither sends nor receives, and says nothing.</summary>
    public bool IsOff { get; set; }

    /// <summary>The host's time.</summary>
    public Instant ToLocal(Instant network) => new((long)(network.Nanoseconds * ClockRate));

    /// <summary>The network's time at which the host's clock has come to <paramref name="local"/>.</summary>
    public Instant ToNetwork(Instant local) => new((long)Math.Ceiling(local.Nanoseconds / ClockRate));

    public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path)
    {
        if (!IsOff) Up.Offer(datagram, path, _network.Now);
    }
}
