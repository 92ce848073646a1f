using System.Net;
using System.Net.Sockets;
using ConfEngine.Control.Http;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>Where people can open the pages, best first: secure before plain and other machines' view before this one's, for a browser elsewhere has no
/// camera without TLS.</summary>
internal static class PublicAddresses
{
    /// <summary>The addresses of a server.</summary>
    /// <param name="listening">Where it listens, with the ports that it got.</param>
    /// <param name="hostNames">Names that the owner gave this machine.</param>
    /// <param name="machine">This machine's own addresses, the most useful first.</param>
    public static IReadOnlyList<Uri> Of(IEnumerable<ListenAddress> listening, IReadOnlyList<string> hostNames, IReadOnlyList<IPAddress> machine) =>
    [
        .. listening.SelectMany(address => Hosts(address.Endpoint.Address, hostNames, machine).Select(host => Address(address, host)))
            .OrderByDescending(address => !address.IsLoopback).ThenByDescending(address => address.Scheme == "https").Distinct(),
    ];

    private static IEnumerable<string> Hosts(IPAddress bound, IReadOnlyList<string> hostNames, IReadOnlyList<IPAddress> machine)
    {
        if (!bound.Equals(IPAddress.Any) && !bound.Equals(IPAddress.IPv6Any))
            return IPAddress.IsLoopback(bound) ? [Text(bound)] : hostNames.Append(Text(bound));
        var reachable = machine.Where(address => bound.Equals(IPAddress.IPv6Any) || address.AddressFamily == AddressFamily.InterNetwork);
        return hostNames.Concat(reachable.Select(Text));
    }

    private static string Text(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private static Uri Address(ListenAddress address, string host) => new($"{(address.IsSecure ? "https" : "http")}://{host}:{address.Endpoint.Port}/");
}
