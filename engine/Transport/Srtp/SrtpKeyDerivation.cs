using System.Security.Cryptography;

namespace ConfEngine.Transport.Srtp;

/// <summary>Session keys from a master key (RFC 3711, section 4.3) with a key derivation rate of zero: derived once.</summary>
internal static class SrtpKeyDerivation
{
    /// <summary>Derives one session key or salt.</summary>
    /// <param name="masterKey">16 bytes.</param>
    /// <param name="masterSalt">14 bytes, or 12, which stand for 14 with zeros at the end (RFC 7714, section 11).</param>
    /// <param name="label">Which key: 0 to 2 for RTP encryption, authentication and salt, 3 to 5 for RTCP.</param>
    /// <param name="size">How many bytes.</param>
    public static byte[] Derive(ReadOnlySpan<byte> masterKey, ReadOnlySpan<byte> masterSalt, byte label, int size)
    {
        using var aes = Aes.Create();
        aes.Key = masterKey.ToArray();
        Span<byte> counter = stackalloc byte[16];
        counter.Clear();
        masterSalt.CopyTo(counter);
        counter[7] ^= label;
        Span<byte> block = stackalloc byte[16];
        var derived = new byte[size];
        for (var offset = 0; offset < size; offset += 16)
        {
            counter[15] = (byte)(offset / 16);
            aes.EncryptEcb(counter, block, PaddingMode.None);
            block[..Math.Min(16, size - offset)].CopyTo(derived.AsSpan(offset));
        }

        return derived;
    }
}
