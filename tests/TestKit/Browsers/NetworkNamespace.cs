using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.TestKit.Browsers;

/// <summary>A network of its own, with nothing but a loopback interface, which may lose datagrams: Linux network namespaces (ip-netns(8)) and nftables. Needs
/// the right to make them, as root has it.</summary>
public sealed class NetworkNamespace : IDisposable
{
    private static int s_last;
    private readonly string _name = $"confengine-{Environment.ProcessId}-{Interlocked.Increment(ref s_last)}";

    /// <summary>Makes one.</summary>
    public NetworkNamespace()
    {
        Child.Run("ip", ["netns", "add", _name]).Expect(0);
        Run("ip", "link", "set", "lo", "up");
    }

    /// <summary>What stands before a command that is to run in it.</summary>
    public IReadOnlyList<string> Enter => ["ip", "netns", "exec", _name];

    /// <summary>Adds an interface with an address, for those who take no loopback address for a network: 10.77.0.1.</summary>
    public void AddInterface()
    {
        // Both ends in here: what is sent to the address never leaves the machine.
        Run("ip", "link", "add", "net0", "type", "veth", "peer", "name", "net1");
        // An IPv6 address that comes a second later would be a change of network, at which Chromium gives up the page that it is loading.
        Run("ip", "link", "set", "net0", "addrgenmode", "none");
        Run("ip", "link", "set", "net1", "addrgenmode", "none");
        Run("ip", "addr", "add", "10.77.0.1/24", "dev", "net0");
        Run("ip", "link", "set", "net0", "up");
        Run("ip", "link", "set", "net1", "up");
        Run("ip", "route", "add", "default", "via", "10.77.0.2");
    }

    /// <summary>Loses one of so many UDP datagrams from now on, at random.</summary>
    public void LoseOneIn(int count)
    {
        Run("nft", "add", "table", "inet", "loss");
        Run("nft", "add", "chain", "inet", "loss", "in", "{", "type", "filter", "hook", "input", "priority", "0", ";", "}");
        Run("nft", "add", "rule", "inet", "loss", "in", "meta", "l4proto", "udp", "numgen", "random", "mod", $"{count}", "0", "counter", "drop");
    }

    /// <summary>Connects from within it.</summary>
    /// <exception cref="IOException">The namespace cannot be entered.</exception>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public Socket Connect(EndPoint to)
    {
        Socket? socket = null;
        Exception? failure = null;
        // A socket belongs to the network its thread was in when it was made, for ever; the thread goes no further.
        var thread = new Thread(() =>
        {
            try
            {
                using var handle = File.OpenHandle($"/run/netns/{_name}");
                if (LibC.SetNamespace((int)handle.DangerousGetHandle(), LibC.NetworkNamespace) != 0)
                    throw new IOException($"cannot enter {_name}: error {Marshal.GetLastPInvokeError()}");
                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Connect(to);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? socket! : throw failure;
    }

    /// <summary>Makes HTTP requests from within it.</summary>
    public HttpMessageInvoker MakeConnector() => new(new SocketsHttpHandler
    {
        ConnectCallback = (context, _) => ValueTask.FromResult<Stream>(
            new NetworkStream(Connect(new IPEndPoint(IPAddress.Parse(context.DnsEndPoint.Host), context.DnsEndPoint.Port)), ownsSocket: true)),
    });

    public void Dispose() => Child.Run("ip", ["netns", "delete", _name]);

    private void Run(params string[] command) => Child.Run("ip", ["netns", "exec", _name, .. command]).Expect(0);
}
