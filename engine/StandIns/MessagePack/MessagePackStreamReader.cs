using System.Buffers;
using System.Runtime.CompilerServices;
using MessagePack.Objects;

namespace MessagePack;

/// <summary>Cuts a stream into MessagePack values. What a call gives is valid until the next call.</summary>
public sealed class MessagePackStreamReader(Stream stream, bool leaveOpen) : IDisposable
{
    private const int LeastRead = 4096;
    private readonly Stream _stream = stream ?? throw new ArgumentNullException(nameof(stream));
    private byte[] _buffer = [];
    private int _start;
    private int _end;

    public MessagePackStreamReader(Stream stream)
        : this(stream, leaveOpen: false)
    {
    }

    /// <summary>Bytes that were read from the stream and not given out yet.</summary>
    public ReadOnlySequence<byte> RemainingBytes => new(_buffer, _start, _end - _start);

    public void DiscardBufferedData() => _start = _end = 0;

    /// <returns>The next value; null at the end of the stream, also where that comes in the middle of a value.</returns>
    /// <exception cref="MessagePackSerializationException">The bytes are no MessagePack.</exception>
    public async ValueTask<ReadOnlySequence<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var scanner = new ValueScanner();
        while (!scanner.TryFinish(_buffer.AsSpan(_start, _end - _start)))
        {
            if (await FillAsync(cancellationToken).ConfigureAwait(false)) continue;
            // A value that was cut off stays in RemainingBytes.
            return null;
        }

        return Give((int)scanner.Length);
    }

    public async ValueTask<int> ReadArrayHeaderAsync(CancellationToken cancellationToken) =>
        ReadCount(await ReadHeaderAsync(cancellationToken).ConfigureAwait(false), MessagePackType.Array);

    public async ValueTask<int> ReadMapHeaderAsync(CancellationToken cancellationToken) =>
        ReadCount(await ReadHeaderAsync(cancellationToken).ConfigureAwait(false), MessagePackType.Map);

    /// <summary>The elements of the array that comes next.</summary>
    public async IAsyncEnumerable<ReadOnlySequence<byte>> ReadArrayAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var left = await ReadArrayHeaderAsync(cancellationToken).ConfigureAwait(false); left > 0; left--)
            yield return await ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw new EndOfStreamException("The stream ends inside an array.");
    }

    public void Dispose()
    {
        if (!leaveOpen) _stream.Dispose();
    }

    private static int ReadCount(ReadOnlySequence<byte> header, MessagePackType wanted)
    {
        var bytes = header.FirstSpan;
        if (MessagePackCode.ToMessagePackType(bytes[0]) != wanted) throw Fault.Code(bytes[0], wanted.ToString());
        long count = bytes[0] & 0x0f;
        if (bytes.Length > 1)
        {
            count = 0;
            foreach (var part in bytes[1..]) count = (count << 8) | part;
        }

        return count <= int.MaxValue ? (int)count : throw Fault.Range("an int");
    }

    private async ValueTask<ReadOnlySequence<byte>> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        while (_start == _end || _end - _start < ValueScanner.HeaderSize(_buffer[_start]))
            if (!await FillAsync(cancellationToken).ConfigureAwait(false)) throw new EndOfStreamException("The stream ends inside a header.");
        return Give(ValueScanner.HeaderSize(_buffer[_start]));
    }

    private ReadOnlySequence<byte> Give(int length)
    {
        var given = new ReadOnlySequence<byte>(_buffer, _start, length);
        _start += length;
        return given;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_buffer.Length - _end < LeastRead)
        {
            var kept = _end - _start;
            // The old memory may be in the caller's hands until this call, and no longer.
            var roomy = kept + LeastRead <= _buffer.Length ? _buffer : new byte[Math.Max(LeastRead * 2, kept * 2)];
            _buffer.AsSpan(_start, kept).CopyTo(roomy);
            (_buffer, _start, _end) = (roomy, 0, kept);
        }

        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
