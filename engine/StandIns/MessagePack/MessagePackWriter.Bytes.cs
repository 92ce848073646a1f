using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace MessagePack;

public ref partial struct MessagePackWriter
{
    /// <summary>Strings up to this many UTF-16 units are encoded behind a header of the size that their longest encoding would need; longer ones are measured first.</summary>
    private const int ShortText = 256;

    public void Write(string? value)
    {
        if (value is null) WriteNil();
        else Write(value.AsSpan());
    }

    public void Write(ReadOnlySpan<char> value)
    {
        if (value.Length <= ShortText) WriteShortText(value);
        else WriteMeasuredText(value);
    }

    public void WriteString(ReadOnlySpan<byte> utf8stringBytes)
    {
        WriteStringHeader(utf8stringBytes.Length);
        WriteRaw(utf8stringBytes);
    }

    public void WriteString(in ReadOnlySequence<byte> utf8stringBytes)
    {
        WriteStringHeader(checked((int)utf8stringBytes.Length));
        WriteRaw(utf8stringBytes);
    }

    public void WriteStringHeader(int byteCount)
    {
        var length = checked((uint)byteCount);
        if (length <= 31) WriteByte((byte)(MessagePackCode.MinFixStr | length));
        else if (length <= byte.MaxValue && !OldSpec) WriteCode8(MessagePackCode.Str8, (byte)length);
        else if (length <= ushort.MaxValue) WriteCode16(MessagePackCode.Str16, (ushort)length);
        else WriteCode32(MessagePackCode.Str32, length);
    }

    public void Write(byte[]? src)
    {
        if (src is null) WriteNil();
        else Write(src.AsSpan());
    }

    public void Write(ReadOnlySpan<byte> src)
    {
        WriteBinHeader(src.Length);
        WriteRaw(src);
    }

    public void Write(in ReadOnlySequence<byte> src)
    {
        WriteBinHeader(checked((int)src.Length));
        WriteRaw(src);
    }

    public void WriteBinHeader(int length)
    {
        var count = checked((uint)length);
        if (OldSpec) WriteStringHeader(length);
        else if (count <= byte.MaxValue) WriteCode8(MessagePackCode.Bin8, (byte)count);
        else if (count <= ushort.MaxValue) WriteCode16(MessagePackCode.Bin16, (ushort)count);
        else WriteCode32(MessagePackCode.Bin32, count);
    }

    /// <summary>Writes the shortest of the specification's three timestamp forms.</summary>
    public void Write(DateTime dateTime)
    {
        if (OldSpec) throw new NotSupportedException("The old specification has no timestamps.");
        var ticks = (dateTime.Kind == DateTimeKind.Local ? dateTime.ToUniversalTime() : dateTime).Ticks - DateTime.UnixEpoch.Ticks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        if (rest < 0) (seconds, rest) = (seconds - 1, rest + TimeSpan.TicksPerSecond);
        var nanoseconds = (uint)rest * 100;
        if ((ulong)seconds >> 34 != 0)
        {
            WriteExtensionFormatHeader(new ExtensionHeader(ReservedMessagePackExtensionTypeCode.DateTime, 12));
            var span = Take(12);
            BinaryPrimitives.WriteUInt32BigEndian(span, nanoseconds);
            BinaryPrimitives.WriteInt64BigEndian(span[4..], seconds);
        }
        else if (nanoseconds != 0 || (ulong)seconds > uint.MaxValue)
        {
            WriteExtensionFormatHeader(new ExtensionHeader(ReservedMessagePackExtensionTypeCode.DateTime, 8));
            BinaryPrimitives.WriteUInt64BigEndian(Take(8), ((ulong)nanoseconds << 34) | (ulong)seconds);
        }
        else
        {
            WriteExtensionFormatHeader(new ExtensionHeader(ReservedMessagePackExtensionTypeCode.DateTime, 4));
            BinaryPrimitives.WriteUInt32BigEndian(Take(4), (uint)seconds);
        }
    }

    public void WriteExtensionFormatHeader(ExtensionHeader extensionHeader)
    {
        switch (extensionHeader.Length)
        {
            case 1: WriteByte(MessagePackCode.FixExt1); break;
            case 2: WriteByte(MessagePackCode.FixExt2); break;
            case 4: WriteByte(MessagePackCode.FixExt4); break;
            case 8: WriteByte(MessagePackCode.FixExt8); break;
            case 16: WriteByte(MessagePackCode.FixExt16); break;
            case <= byte.MaxValue: WriteCode8(MessagePackCode.Ext8, (byte)extensionHeader.Length); break;
            case <= ushort.MaxValue: WriteCode16(MessagePackCode.Ext16, (ushort)extensionHeader.Length); break;
            default: WriteCode32(MessagePackCode.Ext32, extensionHeader.Length); break;
        }
        WriteByte((byte)extensionHeader.TypeCode);
    }

    public void WriteExtensionFormat(ExtensionResult extensionData)
    {
        WriteExtensionFormatHeader(extensionData.Header);
        WriteRaw(extensionData.Data);
    }

    private void WriteShortText(ReadOnlySpan<char> text)
    {
        // The header most likely has the size that plain ASCII needs. Where it turns out longer, the text moves by a byte or two.
        var longest = text.Length * 3;
        var span = GetSpan(longest + 3);
        var guess = HeaderSize(text.Length);
        // Lone surrogates become U+FFFD, as with Encoding.UTF8.
        Utf8.FromUtf16(text, span[guess..], out _, out var bytes);
        var needed = HeaderSize(bytes);
        if (needed != guess) span.Slice(guess, bytes).CopyTo(span[needed..]);
        WriteStringHeader(bytes);
        _used += bytes;
    }

    private void WriteMeasuredText(ReadOnlySpan<char> text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        WriteStringHeader(bytes);
        Encoding.UTF8.GetBytes(text, Take(bytes));
    }

    private readonly int HeaderSize(int bytes) => bytes <= 31 ? 1 : bytes <= byte.MaxValue && !OldSpec ? 2 : 3;
}
