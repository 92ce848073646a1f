using System.Net;
using System.Text;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Stun;

namespace ConfEngine.Fuzz.Targets;

internal static class StunTargets
{
    private static readonly byte[] s_password = Encoding.UTF8.GetBytes("serverPasswordOf24Chars+");

    public static FuzzTarget Stun()
    {
        byte[][] seeds = [Request(), Response(), Error(), Request(signed: false)];
        return new FuzzTarget("stun", seeds, input => Run(input, seeds)) { MostAllocated = 4096 };
    }

    /// <summary>A check as browsers send it.</summary>
    public static byte[] Request(bool signed = true)
    {
        Span<byte> buffer = stackalloc byte[StunWriter.MaxSize];
        var writer = new StunWriter(buffer, StunMessageType.BindingRequest, "abcdefghijkl"u8);
        writer.AddText(StunAttribute.Username, "srvU:Zk3W");
        writer.AddUInt32(StunAttribute.Priority, 1853817087);
        writer.AddUInt64(StunAttribute.IceControlling, 0x1122334455667788);
        writer.Add(StunAttribute.UseCandidate, []);
        return buffer[..writer.Finish(signed ? s_password : [])].ToArray();
    }

    private static byte[] Response()
    {
        Span<byte> buffer = stackalloc byte[StunWriter.MaxSize];
        var writer = new StunWriter(buffer, StunMessageType.BindingSuccess, "abcdefghijkl"u8);
        writer.AddMappedAddress(UdpAddress.From(new IPEndPoint(IPAddress.Parse("2001:db8::17"), 51000)));
        return buffer[..writer.Finish(s_password)].ToArray();
    }

    private static byte[] Error()
    {
        Span<byte> buffer = stackalloc byte[StunWriter.MaxSize];
        var writer = new StunWriter(buffer, StunMessageType.BindingError, "abcdefghijkl"u8);
        writer.AddError(487, "Role Conflict");
        return buffer[..writer.Finish(s_password)].ToArray();
    }

    private static int Run(ReadOnlySpan<byte> input, byte[][] seeds)
    {
        if (!StunMessage.TryParse(input, out var message)) return 0;
        var outcome = 1;
        if (message.TryGet(StunAttribute.Username, out var name)) outcome |= 2 | (name.Length & 15) << 8;
        if (message.TryGetMappedAddress(out _)) outcome |= 4;
        if (message.TryGetUInt32(StunAttribute.Priority, out _)) outcome |= 8;
        if (message.TryGetUInt64(StunAttribute.IceControlling, out _)) outcome |= 16;
        if (message.TryGetErrorCode(out var code)) outcome |= 32;
        Rules.Hold(code is >= 0 and < 1000);
        if (message.FirstUnknownRequired() != 0) outcome |= 64;
        Rules.Hold(message.TransactionId.Length == 12);
        if (!message.IsAuthentic(s_password)) return outcome;
        // Whoever has not the password cannot sign: what is signed is what a seed says, but for what the signature does not cover. The
        // length field stands for the signed part and is not signed as it came.
        var isOurs = false;
        foreach (var seed in seeds) isOurs |= IsSignedPart(seed, input);
        Rules.Hold(isOurs);
        return outcome | 128;
    }

    private static bool IsSignedPart(byte[] seed, ReadOnlySpan<byte> input)
    {
        const int Trailer = 8 + 24;
        var signed = seed.Length - Trailer;
        return input.Length >= signed && input[..2].SequenceEqual(seed.AsSpan(0, 2)) && input[4..signed].SequenceEqual(seed.AsSpan(4, signed - 4));
    }
}
