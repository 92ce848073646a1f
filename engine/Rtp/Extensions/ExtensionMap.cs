namespace ConfEngine.Rtp.Extensions;

/// <summary>Which number stands for which kind of extension in one session: a=extmap of the session description (RFC 8285, 5).</summary>
public sealed class ExtensionMap
{
    private readonly byte[] _ids = new byte[ExtensionKinds.Count];
    private readonly ExtensionKind[] _kinds = new ExtensionKind[256];

    /// <summary>Ties <paramref name="id"/> to <paramref name="kind"/>.</summary>
    /// <returns>False for id 0 or 15, which mean something else, and when either has been given away already.</returns>
    public bool TryAdd(ExtensionKind kind, int id)
    {
        if (kind == ExtensionKind.None || id is < 1 or > 255 or 15 || _kinds[id] != ExtensionKind.None || _ids[(int)kind] != 0)
            return false;
        _kinds[id] = kind;
        _ids[(int)kind] = (byte)id;
        return true;
    }

    /// <summary>What <paramref name="id"/> stands for.</summary>
    public ExtensionKind KindOf(byte id) => _kinds[id];

    /// <summary>The number of <paramref name="kind"/>; 0 when it was not negotiated.</summary>
    public byte IdOf(ExtensionKind kind) => _ids[(int)kind];
}
