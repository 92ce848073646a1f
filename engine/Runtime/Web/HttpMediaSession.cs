using ConfEngine.Conference.Identity;

namespace ConfEngine.Runtime.Web;

/// <summary>A sender or player that came by HTTP: what its address stands for.</summary>
/// <param name="Path">Its address, decoded: <c>/whip/ROOM/ID</c>.</param>
/// <param name="Session">Its place in a room.</param>
/// <param name="Tag">Its entity tag, quotes included: names the ICE session (RFC 9725, section 4.3.1).</param>
/// <param name="Ufrag">Of its offer; empty for plain RTP.</param>
internal sealed record HttpMediaSession(string Path, SessionId Session, string Tag, string Ufrag)
{
    /// <summary>Frees what the session holds besides its place in the room; called once.</summary>
    public Action? Release { get; init; }
}
