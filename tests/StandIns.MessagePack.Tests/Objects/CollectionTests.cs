using System.Buffers;
using System.Collections.ObjectModel;
using FsCheck;
using FsCheck.Fluent;
using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace ConfEngine.StandIns.MessagePack.Tests.Objects;

public class CollectionTests
{
    [Fact]
    public void Anything_comes_back() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(string?[], Dictionary<int, double>, (long?, byte[]?, Guid))>(), any => Comes(any.Item1) && Comes(any.Item2) && Comes(any.Item3.Item1)
            && Comes(any.Item3.Item2) && Comes(any.Item3.Item3)));

    [Fact]
    public void Lists_sets_maps_and_their_interfaces()
    {
        Assert.Equal(Bytes.Of("93 01 02 03"), Pack.Serialize<IReadOnlyList<int>>(new Collection<int> { 1, 2, 3 }));
        Assert.Equal([1, 2, 3], Pack.Deserialize<IReadOnlyList<int>>(Bytes.Of("93 01 02 03")));
        Assert.Equal([1, 2, 3], Pack.Deserialize<IEnumerable<int>>(Pack.Serialize(Enumerable.Range(1, 3))));
        Assert.Equal([3, 4], Pack.Deserialize<HashSet<int>>(Pack.Serialize(new HashSet<int> { 3, 4 })).Order());
        var map = Pack.Deserialize<IReadOnlyDictionary<string, int[]>>(Bytes.Of("81 A1 61 92 01 02"));
        Assert.Equal([1, 2], map["a"]);
        Assert.Equal(("a", 1), Pack.Deserialize<(string, int)>(Pack.Serialize(("a", 1))));
        Assert.Equal(Bytes.Of("93 C0 A0 A1 61"), Pack.Serialize(new[] { null, "", "a" }));
        Assert.Null(Pack.Deserialize<int[]?>(new byte[] { 0xc0 }));
    }

    [Fact]
    public void Values_that_are_text_or_ticks()
    {
        Assert.True(Comes(1234.5678901234567890123456789m) && Comes(TimeSpan.FromTicks(-5)) && Comes(new Uri("https://example.org/ä?b=c")) && Comes(new Version(1, 2, 3)));
        Assert.True(Comes(new DateTimeOffset(2024, 2, 29, 23, 0, 0, TimeSpan.FromMinutes(-330))) && Comes('ß') && Comes(DateTime.UnixEpoch));
        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<Guid>(Bytes.Of("A1 61")));
        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<decimal>(Bytes.Of("A1 61")));
    }

    [Fact]
    public void A_value_of_no_known_type_comes_back_as_what_it_is()
    {
        var made = Pack.Deserialize<object>(Pack.Serialize<object>(new object?[] { 1, "a", null, 2.5, true, new byte[] { 1 }, new Dictionary<string, int> { ["k"] = 1 } }));
        var array = Assert.IsType<object?[]>(made);
        Assert.Equal([1, "a", null, 2.5, true], array[..5]);
        Assert.Equal((byte)1, Assert.IsType<Dictionary<object, object?>>(array[6])["k"]);
    }

    [Fact]
    public void A_formatter_of_ones_own_goes_before_and_is_used_inside_objects_too()
    {
        var options = MessagePackSerializerOptions.Standard.WithResolver(CompositeResolver.Create([new Shouting()], [StandardResolver.Instance]));
        var bytes = Pack.Serialize(new Person { Name = "anna" }, options);
        Assert.Equal("ANNA", Pack.Deserialize<Person>(bytes).Name);
        Assert.Equal("anna", Pack.Deserialize<Person>(bytes, options).Name);
    }

    [Fact]
    public void Json_both_ways()
    {
        const string Json = """{"a":[1,-2,2.5,true,null,"q\"\n"],"b":{},"c":18446744073709551615}""";
        Assert.Equal(Json, Pack.ConvertToJson(Pack.ConvertFromJson(Json)));
        Assert.Equal("""["m",1]""", MessagePackSerializer.SerializeToJson(("m", 1), null, TestContext.Current.CancellationToken));
        Assert.Equal("""[[5,"AQ=="],"AQI=","1970-01-01T00:00:00.0000000Z",{"7":1}]""", Pack.ConvertToJson(Bytes.Of("94 D4 05 01 C4 02 01 02 D6 FF 00 00 00 00 81 07 01")));
        Assert.Throws<MessagePackSerializationException>(() => Pack.ConvertFromJson("{"));
        Assert.Throws<MessagePackSerializationException>(() => Pack.ConvertToJson(Bytes.Of("81 90 01")));
    }

    [Fact]
    public async Task A_stream_is_cut_into_values()
    {
        byte[] bytes = [.. Pack.Serialize(new string('x', 10_000)), 0x93, 1, 2, 3, 0xc0, 0x92, 0xa1, 0x61, 0x80, 0x91];
        using var reader = new MessagePackStreamReader(new OneByteAtATime(bytes));
        var token = TestContext.Current.CancellationToken;
        Assert.Equal(10_003, (await reader.ReadAsync(token))!.Value.Length);
        Assert.Equal([0x93, 1, 2, 3], (await reader.ReadAsync(token))!.Value.ToArray());
        Assert.Equal([0xc0], (await reader.ReadAsync(token))!.Value.ToArray());
        var elements = new List<string>();
        await foreach (var element in reader.ReadArrayAsync(token)) elements.Add(Convert.ToHexString(element.ToArray()));
        Assert.Equal(["A161", "80"], elements);
        Assert.Null(await reader.ReadAsync(token));
        Assert.Equal([0x91], reader.RemainingBytes.ToArray());
        using var empty = new MessagePackStreamReader(new MemoryStream());
        Assert.Null(await empty.ReadAsync(token));
    }

    private static bool Comes<T>(T value)
    {
        var read = Pack.Deserialize<T>(Pack.Serialize(value));
        Assert.Equivalent(value, read, strict: true);
        return true;
    }

    private sealed class Shouting : IMessagePackFormatter<string?>
    {
        public void Serialize(ref MessagePackWriter writer, string? value, MessagePackSerializerOptions options) => writer.Write(value?.ToUpperInvariant());

        public string? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => reader.ReadString()?.ToLowerInvariant();
    }

    private sealed class OneByteAtATime(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
