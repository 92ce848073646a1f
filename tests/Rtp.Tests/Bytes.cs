namespace ConfEngine.Rtp.Tests;

/// <summary>Byte vectors as people write them.</summary>
internal static class Bytes
{
    /// <summary>Hexadecimal digits with any white space between.</summary>
    public static byte[] Of(string hex) => Convert.FromHexString(string.Concat(hex.Where(c => !char.IsWhiteSpace(c))));

    /// <summary>Random bytes of random length.</summary>
    public static byte[] Random(Random random, int maxLength)
    {
        var bytes = new byte[random.Next(maxLength + 1)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A copy with a few bytes changed, and often cut short.</summary>
    public static byte[] Damage(Random random, ReadOnlySpan<byte> bytes)
    {
        var damaged = bytes[..(random.Next(2) == 0 ? bytes.Length : random.Next(bytes.Length + 1))].ToArray();
        for (var i = random.Next(4); i > 0 && damaged.Length > 0; i--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        return damaged;
    }
}
