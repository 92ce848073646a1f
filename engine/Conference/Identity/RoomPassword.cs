using System.Security.Cryptography;

namespace ConfEngine.Conference.Identity;

/// <summary>A room's password as it is kept: salted and hashed, compared in constant time.</summary>
public sealed class RoomPassword
{
    /// <summary>Bytes of salt, from a cryptographic random source.</summary>
    public const int SaltBytes = 16;

    // A few milliseconds: hashing happens on the thread that owns the rooms, and the number of wrong tries is limited besides.
    private const int Iterations = 10_000;
    private readonly byte[] _salt;
    private readonly byte[] _hash;

    /// <summary>Hashes <paramref name="password"/>. Throws <see cref="ArgumentException"/> when it is empty or too long, or the salt has
    /// another length than <see cref="SaltBytes"/>.</summary>
    public RoomPassword(Secret password, ReadOnlySpan<byte> salt)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.IsEmpty) throw new ArgumentException($"A room password has 1 to {Secret.MaxBytes} bytes.", nameof(password));
        if (salt.Length != SaltBytes) throw new ArgumentException($"The salt has {SaltBytes} bytes.", nameof(salt));
        _salt = salt.ToArray();
        _hash = Hash(password);
    }

    /// <summary>True when <paramref name="candidate"/> is the password. Takes the same time either way.</summary>
    public bool Matches(Secret? candidate) =>
        candidate is { IsEmpty: false } && CryptographicOperations.FixedTimeEquals(Hash(candidate), _hash);

    /// <inheritdoc/>
    public override string ToString() => "***";

    private byte[] Hash(Secret password) =>
        Rfc2898DeriveBytes.Pbkdf2(password.Bytes, _salt, Iterations, HashAlgorithmName.SHA256, 32);
}
