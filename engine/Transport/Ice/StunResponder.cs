using System.Text;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Stun;

namespace ConfEngine.Transport.Ice;

/// <summary>Answers connectivity checks (RFC 8445, section 7.3) for one session. Stateless: the agents keep what follows from a check.</summary>
internal sealed class StunResponder(IceCredentials local, DatagramQueue outgoing)
{
    private readonly byte[] _userPrefix = Encoding.ASCII.GetBytes(local.Ufrag + ":");

    /// <summary>True when the request is authentic, complete and for this session. Otherwise it has been refused with the error it deserves.</summary>
    public bool TryAccept(in StunMessage request, in NetworkPath path, out uint priority)
    {
        priority = 0;
        // RFC 8489, section 9.1.3.
        if (!request.HasIntegrity || !request.TryGet(StunAttribute.Username, out var user))
            return Refuse(request, path, 400, "Bad Request", authentic: false);
        if (!user.StartsWith(_userPrefix) || !request.IsAuthentic(local.PasswordBytes))
            return Refuse(request, path, 401, "Unauthenticated", authentic: false);
        var unknown = request.FirstUnknownRequired();
        if (unknown != 0) return Refuse(request, path, 420, "Unknown Attribute", authentic: true, unknown);
        return request.TryGetUInt32(StunAttribute.Priority, out priority) || Refuse(request, path, 400, "Bad Request", authentic: true);
    }

    /// <summary>Says yes, and which address the request came from.</summary>
    public void Confirm(in StunMessage request, in NetworkPath path)
    {
        if (!outgoing.TryReserve(out var slot)) return;
        var writer = new StunWriter(slot, StunMessageType.BindingSuccess, request.TransactionId);
        writer.AddMappedAddress(path.Remote);
        outgoing.Commit(writer.Finish(local.PasswordBytes), path);
    }

    /// <summary>Tells the peer to change its role (RFC 8445, section 7.3.1.1).</summary>
    public void RefuseRole(in StunMessage request, in NetworkPath path) => Refuse(request, path, 487, "Role Conflict", authentic: true);

    private bool Refuse(in StunMessage request, in NetworkPath path, int code, string reason, bool authentic, ushort unknown = 0)
    {
        if (!outgoing.TryReserve(out var slot)) return false;
        var writer = new StunWriter(slot, StunMessageType.BindingError, request.TransactionId);
        writer.AddError(code, reason);
        if (unknown != 0) writer.Add(StunAttribute.UnknownAttributes, [(byte)(unknown >> 8), (byte)unknown]);
        outgoing.Commit(writer.Finish(authentic ? local.PasswordBytes : []), path);
        return false;
    }
}
