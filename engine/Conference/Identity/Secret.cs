using System.Security.Cryptography;
using System.Text;

namespace ConfEngine.Conference.Identity;

/// <summary>A password or a key on its way in. It prints as stars, so that no log of inputs can hold it.</summary>
public sealed class Secret
{
    /// <summary>The most bytes of UTF-8 that are looked at.</summary>
    public const int MaxBytes = 256;

    private readonly byte[] _bytes;

    /// <summary>Keeps <paramref name="text"/>; one that is too long equals nothing.</summary>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        IsTooLong = text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes;
        _bytes = IsTooLong ? [] : Encoding.UTF8.GetBytes(text);
    }

    /// <summary>True when nothing was given.</summary>
    public bool IsEmpty => _bytes.Length == 0;

    /// <summary>True for more than <see cref="MaxBytes"/>.</summary>
    public bool IsTooLong { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The only form of it that is kept.</summary>
    internal byte[] Digest() => SHA256.HashData(_bytes);

    /// <inheritdoc/>
    public override string ToString() => "***";
}
