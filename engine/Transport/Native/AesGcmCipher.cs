using System.Security.Cryptography;

namespace ConfEngine.Transport.Native;

/// <summary>AES-128-GCM with a key set once and a new nonce per message. The framework's AesGcm does the same work, but sets cipher and
/// nonce length anew for every message, which costs more than encrypting an audio packet.</summary>
internal sealed unsafe class AesGcmCipher : IDisposable
{
    private const int GetTag = 0x10;
    private const int SetTag = 0x11;

    private nint _context;

    public AesGcmCipher(ReadOnlySpan<byte> key)
    {
        _context = LibCrypto.CipherNew();
        fixed (byte* keyBytes = key)
            Check(_context != 0 && LibCrypto.CipherInit(_context, LibCrypto.Aes128Gcm(), 0, keyBytes, null, 1) == 1);
    }

    /// <summary>Encrypts in place and writes the tag of 16 bytes.</summary>
    public void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> covered, Span<byte> text, Span<byte> tag)
    {
        ObjectDisposedException.ThrowIf(_context == 0, this);
        fixed (byte* nonceBytes = nonce, coveredBytes = covered, textBytes = text, tagBytes = tag)
        {
            Check(LibCrypto.CipherInit(_context, 0, 0, null, nonceBytes, 1) == 1);
            Check(LibCrypto.CipherUpdate(_context, null, out _, coveredBytes, covered.Length) == 1);
            if (text.Length > 0) Check(LibCrypto.CipherUpdate(_context, textBytes, out _, textBytes, text.Length) == 1);
            var none = stackalloc byte[16];
            Check(LibCrypto.CipherFinal(_context, none, out _) == 1);
            Check(LibCrypto.CipherControl(_context, GetTag, tag.Length, tagBytes) == 1);
        }
    }

    /// <summary>Decrypts in place. False, with the text cleared, when the tag is wrong.</summary>
    public bool TryDecrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> covered, Span<byte> text, ReadOnlySpan<byte> tag)
    {
        ObjectDisposedException.ThrowIf(_context == 0, this);
        fixed (byte* nonceBytes = nonce, coveredBytes = covered, textBytes = text, tagBytes = tag)
        {
            Check(LibCrypto.CipherInit(_context, 0, 0, null, nonceBytes, 0) == 1);
            Check(LibCrypto.CipherUpdate(_context, null, out _, coveredBytes, covered.Length) == 1);
            if (text.Length > 0) Check(LibCrypto.CipherUpdate(_context, textBytes, out _, textBytes, text.Length) == 1);
            Check(LibCrypto.CipherControl(_context, SetTag, tag.Length, tagBytes) == 1);
            var none = stackalloc byte[16];
            if (LibCrypto.CipherFinal(_context, none, out _) == 1) return true;
        }

        text.Clear();
        return false;
    }

    public void Dispose()
    {
        LibCrypto.CipherFree(_context);
        _context = 0;
    }

    private static void Check(bool worked)
    {
        if (!worked) throw new CryptographicException("libcrypto refused an AES-128-GCM operation");
    }
}
