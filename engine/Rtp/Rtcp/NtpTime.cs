using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>A wall-clock time as 32.32 fixed point seconds since 1900 (RFC 3550, 4). Senders choose their own clock; only differences
/// within
/// one sender mean anything.</summary>
/// <param name="Value">Seconds in the upper half, fraction in the lower.</param>
public readonly record struct NtpTime(ulong Value)
{
    private const long UnixEpoch = 2_208_988_800;

    /// <summary>The middle 32 bits, in 1/65536 s: what reports echo to measure the round trip.</summary>
    public uint Middle => (uint)(Value >> 16);

    /// <summary>The time at <paramref name="nanoseconds"/> after 1970-01-01 00:00 UTC.</summary>
    public static NtpTime FromUnixNanoseconds(long nanoseconds)
    {
        var since1900 = (Int128)nanoseconds + (Int128)UnixEpoch * 1_000_000_000;
        return new NtpTime((ulong)((since1900 << 32) / 1_000_000_000));
    }

    /// <summary>From <paramref name="earlier"/> to this time; negative when that is the later one.</summary>
    public MediaTime Since(NtpTime earlier) => new((long)((Int128)(long)(Value - earlier.Value) * 1_000_000_000 >> 32));

    /// <summary>Later by <paramref name="span"/>.</summary>
    public static NtpTime operator +(NtpTime at, MediaTime span) =>
        new(at.Value + (ulong)(long)(((Int128)span.Nanoseconds << 32) / 1_000_000_000));
}
