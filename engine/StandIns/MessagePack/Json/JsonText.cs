using System.Buffers;
using System.Globalization;
using System.Text.Json;
using MessagePack.Objects;

namespace MessagePack.Json;

/// <summary>MessagePack as JSON and back. What JSON has no word for: bytes as Base64, timestamps in ISO 8601, extensions as [type, Base64].</summary>
internal static class JsonText
{
    public static void Write(ref MessagePackReader reader, TextWriter json, MessagePackSecurity security)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil: reader.ReadNil(); json.Write("null"); break;
            case MessagePackType.Boolean: json.Write(reader.ReadBoolean() ? "true" : "false"); break;
            case MessagePackType.Integer: WriteInteger(ref reader, json); break;
            case MessagePackType.Float: WriteFloat(ref reader, json); break;
            case MessagePackType.String: WriteText(reader.ReadString()!, json); break;
            case MessagePackType.Binary: WriteText(Convert.ToBase64String(reader.ReadBytes()!.Value.ToArray()), json); break;
            case MessagePackType.Array: WriteArray(ref reader, json, security); break;
            case MessagePackType.Map: WriteMap(ref reader, json, security); break;
            case MessagePackType.Extension: WriteExtension(ref reader, json); break;
            default: throw Fault.Code(reader.NextCode, "a value");
        }
    }

    public static void Read(JsonElement json, ref MessagePackWriter writer)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.True: writer.Write(true); break;
            case JsonValueKind.False: writer.Write(false); break;
            case JsonValueKind.String: writer.Write(json.GetString()); break;
            case JsonValueKind.Number: ReadNumber(json, ref writer); break;
            case JsonValueKind.Array:
                writer.WriteArrayHeader(json.GetArrayLength());
                foreach (var item in json.EnumerateArray()) Read(item, ref writer);
                break;
            case JsonValueKind.Object:
                writer.WriteMapHeader(json.GetPropertyCount());
                foreach (var property in json.EnumerateObject())
                {
                    writer.Write(property.Name);
                    Read(property.Value, ref writer);
                }
                break;
            default: writer.WriteNil(); break;
        }
    }

    private static void ReadNumber(JsonElement json, ref MessagePackWriter writer)
    {
        if (json.TryGetInt64(out var signed)) writer.Write(signed);
        else if (json.TryGetUInt64(out var unsigned)) writer.Write(unsigned);
        else writer.Write(json.GetDouble());
    }

    private static void WriteInteger(ref MessagePackReader reader, TextWriter json)
    {
        if (reader.NextCode == MessagePackCode.UInt64) json.Write(reader.ReadUInt64().ToString(CultureInfo.InvariantCulture));
        else json.Write(reader.ReadInt64().ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteFloat(ref MessagePackReader reader, TextWriter json)
    {
        if (reader.NextCode == MessagePackCode.Float32) json.Write(reader.ReadSingle().ToString(CultureInfo.InvariantCulture));
        else json.Write(reader.ReadDouble().ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteText(string text, TextWriter json)
    {
        json.Write('"');
        foreach (var unit in text)
        {
            switch (unit)
            {
                case '"': json.Write("\\\""); break;
                case '\\': json.Write("\\\\"); break;
                case '\b': json.Write("\\b"); break;
                case '\f': json.Write("\\f"); break;
                case '\n': json.Write("\\n"); break;
                case '\r': json.Write("\\r"); break;
                case '\t': json.Write("\\t"); break;
                case < ' ': json.Write($"\\u{(int)unit:x4}"); break;
                default: json.Write(unit); break;
            }
        }
        json.Write('"');
    }

    private static void WriteArray(ref MessagePackReader reader, TextWriter json, MessagePackSecurity security)
    {
        var count = reader.ReadArrayHeader();
        security.DepthStep(ref reader);
        json.Write('[');
        for (var i = 0; i < count; i++)
        {
            if (i > 0) json.Write(',');
            Write(ref reader, json, security);
        }
        json.Write(']');
        reader.Depth--;
    }

    private static void WriteMap(ref MessagePackReader reader, TextWriter json, MessagePackSecurity security)
    {
        var count = reader.ReadMapHeader();
        security.DepthStep(ref reader);
        json.Write('{');
        for (var i = 0; i < count; i++)
        {
            if (i > 0) json.Write(',');
            WriteKey(ref reader, json, security);
            json.Write(':');
            Write(ref reader, json, security);
        }
        json.Write('}');
        reader.Depth--;
    }

    private static void WriteKey(ref MessagePackReader reader, TextWriter json, MessagePackSecurity security)
    {
        if (reader.NextMessagePackType == MessagePackType.String)
        {
            WriteText(reader.ReadString()!, json);
            return;
        }

        // JSON's names are strings only, so that a number is written as the text that it would be. A name made of arrays or maps would double with each level of quotes.
        if (reader.NextMessagePackType is MessagePackType.Array or MessagePackType.Map) throw Fault.Data("A map's key is an array or a map, which JSON cannot say.");
        using var key = new StringWriter();
        Write(ref reader, key, security);
        WriteText(key.ToString(), json);
    }

    private static void WriteExtension(ref MessagePackReader reader, TextWriter json)
    {
        var header = reader.ReadExtensionFormatHeader();
        if (header.TypeCode == ReservedMessagePackExtensionTypeCode.DateTime)
        {
            WriteText(reader.ReadDateTime(header).ToString("o", CultureInfo.InvariantCulture), json);
            return;
        }

        json.Write($"[{header.TypeCode},");
        WriteText(Convert.ToBase64String(reader.ReadRaw(header.Length).ToArray()), json);
        json.Write(']');
    }
}
