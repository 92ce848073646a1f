using System.Buffers;
using MessagePack;

namespace ConfEngine.Fuzz.Targets;

/// <summary>The format in which plugins speak.</summary>
public static class MessagePackTargets
{
    // As everything from a plugin is read: nothing is believed, and nesting ends early.
    private static readonly MessagePackSerializerOptions s_options =
        MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(64));

    private static readonly byte[][] s_words =
    [
        [0xc0], [0xc1], [0x90], [0x80], [0x91, 0x91, 0x91, 0x91], [0xdd, 0xff, 0xff, 0xff, 0xff], [0xdf, 0x7f, 0xff, 0xff, 0xff], [0xdc, 0x01, 0x00], [0xdb, 0xff, 0xff, 0xff, 0xff],
        [0xc6, 0x00, 0x00, 0x00, 0x04], [0xd6, 0xff, 0, 0, 0, 0], [0xc7, 0x0c, 0xff], [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0],
        [0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0], [0xa3, 0xff, 0xc0, 0xed], [0xde, 0xff, 0xff],
    ];

    /// <summary>The reader, the typed serializer, the untyped one and the way to JSON.</summary>
    internal static FuzzTarget Values() => new("messagepack", Seeds(), input =>
    {
        var bytes = input.ToArray();
        var length = SkipLength(new MessagePackReader(bytes.AsMemory()));
        Rules.Hold(length == SkipLength(new MessagePackReader(InTwo(bytes))));
        var outcome = length < 0 ? 0 : 1;
        if (Try(() => MessagePackSerializer.Deserialize<Sample>(bytes, s_options)) is { } sample) outcome |= 2 | CheckSample(sample, bytes);
        var untyped = Try(() => new Box(MessagePackSerializer.Deserialize<object?>(bytes, s_options)));
        if (untyped is not null)
        {
            // What can be read can be passed over.
            Rules.Hold(length > 0);
            outcome |= 4 | (untyped.Value?.GetType().Name.Length << 4) ?? 4;
        }

        if (Try(() => MessagePackSerializer.ConvertToJson(bytes, s_options)) is { } json && length > 0)
            outcome |= Try(() => MessagePackSerializer.ConvertFromJson(json, s_options)) is null ? 1 << 12 : 1 << 13;
        return outcome;
    }) { Iterations = 20_000, MostAllocated = 2 * 1024 * 1024, Words = s_words };

    private static int CheckSample(Sample sample, byte[] bytes)
    {
        // The same from memory in pieces, and the same again when written and read.
        var pieces = MessagePackSerializer.Deserialize<Sample>(InTwo(bytes), s_options);
        var again = MessagePackSerializer.Serialize(sample, s_options);
        Rules.Hold(MessagePackSerializer.Serialize(pieces, s_options).AsSpan().SequenceEqual(again));
        var twice = MessagePackSerializer.Serialize(MessagePackSerializer.Deserialize<Sample>(again, s_options), s_options);
        Rules.Hold(twice.AsSpan().SequenceEqual(again));
        return (sample.Inner is null ? 0 : 1 << 9) | (sample.Map.Count > 0 ? 1 << 10 : 0) | (sample.Items.Count > 0 ? 1 << 11 : 0);
    }

    private static List<byte[]> Seeds()
    {
        var sample = new Sample
        {
            Text = "Grüße", Number = -70000, Items = [new Sample { Text = "x" }, new Sample()], Map = new() { ["a"] = 1, ["b"] = -1 }, Data = [1, 2, 3],
            Inner = new Sample { Limit = 7, Time = DateTime.UnixEpoch }, Ratio = 0.5, Flags = [true, false],
        };
        return [MessagePackSerializer.Serialize(sample), MessagePackSerializer.Serialize(new Sample()), MessagePackSerializer.ConvertFromJson("""{"a":[1,2.5,{"b":null}],"c":"d"}"""), [0xd4, 5, 0]];
    }

    private static long SkipLength(MessagePackReader reader)
    {
        try
        {
            reader.Skip();
            return reader.Consumed;
        }
        catch (MessagePackSerializationException)
        {
            return -1;
        }
    }

    private static T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (MessagePackSerializationException)
        {
            return null;
        }
    }

    private static ReadOnlySequence<byte> InTwo(byte[] bytes)
    {
        var first = new Part(bytes.AsMemory(0, bytes.Length / 2), null);
        var second = new Part(bytes.AsMemory(bytes.Length / 2), first);
        return new ReadOnlySequence<byte>(first, 0, second, second.Memory.Length);
    }

    private sealed class Part : ReadOnlySequenceSegment<byte>
    {
        public Part(ReadOnlyMemory<byte> memory, Part? before)
        {
            Memory = memory;
            if (before is null) return;
            RunningIndex = before.Memory.Length;
            before.Next = this;
        }
    }

    private sealed record Box(object? Value);

    /// <summary>A message with a member of each kind, itself among them.</summary>
    [MessagePackObject]
    public sealed record Sample
    {
        [Key(0)]
        public string Text { get; init => field = value ?? ""; } = "";

        [Key(1)]
        public int Number { get; init; }

        [Key(2)]
        public IReadOnlyList<Sample?> Items { get; init => field = value ?? []; } = [];

        [Key(3)]
        public Dictionary<string, long> Map { get; init => field = value ?? []; } = [];

        [Key(4)]
        public byte[]? Data { get; init; }

        [Key(5)]
        public Sample? Inner { get; init; }

        [Key(6)]
        public byte? Limit { get; init; }

        [Key(7)]
        public DateTime? Time { get; init; }

        [Key(8)]
        public double Ratio { get; init; }

        [Key(9)]
        public bool[] Flags { get; init => field = value ?? []; } = [];
    }
}
