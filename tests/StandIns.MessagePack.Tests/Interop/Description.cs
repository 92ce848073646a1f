using System.Buffers;
using System.Globalization;
using System.Text.Json.Nodes;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Interop;

/// <summary>What a value is, in JSON that every language reads the same: ["int", "-5"], ["bin", BASE64], ["array", [...]].</summary>
internal static class Description
{
    public static JsonArray Of(ref MessagePackReader reader)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil: reader.ReadNil(); return ["nil"];
            case MessagePackType.Boolean: return ["bool", reader.ReadBoolean()];
            case MessagePackType.Integer when reader.NextCode == MessagePackCode.UInt64: return ["int", reader.ReadUInt64().ToString(CultureInfo.InvariantCulture)];
            case MessagePackType.Integer: return ["int", reader.ReadInt64().ToString(CultureInfo.InvariantCulture)];
            case MessagePackType.Float: return ["float", BitConverter.DoubleToUInt64Bits(reader.ReadDouble()).ToString("x16", CultureInfo.InvariantCulture)];
            case MessagePackType.String: return ["str", reader.ReadString()];
            case MessagePackType.Binary: return ["bin", Convert.ToBase64String(reader.ReadBytes()!.Value.ToArray())];
            case MessagePackType.Extension: return Extension(ref reader);
            case MessagePackType.Array:
                var items = new JsonArray();
                for (var left = reader.ReadArrayHeader(); left > 0; left--) items.Add(Of(ref reader));
                return ["array", items];
            default:
                var pairs = new JsonArray();
                for (var left = reader.ReadMapHeader(); left > 0; left--) pairs.Add(new JsonArray(Of(ref reader), Of(ref reader)));
                return ["map", pairs];
        }
    }

    public static void Write(ref MessagePackWriter writer, JsonNode told)
    {
        var content = told.AsArray().Count > 1 ? told[1]! : null;
        switch ((string)told[0]!)
        {
            case "nil": writer.WriteNil(); break;
            case "bool": writer.Write((bool)content!); break;
            case "int" when ulong.TryParse((string)content!, CultureInfo.InvariantCulture, out var positive): writer.Write(positive); break;
            case "int": writer.Write(long.Parse((string)content!, CultureInfo.InvariantCulture)); break;
            case "float": writer.Write(BitConverter.UInt64BitsToDouble(ulong.Parse((string)content!, NumberStyles.HexNumber, CultureInfo.InvariantCulture))); break;
            case "str": writer.Write((string)content!); break;
            case "bin": writer.Write(Convert.FromBase64String((string)content!)); break;
            case "time": writer.Write(DateTime.UnixEpoch.AddSeconds(long.Parse((string)content!, CultureInfo.InvariantCulture)).AddTicks((int)told[2]! / 100)); break;
            case "ext": writer.WriteExtensionFormat(new ExtensionResult((sbyte)(int)content!, Convert.FromBase64String((string)told[2]!))); break;
            case "array":
                writer.WriteArrayHeader(content!.AsArray().Count);
                foreach (var item in content.AsArray()) Write(ref writer, item!);
                break;
            default:
                writer.WriteMapHeader(content!.AsArray().Count);
                foreach (var pair in content.AsArray())
                {
                    Write(ref writer, pair![0]!);
                    Write(ref writer, pair[1]!);
                }
                break;
        }
    }

    private static JsonArray Extension(ref MessagePackReader reader)
    {
        var header = reader.ReadExtensionFormatHeader();
        if (header.TypeCode != ReservedMessagePackExtensionTypeCode.DateTime)
            return ["ext", (int)header.TypeCode, Convert.ToBase64String(reader.ReadRaw(header.Length).ToArray())];
        var ticks = reader.ReadDateTime(header).Ticks - DateTime.UnixEpoch.Ticks;
        var seconds = (long)Math.Floor(ticks / (double)TimeSpan.TicksPerSecond);
        return ["time", seconds.ToString(CultureInfo.InvariantCulture), (int)(ticks - (seconds * TimeSpan.TicksPerSecond)) * 100];
    }
}
