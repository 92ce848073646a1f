using System.Buffers;
using System.Text;
using MessagePack.Objects;

namespace MessagePack;

public ref partial struct MessagePackReader
{
    private const uint MostNanoseconds = 999_999_999;

    /// <summary>The next string, or null. Bytes that are no UTF-8 become U+FFFD.</summary>
    public string? ReadString()
    {
        var code = Take();
        if (code == MessagePackCode.Nil) return null;
        var length = StringLength(code);
        if (length > _span.Length - _at) return Encoding.UTF8.GetString(TakeSequence(length));
        var text = Encoding.UTF8.GetString(_span.Slice(_at, (int)length));
        _at += (int)length;
        return text;
    }

    public ReadOnlySequence<byte>? ReadStringSequence()
    {
        var code = Take();
        return code == MessagePackCode.Nil ? null : TakeSequence(StringLength(code));
    }

    /// <summary>The next string's bytes where they lie in one piece; otherwise nothing is read.</summary>
    public bool TryReadStringSpan(out ReadOnlySpan<byte> span)
    {
        var start = this;
        var code = Take();
        if (code != MessagePackCode.Nil)
        {
            var length = StringLength(code);
            if (length <= _span.Length - _at)
            {
                span = _span.Slice(_at, (int)length);
                _at += (int)length;
                return true;
            }
        }
        this = start;
        span = default;
        return false;
    }

    /// <summary>The next bin, or null. A string is taken too: the old specification had no bin.</summary>
    public ReadOnlySequence<byte>? ReadBytes()
    {
        var code = Take();
        return code switch
        {
            MessagePackCode.Nil => null,
            >= MessagePackCode.Bin8 and <= MessagePackCode.Bin32 => TakeSequence(TakeLength(1 << (code - MessagePackCode.Bin8))),
            _ when MessagePackCode.ToMessagePackType(code) == MessagePackType.String => TakeSequence(StringLength(code)),
            _ => throw Fault.Code(code, "a bin"),
        };
    }

    public DateTime ReadDateTime() => ReadDateTime(ReadExtensionFormatHeader());

    public DateTime ReadDateTime(ExtensionHeader header)
    {
        if (header.TypeCode != ReservedMessagePackExtensionTypeCode.DateTime)
            throw Fault.Data($"Extension type {header.TypeCode} is no timestamp.");
        long seconds;
        ulong nanoseconds = 0;
        switch (header.Length)
        {
            case 4:
                seconds = (long)TakeBigEndian(4);
                break;
            case 8:
                var both = TakeBigEndian(8);
                nanoseconds = both >> 34;
                seconds = (long)(both & 0x3_ffff_ffff);
                break;
            case 12:
                nanoseconds = TakeBigEndian(4);
                seconds = (long)TakeBigEndian(8);
                break;
            default:
                throw Fault.Data($"A timestamp has 4, 8 or 12 bytes, not {header.Length}.");
        }

        var least = (DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        var most = (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        if (seconds < least || seconds > most || nanoseconds > MostNanoseconds) throw Fault.Range("a DateTime");
        return DateTime.UnixEpoch.AddTicks((seconds * TimeSpan.TicksPerSecond) + (long)(nanoseconds / 100));
    }

    public ExtensionHeader ReadExtensionFormatHeader()
    {
        var code = Take();
        var length = code switch
        {
            >= MessagePackCode.FixExt1 and <= MessagePackCode.FixExt16 => 1L << (code - MessagePackCode.FixExt1),
            >= MessagePackCode.Ext8 and <= MessagePackCode.Ext32 => (long)TakeBigEndian(1 << (code - MessagePackCode.Ext8)),
            _ => throw Fault.Code(code, "an extension"),
        };
        var type = (sbyte)Take();
        if (length > Remaining) throw Fault.End();
        return new ExtensionHeader(type, (uint)length);
    }

    public ExtensionResult ReadExtensionFormat()
    {
        var header = ReadExtensionFormatHeader();
        return new ExtensionResult(header.TypeCode, TakeSequence(header.Length));
    }

    /// <summary>The bytes of the next value, whatever it is.</summary>
    public ReadOnlySequence<byte> ReadRaw()
    {
        var start = Consumed;
        Skip();
        return _sequence.Slice(start, Consumed - start);
    }

    public ReadOnlySequence<byte> ReadRaw(long length) => TakeSequence(length);

    /// <summary>Passes over the next value. Uses no stack, however deep the value is nested.</summary>
    public void Skip()
    {
        // Each value announced and not yet seen takes a byte at least, so this never grows beyond the input's length.
        for (long values = 1; values > 0; values--)
        {
            var code = NextCode;
            switch (MessagePackCode.ToMessagePackType(code))
            {
                case MessagePackType.Array:
                    values += ReadArrayHeader();
                    if (values - 1 > Remaining) throw Fault.End();
                    break;
                case MessagePackType.Map:
                    values += 2L * ReadMapHeader();
                    if (values - 1 > Remaining) throw Fault.End();
                    break;
                default:
                    SkipScalar(code);
                    break;
            }
        }
    }

    private void SkipScalar(byte code)
    {
        Pass(1);
        switch (MessagePackCode.ToMessagePackType(code))
        {
            case MessagePackType.Unknown:
                throw Fault.Code(code, "a value");
            case MessagePackType.String:
                Pass(StringLength(code));
                break;
            case MessagePackType.Binary:
                Pass(TakeLength(1 << (code - MessagePackCode.Bin8)));
                break;
            case MessagePackType.Extension:
                var length = code >= MessagePackCode.FixExt1 && code <= MessagePackCode.FixExt16
                    ? 1L << (code - MessagePackCode.FixExt1)
                    : (long)TakeBigEndian(1 << (code - MessagePackCode.Ext8));
                Pass(length + 1);
                break;
            case MessagePackType.Float:
                Pass(code == MessagePackCode.Float32 ? 4 : 8);
                break;
            case MessagePackType.Integer when code is >= MessagePackCode.UInt8 and <= MessagePackCode.Int64:
                Pass(1 << ((code - MessagePackCode.UInt8) & 3));
                break;
        }
    }

    private long StringLength(byte code)
    {
        if (code is >= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr)
        {
            var length = code & 0x1f;
            return length > Remaining ? throw Fault.End() : length;
        }

        return code is >= MessagePackCode.Str8 and <= MessagePackCode.Str32
            ? TakeLength(1 << (code - MessagePackCode.Str8))
            : throw Fault.Code(code, "a string");
    }

    private long TakeLength(int size)
    {
        var length = (long)TakeBigEndian(size);
        return length > Remaining ? throw Fault.End() : length;
    }

    private ReadOnlySequence<byte> TakeSequence(long length)
    {
        if (length < 0 || length > Remaining) throw Fault.End();
        var taken = _sequence.Slice(Consumed, length);
        Pass(length);
        return taken;
    }
}
