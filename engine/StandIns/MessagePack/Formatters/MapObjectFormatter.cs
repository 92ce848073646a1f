using System.Buffers;
using System.Text;
using MessagePack.Objects;

namespace MessagePack.Formatters;

/// <summary>A map, each member under the name that is its key.</summary>
internal sealed class MapObjectFormatter<T>((string Name, MemberAccess Access)[] members, Construction construction)
    : ObjectFormatter<T>(Array.ConvertAll(members, member => (MemberAccess?)member.Access), construction)
{
    private readonly byte[][] _names = Array.ConvertAll(members, member => Encoding.UTF8.GetBytes(member.Name));

    protected override void WriteMembers(ref MessagePackWriter writer, ref T value, MessagePackSerializerOptions options)
    {
        writer.WriteMapHeader(_names.Length);
        for (var i = 0; i < _names.Length; i++)
        {
            writer.WriteString(_names[i]);
            Members[i]!.Write(ref writer, ref value, options);
        }
    }

    protected override int ReadHeader(ref MessagePackReader reader) => reader.ReadMapHeader();

    protected override int ReadKey(ref MessagePackReader reader, int entry)
    {
        var name = reader.ReadStringSequence() ?? throw Fault.Data("A map's key is nil.");
        // Most writers keep the order, so that the first look finds it.
        if (entry < _names.Length && Matches(name, _names[entry])) return entry;
        for (var i = 0; i < _names.Length; i++)
            if (Matches(name, _names[i])) return i;
        return -1;
    }

    private static bool Matches(in ReadOnlySequence<byte> name, byte[] wanted)
    {
        if (name.Length != wanted.Length) return false;
        if (name.IsSingleSegment) return name.FirstSpan.SequenceEqual(wanted);
        var at = 0;
        foreach (var segment in name)
        {
            if (!segment.Span.SequenceEqual(wanted.AsSpan(at, segment.Length))) return false;
            at += segment.Length;
        }
        return true;
    }
}
