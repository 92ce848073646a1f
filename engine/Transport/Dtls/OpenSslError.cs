using System.Text;
using ConfEngine.Transport.Native;

namespace ConfEngine.Transport.Dtls;

/// <summary>What OpenSSL says about its last failure on this thread.</summary>
internal static unsafe class OpenSslError
{
    /// <summary>One line.</summary>
    public static string Describe()
    {
        var error = LibCrypto.LastError();
        if (error == 0) return "no reason given";
        Span<byte> text = stackalloc byte[256];
        fixed (byte* bytes = text) LibCrypto.DescribeError(error, bytes, (nuint)text.Length);
        return Encoding.ASCII.GetString(text[..text.IndexOf((byte)0)]);
    }
}
