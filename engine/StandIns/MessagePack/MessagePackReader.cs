using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MessagePack.Objects;

namespace MessagePack;

/// <summary>Reads values from memory in one piece or in several. Whatever the bytes are, what is thrown is <see cref="MessagePackSerializationException"/>.</summary>
public ref partial struct MessagePackReader
{
    private readonly ReadOnlySequence<byte> _sequence;
    private readonly long _length;
    private ReadOnlySpan<byte> _span;
    private SequencePosition _next;
    private int _at;
    private long _before;

    public MessagePackReader(ReadOnlyMemory<byte> memory)
    {
        _sequence = new ReadOnlySequence<byte>(memory);
        _length = memory.Length;
        _span = memory.Span;
    }

    public MessagePackReader(in ReadOnlySequence<byte> readOnlySequence)
    {
        _sequence = readOnlySequence;
        _length = readOnlySequence.Length;
        _span = readOnlySequence.FirstSpan;
        _next = readOnlySequence.Start;
        if (!readOnlySequence.IsSingleSegment) readOnlySequence.TryGet(ref _next, out _);
    }

    public CancellationToken CancellationToken { get; set; }

    /// <summary>How deep in the object graph the reader is; see <see cref="MessagePackSecurity.DepthStep"/>.</summary>
    public int Depth { get; set; }

    public readonly ReadOnlySequence<byte> Sequence => _sequence;

    public readonly SequencePosition Position => _sequence.GetPosition(Consumed);

    public readonly long Consumed => _before + _at;

    public readonly bool End => Remaining == 0;

    public readonly bool IsNil => NextCode == MessagePackCode.Nil;

    public readonly MessagePackType NextMessagePackType => MessagePackCode.ToMessagePackType(NextCode);

    public readonly byte NextCode
    {
        get
        {
            if (_at < _span.Length) return _span[_at];
            if (Remaining == 0) throw Fault.End();
            return _sequence.Slice(Consumed, 1).FirstSpan[0];
        }
    }

    private readonly long Remaining => _length - _before - _at;

    public readonly MessagePackReader Clone(in ReadOnlySequence<byte> readOnlySequence) =>
        new(readOnlySequence) { CancellationToken = CancellationToken, Depth = Depth };

    public readonly MessagePackReader CreatePeekReader() => this;

    public Nil ReadNil()
    {
        var code = Take();
        if (code != MessagePackCode.Nil) throw Fault.Code(code, "nil");
        return Nil.Default;
    }

    public bool TryReadNil()
    {
        if (NextCode != MessagePackCode.Nil) return false;
        Pass(1);
        return true;
    }

    public bool ReadBoolean()
    {
        var code = Take();
        return code switch
        {
            MessagePackCode.True => true,
            MessagePackCode.False => false,
            _ => throw Fault.Code(code, "a boolean"),
        };
    }

    public int ReadArrayHeader()
    {
        if (!TryReadArrayHeader(out var count)) throw Fault.End();
        return count;
    }

    /// <returns>Whether the header was there whole; nothing is read when not.</returns>
    /// <exception cref="MessagePackSerializationException">There is something else, or more elements are announced than bytes are left.</exception>
    public bool TryReadArrayHeader(out int count) => TryReadCount(MessagePackCode.MinFixArray, MessagePackCode.Array16, 1, "an array", out count);

    public int ReadMapHeader()
    {
        if (!TryReadMapHeader(out var count)) throw Fault.End();
        return count;
    }

    /// <inheritdoc cref="TryReadArrayHeader"/>
    public bool TryReadMapHeader(out int count) => TryReadCount(MessagePackCode.MinFixMap, MessagePackCode.Map16, 2, "a map", out count);

    private bool TryReadCount(byte fix, byte code16, int bytesEach, string wanted, out int count)
    {
        count = 0;
        if (Remaining == 0) return false;
        var code = NextCode;
        long announced;
        if ((code & 0xf0) == fix)
        {
            announced = code & 0x0f;
            Pass(1);
        }
        else if (code == code16 || code == code16 + 1)
        {
            var size = code == code16 ? 2 : 4;
            if (Remaining < 1 + size) return false;
            Pass(1);
            announced = (long)TakeBigEndian(size);
        }
        else
        {
            throw Fault.Code(code, wanted);
        }

        // Each element takes a byte at least, so that nobody makes room for more than what can come.
        if (announced * bytesEach > Remaining) throw Fault.End();
        count = (int)announced;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Take()
    {
        if (_at >= _span.Length) Forward();
        return _span[_at++];
    }

    /// <summary>Goes to the next piece that is not empty.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Forward()
    {
        if (Remaining == 0) throw Fault.End();
        while (_at >= _span.Length)
        {
            _before += _span.Length;
            _at = 0;
            if (!_sequence.TryGet(ref _next, out var memory)) throw Fault.End();
            _span = memory.Span;
        }
    }

    private void Pass(long count)
    {
        if (count <= _span.Length - _at)
        {
            _at += (int)count;
            return;
        }

        if (count > Remaining) throw Fault.End();
        while (count > _span.Length - _at)
        {
            count -= _span.Length - _at;
            _at = _span.Length;
            Forward();
        }
        _at += (int)count;
    }

    private ulong TakeBigEndian(int size)
    {
        if (_span.Length - _at >= size)
        {
            var span = _span.Slice(_at, size);
            _at += size;
            return size switch
            {
                1 => span[0],
                2 => BinaryPrimitives.ReadUInt16BigEndian(span),
                4 => BinaryPrimitives.ReadUInt32BigEndian(span),
                _ => BinaryPrimitives.ReadUInt64BigEndian(span),
            };
        }

        if (Remaining < size) throw Fault.End();
        ulong value = 0;
        for (var i = 0; i < size; i++) value = (value << 8) | Take();
        return value;
    }
}
