using System.Text;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Stun;

namespace ConfEngine.Transport;

/// <summary>Finds the connection a datagram is for: by the address it came from, once a check has authenticated it there, and by the ufrag a
/// check names. Everything else is dropped and counted, without an answer. One thread owns it.</summary>
public sealed class ConnectionRouter
{
    private const int MaxUfrag = 256;

    private readonly Dictionary<string, Connection> _byUfrag = [];
    private readonly Dictionary<string, Connection>.AlternateLookup<ReadOnlySpan<char>> _byUfragText;
    private readonly Dictionary<NetworkPath, Connection> _byPath = [];

    /// <summary>Knows nobody yet.</summary>
    public ConnectionRouter() => _byUfragText = _byUfrag.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All connections.</summary>
    public Dictionary<string, Connection>.ValueCollection Connections => _byUfrag.Values;

    /// <summary>Datagrams that were for nobody.</summary>
    public long Unmatched { get; private set; }

    /// <summary>When the first connection wants its <see cref="Connection.OnTimer"/>.</summary>
    public Instant? NextDeadline
    {
        get
        {
            Instant? next = null;
            foreach (var connection in _byUfrag.Values)
                if (connection.NextDeadline is { } deadline && (next is null || deadline < next))
                    next = deadline;
            return next;
        }
    }

    /// <summary>From now on datagrams find this connection.</summary>
    /// <exception cref="ArgumentException">Another connection has the same ufrag.</exception>
    public void Add(Connection connection) => _byUfrag.Add(connection.Ufrag, connection);

    /// <summary>Forgets a connection and its addresses. What still comes for it is dropped.</summary>
    public void Remove(Connection connection)
    {
        _byUfrag.Remove(connection.Ufrag);
        foreach (var (path, owner) in _byPath)
            if (owner == connection)
                _byPath.Remove(path);
    }

    /// <summary>Hands a datagram to the connection it is for.</summary>
    /// <param name="datagram">Decrypted in place when it is media.</param>
    /// <param name="path">Where it came from.</param>
    /// <param name="now">When it came.</param>
    /// <param name="connection">Who took it; null when nobody did.</param>
    public ReceivedPacket OnDatagram(Span<byte> datagram, in NetworkPath path, Instant now, out Connection? connection)
    {
        var isCheck = TryReadUfrag(datagram, out var named);
        if (!isCheck) _byPath.TryGetValue(path, out named);
        connection = named;
        if (connection is null)
        {
            Unmatched++;
            return default;
        }

        var packet = connection.OnDatagram(datagram, path, now);
        // The latest owner of an address wins: a browser may use one port for its next call.
        if (isCheck && connection.IsValidated(path)) _byPath[path] = connection;
        return packet;
    }

    /// <summary>Calls every connection whose time has come.</summary>
    public void OnTimer(Instant now)
    {
        foreach (var connection in _byUfrag.Values)
            if (connection.NextDeadline <= now)
                connection.OnTimer(now);
    }

    /// <summary>Moves everything that waits to be sent to <paramref name="sender"/>.</summary>
    public void Flush(IDatagramSender sender)
    {
        foreach (var connection in _byUfrag.Values) Flush(connection, sender);
    }

    /// <summary>Moves what waits to be sent by one connection to <paramref name="sender"/>.</summary>
    public void Flush(Connection connection, IDatagramSender sender)
    {
        while (connection.TryGetTransmit(out var datagram, out var path))
        {
            // A client's answers come from where it sent its checks to.
            if (connection.IsClient) _byPath.TryAdd(path, connection);
            sender.Send(datagram, path);
        }
    }

    // The USERNAME of a check is "our ufrag:their ufrag" (RFC 8445, section 7.2.2).
    private bool TryReadUfrag(ReadOnlySpan<byte> datagram, out Connection? connection)
    {
        connection = null;
        if (datagram.IsEmpty || datagram[0] > 3 || !StunMessage.TryParse(datagram, out var message)) return false;
        if (message.Type != StunMessageType.BindingRequest || !message.TryGet(StunAttribute.Username, out var user)) return false;
        var colon = user.IndexOf((byte)':');
        if (colon is < 1 or > MaxUfrag) return false;
        Span<char> ufrag = stackalloc char[MaxUfrag];
        var length = Encoding.Latin1.GetChars(user[..colon], ufrag);
        _byUfragText.TryGetValue(ufrag[..length], out connection);
        return true;
    }
}
