using System.Buffers;
using System.Collections;
using MessagePack.Objects;

namespace MessagePack.Formatters;

/// <summary>Values whose type only the data says: numbers, strings, bytes, timestamps, arrays and maps of such. Anything else is written as its own type and comes back as
/// the array or map that it was written as.</summary>
internal sealed class PrimitiveObjectFormatter : IMessagePackFormatter<object?>
{
    public void Serialize(ref MessagePackWriter writer, object? value, MessagePackSerializerOptions options)
    {
        switch (value)
        {
            case null: writer.WriteNil(); break;
            case bool v: writer.Write(v); break;
            case string v: writer.Write(v); break;
            case byte[] v: writer.Write(v); break;
            case double v: writer.Write(v); break;
            case float v: writer.Write(v); break;
            case DateTime v: writer.Write(v); break;
            case char v: writer.Write(v); break;
            case Enum v: Serialize(ref writer, Convert.ChangeType(v, Enum.GetUnderlyingType(v.GetType()), null), options); break;
            case not null when !value.GetType().IsPrimitive && Door.Of(value.GetType()) is var door && door.IsKnown(options): door.Serialize(ref writer, value, options); break;
            case IDictionary v: WriteMap(ref writer, v, options); break;
            case ICollection v: WriteArray(ref writer, v, options); break;
            default: WriteInteger(ref writer, value); break;
        }
    }

    public object? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil: reader.ReadNil(); return null;
            case MessagePackType.Boolean: return reader.ReadBoolean();
            case MessagePackType.String: return reader.ReadString();
            case MessagePackType.Binary: return reader.ReadBytes()!.Value.ToArray();
            case MessagePackType.Float: return reader.NextCode == MessagePackCode.Float32 ? reader.ReadSingle() : reader.ReadDouble();
            case MessagePackType.Integer: return ReadInteger(ref reader);
            case MessagePackType.Array: return ReadArray(ref reader, options);
            case MessagePackType.Map: return ReadMap(ref reader, options);
            case MessagePackType.Extension:
                var header = reader.ReadExtensionFormatHeader();
                if (header.TypeCode != ReservedMessagePackExtensionTypeCode.DateTime) throw Fault.Data($"Extension type {header.TypeCode} has no .NET type.");
                return reader.ReadDateTime(header);
            default: throw Fault.Code(reader.NextCode, "a value");
        }
    }

    private static void WriteInteger(ref MessagePackWriter writer, object value)
    {
        // The width is kept, so that the value comes back as the type that went.
        switch (value)
        {
            case byte v: writer.WriteUInt8(v); break;
            case sbyte v: writer.WriteInt8(v); break;
            case short v: writer.WriteInt16(v); break;
            case ushort v: writer.WriteUInt16(v); break;
            case int v: writer.WriteInt32(v); break;
            case uint v: writer.WriteUInt32(v); break;
            case long v: writer.WriteInt64(v); break;
            case ulong v: writer.WriteUInt64(v); break;
            default: throw Fault.Data($"Not supported primitive object resolver. type:{value.GetType().Name}");
        }
    }

    private static object ReadInteger(ref MessagePackReader reader) => reader.NextCode switch
    {
        MessagePackCode.UInt16 => reader.ReadUInt16(),
        MessagePackCode.UInt32 => reader.ReadUInt32(),
        MessagePackCode.UInt64 => reader.ReadUInt64(),
        MessagePackCode.Int8 or >= MessagePackCode.MinNegativeFixInt => reader.ReadSByte(),
        MessagePackCode.Int16 => reader.ReadInt16(),
        MessagePackCode.Int32 => reader.ReadInt32(),
        MessagePackCode.Int64 => reader.ReadInt64(),
        _ => reader.ReadByte(),
    };

    private void WriteMap(ref MessagePackWriter writer, IDictionary map, MessagePackSerializerOptions options)
    {
        writer.WriteMapHeader(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            Serialize(ref writer, entry.Key, options);
            Serialize(ref writer, entry.Value, options);
        }
    }

    private void WriteArray(ref MessagePackWriter writer, ICollection array, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(array.Count);
        foreach (var item in array) Serialize(ref writer, item, options);
    }

    private object?[] ReadArray(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var count = reader.ReadArrayHeader();
        if (count == 0) return [];
        options.Security.DepthStep(ref reader);
        var array = new object?[count];
        for (var i = 0; i < count; i++) array[i] = Deserialize(ref reader, options);
        reader.Depth--;
        return array;
    }

    private Dictionary<object, object?> ReadMap(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var count = reader.ReadMapHeader();
        options.Security.DepthStep(ref reader);
        var map = new Dictionary<object, object?>(options.Security.HashCollisionResistant ? ResistantKeyComparer.Instance : null);
        for (var i = 0; i < count; i++)
        {
            var key = Deserialize(ref reader, options) ?? throw Fault.Data("A map's key is nil.");
            if (!map.TryAdd(key, Deserialize(ref reader, options))) throw Fault.Data("A map has a key twice.");
        }
        reader.Depth--;
        return map;
    }
}
