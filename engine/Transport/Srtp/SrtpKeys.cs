namespace ConfEngine.Transport.Srtp;

/// <summary>Master keys and salts of both directions, as the DTLS exporter gave them.</summary>
/// <param name="Profile">The profile both sides agreed on.</param>
/// <param name="LocalKey">Key of what we send, 16 bytes.</param>
/// <param name="LocalSalt">Salt of what we send.</param>
/// <param name="RemoteKey">Key of what we receive, 16 bytes.</param>
/// <param name="RemoteSalt">Salt of what we receive.</param>
public sealed record SrtpKeys(SrtpProfile Profile, byte[] LocalKey, byte[] LocalSalt, byte[] RemoteKey, byte[] RemoteSalt)
{
    /// <summary>Takes exported key material apart: client key, server key, client salt, server salt (RFC 5764, section 4.2).</summary>
    /// <param name="profile">The agreed profile, which fixes the sizes.</param>
    /// <param name="material">Twice key plus salt.</param>
    /// <param name="isClient">True when we are the DTLS client.</param>
    public static SrtpKeys FromExporter(SrtpProfile profile, ReadOnlySpan<byte> material, bool isClient)
    {
        const int key = SrtpProfiles.KeySize;
        var salt = profile.SaltSize();
        ArgumentOutOfRangeException.ThrowIfNotEqual(material.Length, MaterialSize(profile));
        var clientKey = material[..key].ToArray();
        var serverKey = material.Slice(key, key).ToArray();
        var clientSalt = material.Slice(2 * key, salt).ToArray();
        var serverSalt = material.Slice(2 * key + salt, salt).ToArray();
        return isClient
            ? new SrtpKeys(profile, clientKey, clientSalt, serverKey, serverSalt)
            : new SrtpKeys(profile, serverKey, serverSalt, clientKey, clientSalt);
    }

    /// <summary>How many bytes the exporter must give.</summary>
    public static int MaterialSize(SrtpProfile profile) => 2 * (SrtpProfiles.KeySize + profile.SaltSize());

    /// <summary>Says the profile only: keys never reach a log.</summary>
    public override string ToString() => Profile.WireName();
}
