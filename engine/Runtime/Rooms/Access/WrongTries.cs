using System.Net;
using System.Net.Sockets;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Rooms.Access;

/// <summary>Wrong tokens of the last minute. After 10 from one address nothing of it is looked at for a minute; after 300 from all addresses no code at all
/// is until the minute is over: at that pace the code on the wall holds for millennia.</summary>
internal sealed class WrongTries
{
    public const int PerAddress = 10;
    public const int Together = 300;
    private static readonly MediaTime s_minute = MediaTime.FromSeconds(60);

    // No more than 300 a minute are counted, and each is forgotten after two: this stays small whoever tries.
    private readonly Dictionary<IPAddress, (int Count, Instant Until)> _addresses = [];
    private int _together;
    private Instant _togetherUntil;

    public bool IsShut(IPAddress remote, Instant now) =>
        _addresses.TryGetValue(Key(remote), out var tries) && tries.Count >= PerAddress && now < tries.Until;

    public bool IsShutForAll(Instant now) => _together >= Together && now < _togetherUntil;

    public void Count(IPAddress remote, Instant now)
    {
        if (now >= _togetherUntil)
        {
            (_together, _togetherUntil) = (0, now + s_minute);
            foreach (var (address, old) in _addresses.ToArray())
                if (now >= old.Until) _addresses.Remove(address);
        }

        _together++;
        var key = Key(remote);
        var tries = _addresses.GetValueOrDefault(key, (Count: 0, Until: now + s_minute));
        if (now >= tries.Until) tries = (0, now + s_minute);
        tries.Count++;
        // The minute of silence begins with the last try that was looked at.
        if (tries.Count >= PerAddress) tries.Until = now + s_minute;
        _addresses[key] = tries;
    }

    // A subscriber of IPv6 has a /64 at least (RFC 6177), and may send from any address of it.
    private static IPAddress Key(IPAddress remote)
    {
        if (remote.IsIPv4MappedToIPv6) return remote.MapToIPv4();
        if (remote.AddressFamily != AddressFamily.InterNetworkV6) return remote;
        var bytes = remote.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
