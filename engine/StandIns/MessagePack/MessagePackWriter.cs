using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MessagePack;

/// <summary>Writes values straight into the buffer writer's memory. <see cref="Flush"/> hands over what was written.</summary>
public ref partial struct MessagePackWriter
{
    private readonly IBufferWriter<byte> _output;
    private Span<byte> _span;
    private int _used;

    public MessagePackWriter(IBufferWriter<byte> writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _output = writer;
        _span = default;
        _used = 0;
    }

    public CancellationToken CancellationToken { get; set; }

    public bool OldSpec { get; set; }

    public readonly MessagePackWriter Clone(IBufferWriter<byte> writer) => new(writer) { OldSpec = OldSpec, CancellationToken = CancellationToken };

    public void Flush()
    {
        if (_used > 0) _output.Advance(_used);
        _span = default;
        _used = 0;
    }

    public Span<byte> GetSpan(int length)
    {
        if (_span.Length - _used < length || length == 0) Renew(length);
        return _span[_used..];
    }

    public void Advance(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)(_span.Length - _used), nameof(length));
        _used += length;
    }

    public void WriteRaw(ReadOnlySpan<byte> rawMessagePackBlock)
    {
        if (rawMessagePackBlock.IsEmpty) return;
        rawMessagePackBlock.CopyTo(GetSpan(rawMessagePackBlock.Length));
        _used += rawMessagePackBlock.Length;
    }

    public void WriteRaw(in ReadOnlySequence<byte> rawMessagePackBlock)
    {
        foreach (var segment in rawMessagePackBlock) WriteRaw(segment.Span);
    }

    public void WriteNil() => WriteByte(MessagePackCode.Nil);

    public void Write(bool value) => WriteByte(value ? MessagePackCode.True : MessagePackCode.False);

    public void Write(float value)
    {
        var span = Take(5);
        span[0] = MessagePackCode.Float32;
        BinaryPrimitives.WriteSingleBigEndian(span[1..], value);
    }

    public void Write(double value)
    {
        var span = Take(9);
        span[0] = MessagePackCode.Float64;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
    }

    public void WriteArrayHeader(int count) => WriteArrayHeader(checked((uint)count));

    public void WriteArrayHeader(uint count)
    {
        if (count <= 15) WriteByte((byte)(MessagePackCode.MinFixArray | count));
        else if (count <= ushort.MaxValue) WriteCode16(MessagePackCode.Array16, (ushort)count);
        else WriteCode32(MessagePackCode.Array32, count);
    }

    public void WriteMapHeader(int count) => WriteMapHeader(checked((uint)count));

    public void WriteMapHeader(uint count)
    {
        if (count <= 15) WriteByte((byte)(MessagePackCode.MinFixMap | count));
        else if (count <= ushort.MaxValue) WriteCode16(MessagePackCode.Map16, (ushort)count);
        else WriteCode32(MessagePackCode.Map32, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Renew(int length)
    {
        if (_used > 0) _output.Advance(_used);
        _used = 0;
        _span = _output.GetSpan(length);
        if (_span.Length < length) throw new InvalidOperationException($"The buffer writer {_output.GetType()} gave {_span.Length} bytes when asked for {length}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Take(int length)
    {
        if (_span.Length - _used < length) Renew(length);
        var taken = _span.Slice(_used, length);
        _used += length;
        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteByte(byte value)
    {
        if (_used >= _span.Length) Renew(1);
        _span[_used++] = value;
    }

    private void WriteCode8(byte code, byte value)
    {
        var span = Take(2);
        span[1] = value;
        span[0] = code;
    }

    private void WriteCode16(byte code, ushort value)
    {
        var span = Take(3);
        span[0] = code;
        BinaryPrimitives.WriteUInt16BigEndian(span[1..], value);
    }

    private void WriteCode32(byte code, uint value)
    {
        var span = Take(5);
        span[0] = code;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], value);
    }

    private void WriteCode64(byte code, ulong value)
    {
        var span = Take(9);
        span[0] = code;
        BinaryPrimitives.WriteUInt64BigEndian(span[1..], value);
    }
}
