using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Extensions;

/// <summary>When a packet left its sender, in 2^-18 s, wrapping every 64 s (webrtc.org abs-send-time). Only differences mean
/// anything.</summary>
/// <param name="Value">24 bits.</param>
public readonly record struct AbsoluteSendTime(uint Value)
{
    /// <summary>Bytes of the extension.</summary>
    public const int Length = 3;

    /// <summary>The value for a packet that leaves at <paramref name="now"/>.</summary>
    public static AbsoluteSendTime At(Instant now) => new((uint)(((Int128)now.Nanoseconds << 18) / 1_000_000_000) & 0xff_ffff);

    /// <summary>The time from <paramref name="earlier"/> to this one, by the shorter way round.</summary>
    public MediaTime Since(AbsoluteSendTime earlier)
    {
        var difference = (int)((Value - earlier.Value) << 8) >> 8;
        return new MediaTime((long)difference * 1_000_000_000 >> 18);
    }

    /// <summary>Reads the extension's value.</summary>
    public static bool TryParse(ReadOnlySpan<byte> value, out AbsoluteSendTime time)
    {
        time = default;
        if (value.Length < Length) return false;
        time = new AbsoluteSendTime((uint)(value[0] << 16 | value[1] << 8 | value[2]));
        return true;
    }

    /// <summary>Writes the extension's value.</summary>
    public void Write(Span<byte> value)
    {
        value[2] = (byte)Value;
        value[1] = (byte)(Value >> 8);
        value[0] = (byte)(Value >> 16);
    }
}
