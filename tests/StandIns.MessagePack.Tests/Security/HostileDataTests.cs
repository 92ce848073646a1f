using System.Buffers;
using ConfEngine.StandIns.MessagePack.Tests.Objects;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Security;

public class HostileDataTests
{
    private static readonly MessagePackSerializerOptions s_untrusted = MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData);

    [Fact]
    public void Nesting_ends_at_the_limit()
    {
        var options = s_untrusted.WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(64));
        Assert.NotNull(Pack.Deserialize<Tree>(Nested(63, [0x90]), options));
        var deep = Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<Tree>(Nested(64, [0x90]), options));
        Assert.IsType<InsufficientExecutionStackException>(deep.GetBaseException());
        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<object>(Nested(64, [0x91, 0xc0]), options));
        Assert.Throws<MessagePackSerializationException>(() => Pack.ConvertToJson(Nested(64, [0x91, 0xc0]), options));
        Assert.Throws<MessagePackSerializationException>(() => Pack.ConvertFromJson(new string('[', 65) + new string(']', 65), options));
    }

    [Fact]
    public void A_million_levels_break_neither_reading_nor_passing_over()
    {
        var bytes = Nested(1_000_000, [0x90]);
        foreach (var options in new[] { MessagePackSerializerOptions.Standard, s_untrusted })
        {
            Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<Tree>(bytes, options));
            Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<object>(bytes, options));
        }

        var reader = new MessagePackReader(bytes.AsMemory());
        reader.Skip();
        Assert.True(reader.End);
        // The same where a member that nobody knows hides it.
        Assert.Equal("", Pack.Deserialize<Person>([0x93, 0xa0, 0x00, .. bytes], s_untrusted).Name);
    }

    [Theory]
    [InlineData("DD FF FF FF FF")]
    [InlineData("DD 7F FF FF FF 01 02")]
    [InlineData("DC FF FF")]
    [InlineData("9F")]
    public void An_array_longer_than_its_data_is_refused_before_there_is_memory_for_it(string hex)
    {
        var bytes = Bytes.Of(hex);
        Refuses<int[]>(bytes);
        Refuses<List<string>>(bytes);
        Refuses<HashSet<int>>(bytes);
        Refuses<Meeting>(bytes);
        Refuses<object>(bytes);
        RefusesToSkip(bytes);
    }

    [Theory]
    [InlineData("DF FF FF FF FF")]
    [InlineData("DF 80 00 00 00 01 02")]
    [InlineData("82 A1 61 A1 62 A1 63")]
    public void A_map_longer_than_its_data_is_refused_before_there_is_memory_for_it(string hex)
    {
        var bytes = Bytes.Of(hex);
        Refuses<Dictionary<string, string>>(bytes);
        Refuses<Named>(bytes);
        Refuses<object>(bytes);
        RefusesToSkip(bytes);
    }

    [Theory]
    [InlineData("DB FF FF FF FF 61")]
    [InlineData("DB 7F FF FF FF")]
    [InlineData("DA 00 02 61")]
    [InlineData("A1")]
    [InlineData("D9")]
    [InlineData("C6 FF FF FF FF 00")]
    [InlineData("C4 02 00")]
    [InlineData("C9 FF FF FF FF 01 00")]
    [InlineData("D8 01 00")]
    public void Text_and_bytes_longer_than_their_data_are_refused_before_there_is_memory_for_them(string hex)
    {
        var bytes = Bytes.Of(hex);
        Refuses<string>(bytes);
        Refuses<byte[]>(bytes);
        Refuses<object>(bytes);
        RefusesToSkip(bytes);
    }

    [Fact]
    public void The_code_that_is_never_used_is_refused()
    {
        Refuses<object>([0xc1]);
        RefusesToSkip([0xc1]);
        RefusesToSkip([0x92, 0x01, 0xc1]);
    }

    [Fact]
    public void Each_cut_of_a_message_ends_in_the_one_exception()
    {
        var whole = Pack.Serialize(new Meeting { Id = "abc", People = [new Person { Name = "x" }], Labels = new() { ["k"] = "v" }, Token = [1, 2], Limit = 9, Tags = ["t"] });
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            var fault = Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<Meeting>(cut, s_untrusted));
            Assert.IsType<EndOfStreamException>(fault.GetBaseException());
            if (length > 1) Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<Meeting>(Bytes.InPieces(cut, 3), s_untrusted));
        }
    }

    [Fact]
    public void A_key_twice_is_refused_and_so_are_keys_that_cannot_be_hashed_safely()
    {
        Refuses<Dictionary<string, string>>(Bytes.Of("82 A1 61 A1 62 A1 61 A1 63"));
        Refuses<Dictionary<string, string>>(Bytes.Of("81 C0 A1 63"));
        var fault = Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<Dictionary<Uri, int>>([0x80], s_untrusted));
        Assert.IsType<TypeAccessException>(fault.GetBaseException());
    }

    [Fact]
    public void Keys_that_are_chosen_to_collide_do_not_under_the_untrusting_comparer()
    {
        // long's own hash code folds the halves together: all of these have 0.
        var comparer = MessagePackSecurity.UntrustedData.GetEqualityComparer<long>();
        var colliding = Enumerable.Range(1, 1000).Select(i => ((long)i << 32) | (uint)i).ToArray();
        Assert.Single(colliding.Select(key => key.GetHashCode()).Distinct());
        Assert.True(colliding.Select(comparer.GetHashCode).Distinct().Count() > 990);
        Assert.Equal(0.0, -0.0);
        Assert.Equal(MessagePackSecurity.UntrustedData.GetEqualityComparer<double>().GetHashCode(0.0), MessagePackSecurity.UntrustedData.GetEqualityComparer<double>().GetHashCode(-0.0));
    }

    [Fact]
    public void A_depth_that_was_gone_down_is_come_up_from()
    {
        var reader = new MessagePackReader(Bytes.Of("91 90 91 90").AsMemory());
        MessagePackSerializer.Deserialize<Tree>(ref reader, s_untrusted);
        MessagePackSerializer.Deserialize<object>(ref reader, s_untrusted);
        Assert.Equal(0, reader.Depth);
        Assert.True(reader.End);
    }

    [Fact]
    public void Withdrawn_reading_of_much_data_ends()
    {
        var bytes = Pack.Serialize(new int[1000]);
        var fault = Assert.Throws<MessagePackSerializationException>(() => MessagePackSerializer.Deserialize<int[]>(bytes, s_untrusted, new CancellationToken(true)));
        Assert.IsType<OperationCanceledException>(fault.InnerException);
    }

    private static byte[] Nested(int depth, byte[] inside)
    {
        var bytes = new byte[depth + inside.Length];
        bytes.AsSpan(0, depth).Fill(0x91);
        inside.CopyTo(bytes, depth);
        return bytes;
    }

    private static void Refuses<T>(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<T>(bytes, s_untrusted));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<T>(Bytes.InPieces(bytes, 1), s_untrusted));
    }

    private static void RefusesToSkip(byte[] bytes)
    {
        Assert.Throws<MessagePackSerializationException>(() => Skip(new MessagePackReader(bytes.AsMemory())));
        Assert.Throws<MessagePackSerializationException>(() => Skip(new MessagePackReader(Bytes.InPieces(bytes, 1))));
        static void Skip(MessagePackReader reader) => reader.Skip();
    }
}
