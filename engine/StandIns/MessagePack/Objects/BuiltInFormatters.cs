using System.Buffers;
using System.Collections.Frozen;
using MessagePack.Formatters;

namespace MessagePack.Objects;

/// <summary>Formatters of the types that need no looking at.</summary>
internal static class BuiltInFormatters
{
    private static readonly FrozenDictionary<Type, IMessagePackFormatter> Known = new Dictionary<Type, IMessagePackFormatter>
    {
        [typeof(int)] = new ScalarFormatter<int>(),
        [typeof(long)] = new ScalarFormatter<long>(),
        [typeof(bool)] = new ScalarFormatter<bool>(),
        [typeof(double)] = new ScalarFormatter<double>(),
        [typeof(byte)] = new ScalarFormatter<byte>(),
        [typeof(sbyte)] = new ScalarFormatter<sbyte>(),
        [typeof(short)] = new ScalarFormatter<short>(),
        [typeof(ushort)] = new ScalarFormatter<ushort>(),
        [typeof(uint)] = new ScalarFormatter<uint>(),
        [typeof(ulong)] = new ScalarFormatter<ulong>(),
        [typeof(float)] = new ScalarFormatter<float>(),
        [typeof(char)] = new ScalarFormatter<char>(),
        [typeof(DateTime)] = new ScalarFormatter<DateTime>(),
        [typeof(TimeSpan)] = new TimeSpanFormatter(),
        [typeof(DateTimeOffset)] = new DateTimeOffsetFormatter(),
        [typeof(Nil)] = new NilFormatter(),
        [typeof(string)] = new StringFormatter(),
        [typeof(Guid)] = TextFormatters.Guid,
        [typeof(decimal)] = TextFormatters.Decimal,
        [typeof(Uri)] = TextFormatters.Uri,
        [typeof(Version)] = TextFormatters.Version,
        [typeof(byte[])] = new ByteArrayFormatter(),
        [typeof(Memory<byte>)] = new MemoryFormatter(),
        [typeof(ReadOnlyMemory<byte>)] = new ReadOnlyMemoryFormatter(),
        [typeof(ReadOnlySequence<byte>)] = new ReadOnlySequenceFormatter(),
        [typeof(ArraySegment<byte>)] = new ArraySegmentFormatter(),
        [typeof(object)] = new PrimitiveObjectFormatter(),
    }.ToFrozenDictionary();

    public static IMessagePackFormatter? Find(Type type) => Known.GetValueOrDefault(type);
}
