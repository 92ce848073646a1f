using System.Security.Cryptography;

namespace ConfEngine.Transport.Native;

/// <summary>AES-128 in counter mode, which the framework does not have, with a key set once and a new counter block per message.</summary>
internal sealed unsafe class AesCtrCipher : IDisposable
{
    private nint _context;

    public AesCtrCipher(ReadOnlySpan<byte> key)
    {
        _context = LibCrypto.CipherNew();
        fixed (byte* keyBytes = key)
            Check(_context != 0 && LibCrypto.CipherInit(_context, LibCrypto.Aes128Ctr(), 0, keyBytes, null, 1) == 1);
    }

    /// <summary>XORs the key stream that starts at <paramref name="counter"/> (16 bytes) onto the text.</summary>
    public void Apply(ReadOnlySpan<byte> counter, Span<byte> text)
    {
        ObjectDisposedException.ThrowIf(_context == 0, this);
        if (text.IsEmpty) return;
        fixed (byte* counterBytes = counter, textBytes = text)
        {
            Check(LibCrypto.CipherInit(_context, 0, 0, null, counterBytes, 1) == 1);
            Check(LibCrypto.CipherUpdate(_context, textBytes, out _, textBytes, text.Length) == 1);
        }
    }

    public void Dispose()
    {
        LibCrypto.CipherFree(_context);
        _context = 0;
    }

    private static void Check(bool worked)
    {
        if (!worked) throw new CryptographicException("libcrypto refused an AES-128-CTR operation");
    }
}
