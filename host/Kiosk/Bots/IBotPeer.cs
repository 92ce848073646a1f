using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Kiosk.Bots;

/// <summary>One connection of a bot, as the network thread reports on it.</summary>
internal interface IBotPeer
{
    /// <summary>The last figures of the path.</summary>
    PathFigures Path { get; }

    /// <summary>The connection changed.</summary>
    void OnState(ConnectionState state, string? error);

    /// <summary>The path was measured.</summary>
    void OnPath(in PathFigures figures);
}
