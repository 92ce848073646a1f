using System.Buffers.Binary;
using System.Text;
using ConfEngine.Contract.Wire;

namespace ConfEngine.PluginHost.Conformance;

/// <summary>MessagePack by hand, for messages that no decent host would send.</summary>
internal sealed class RawMessage
{
    private readonly List<byte> _bytes = [];

    /// <summary>The message so far.</summary>
    public byte[] Bytes => [.. _bytes];

    /// <summary><c>[0, id, method, deadline_ms, …</c>, with room for the payload and <paramref name="more"/> elements after it.</summary>
    public static RawMessage Request(uint id, string method, int deadlineMs, int more = 0) =>
        new RawMessage().Array(5 + more).Number((uint)EnvelopeKind.Request).Number(id).Text(method).Number((uint)deadlineMs);

    /// <summary>Begins an array of up to 15 elements.</summary>
    public RawMessage Array(int elements)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elements, 15);
        _bytes.Add((byte)(0x90 | elements));
        return this;
    }

    /// <summary>A whole number from 0.</summary>
    public RawMessage Number(uint value)
    {
        Span<byte> number = stackalloc byte[5];
        number[0] = 0xce;
        BinaryPrimitives.WriteUInt32BigEndian(number[1..], value);
        _bytes.AddRange(number);
        return this;
    }

    /// <summary>Text of up to 255 bytes.</summary>
    public RawMessage Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _bytes.AddRange([0xd9, checked((byte)bytes.Length), .. bytes]);
        return this;
    }

    /// <summary>Nil.</summary>
    public RawMessage Nil()
    {
        _bytes.Add(0xc0);
        return this;
    }

    /// <summary>A map of one entry.</summary>
    public RawMessage Map(string key, uint value)
    {
        _bytes.Add(0x81);
        return Text(key).Number(value);
    }

    /// <summary>Bytes as they are.</summary>
    public RawMessage Raw(params IEnumerable<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }
}
