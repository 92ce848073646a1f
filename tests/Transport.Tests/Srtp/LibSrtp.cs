using System.Runtime.InteropServices;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport.Tests.Srtp;

/// <summary>libsrtp2 (package libsrtp2-1) as the oracle of our own SRTP: one session with one master key, for all SSRCs.</summary>
internal sealed unsafe partial class LibSrtp : IDisposable
{
    private const string Library = "libsrtp2.so.1";
    private const int AnyInbound = 2;
    private const int AnyOutbound = 3;
    private static readonly int InitStatus = Init();

    private nint _session;

    public LibSrtp(SrtpProfile profile, byte[] key, byte[] salt, bool outbound)
    {
        Assert.Equal(0, InitStatus);
        var policy = new Policy { SsrcType = outbound ? AnyOutbound : AnyInbound, WindowSize = 1024 };
        if (profile == SrtpProfile.AeadAes128Gcm)
        {
            SetGcm128(&policy.Rtp);
            SetGcm128(&policy.Rtcp);
        }
        else
        {
            SetDefault(&policy.Rtp);
            SetDefault(&policy.Rtcp);
        }

        fixed (byte* bytes = (byte[])[.. key, .. salt])
        {
            policy.Key = bytes;
            Assert.Equal(0, Create(out _session, &policy));
        }
    }

    public byte[] Protect(byte[] packet, bool rtcp)
    {
        var buffer = new byte[packet.Length + 160];
        packet.CopyTo(buffer, 0);
        var length = packet.Length;
        fixed (byte* bytes = buffer)
            Assert.Equal(0, rtcp ? ProtectRtcp(_session, bytes, ref length) : ProtectRtp(_session, bytes, ref length));
        return buffer[..length];
    }

    public byte[] Unprotect(byte[] packet, bool rtcp)
    {
        var buffer = (byte[])packet.Clone();
        var length = packet.Length;
        fixed (byte* bytes = buffer)
            Assert.Equal(0, rtcp ? UnprotectRtcp(_session, bytes, ref length) : UnprotectRtp(_session, bytes, ref length));
        return buffer[..length];
    }

    public void Dispose()
    {
        Deallocate(_session);
        _session = 0;
    }

    [LibraryImport(Library, EntryPoint = "srtp_init")]
    private static partial int Init();

    [LibraryImport(Library, EntryPoint = "srtp_create")]
    private static partial int Create(out nint session, Policy* policy);

    [LibraryImport(Library, EntryPoint = "srtp_dealloc")]
    private static partial int Deallocate(nint session);

    [LibraryImport(Library, EntryPoint = "srtp_protect")]
    private static partial int ProtectRtp(nint session, byte* packet, ref int length);

    [LibraryImport(Library, EntryPoint = "srtp_unprotect")]
    private static partial int UnprotectRtp(nint session, byte* packet, ref int length);

    [LibraryImport(Library, EntryPoint = "srtp_protect_rtcp")]
    private static partial int ProtectRtcp(nint session, byte* packet, ref int length);

    [LibraryImport(Library, EntryPoint = "srtp_unprotect_rtcp")]
    private static partial int UnprotectRtcp(nint session, byte* packet, ref int length);

    [LibraryImport(Library, EntryPoint = "srtp_crypto_policy_set_rtp_default")]
    private static partial void SetDefault(CryptoPolicy* policy);

    [LibraryImport(Library, EntryPoint = "srtp_crypto_policy_set_aes_gcm_128_16_auth")]
    private static partial void SetGcm128(CryptoPolicy* policy);

    /// <summary>srtp_crypto_policy_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct CryptoPolicy
    {
        public uint CipherType;
        public int CipherKeyLength;
        public uint AuthType;
        public int AuthKeyLength;
        public int AuthTagLength;
        public int Services;
    }

    /// <summary>srtp_policy_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Policy
    {
        public int SsrcType;
        public uint Ssrc;
        public CryptoPolicy Rtp;
        public CryptoPolicy Rtcp;
        public byte* Key;
        public nint Keys;
        public nuint KeyCount;
        public nint Deprecated;
        public nuint WindowSize;
        public int AllowRepeat;
        public nint EncryptedExtensions;
        public int EncryptedExtensionCount;
        public nint Next;
    }
}
