using System.Globalization;
using System.Text.Json.Nodes;

namespace ConfEngine.StandIns.MessagePack.Tests.Interop;

/// <summary>Values of every kind and size: those at the bounds of each form, and random ones from a seed. Only what all languages can hold: map keys are strings that look
/// like no number, timestamps are of whole milliseconds, floats have a fraction.</summary>
internal static class Corpus
{
    private static readonly string[] s_texts = ["", "a", "Grüße", "会议室", "مرحبا", "😀", "\0\u0001\"\\", "é\u0301"];

    public static JsonArray Make(int seed)
    {
        var values = new JsonArray();
        foreach (var value in Bounds()) values.Add(value);
        var random = new Random(seed);
        for (var i = 0; i < 400; i++) values.Add(Any(random, 4));
        return ["array", values];
    }

    private static IEnumerable<JsonArray> Bounds()
    {
        yield return ["nil"];
        yield return ["bool", true];
        yield return ["bool", false];
        foreach (var power in Enumerable.Range(0, 65))
        {
            var edge = (Int128)1 << power;
            foreach (var value in new[] { edge - 1, edge, edge + 1, -edge, -edge - 1, 1 - edge })
                if (value >= long.MinValue && value <= ulong.MaxValue) yield return ["int", value.ToString(CultureInfo.InvariantCulture)];
        }

        foreach (var length in new[] { 0, 1, 31, 32, 255, 256, 65535, 65536 })
        {
            yield return ["str", new string('x', length)];
            yield return ["bin", Convert.ToBase64String(new byte[length])];
        }

        foreach (var length in new[] { 0, 1, 2, 3, 4, 5, 8, 15, 16, 17, 255, 256, 65536 }) yield return ["ext", 42, Convert.ToBase64String(new byte[length])];
        foreach (var count in new[] { 0, 15, 16, 65535, 65536 }) yield return ["array", new JsonArray([.. Enumerable.Repeat(0, count).Select(_ => new JsonArray("nil"))])];
        foreach (var count in new[] { 0, 15, 16, 1000 })
            yield return ["map", new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonArray(new JsonArray("str", $"k{i}"), new JsonArray("int", $"{i}")))])];
        foreach (var seconds in new[] { 0L, 1, uint.MaxValue, 1L << 32, (1L << 34) - 1, 1L << 34, -1, -86400 })
        {
            yield return ["time", $"{seconds}", 0];
            yield return ["time", $"{seconds}", 250_000_000];
        }

        foreach (var number in new[] { 0.5, -0.1, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, 1e-300, 123456.789 }) yield return Float(number);
    }

    private static JsonArray Any(Random random, int depth) => random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => ["nil"],
        1 => ["bool", random.Next(2) == 0],
        2 => ["int", (random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(63)).ToString(CultureInfo.InvariantCulture)],
        3 => Float(random.NextDouble() + 1e-9),
        4 => ["str", string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => s_texts[random.Next(s_texts.Length)]))],
        5 => ["bin", Convert.ToBase64String(Data(random, 300))],
        6 => ["ext", random.Next(0, 128), Convert.ToBase64String(Data(random, 20))],
        7 => ["array", new JsonArray([.. Enumerable.Range(0, random.Next(20)).Select(_ => Any(random, depth - 1))])],
        _ => ["map", new JsonArray([.. Enumerable.Range(0, random.Next(20)).Select(i => new JsonArray(new JsonArray("str", $"k{i}" + s_texts[random.Next(s_texts.Length)]), Any(random, depth - 1)))])],
    };

    private static byte[] Data(Random random, int most)
    {
        var data = new byte[random.Next(most)];
        random.NextBytes(data);
        return data;
    }

    private static JsonArray Float(double number) => ["float", BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture)];
}
