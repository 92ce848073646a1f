using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Objects;

/// <summary>What the package's analyzers refuse when the program is built, or its resolver at run time.</summary>
public class RuleTests
{
    [Fact]
    public void A_public_member_without_key_is_named() => Refuses(new WithoutKey(), nameof(WithoutKey.Forgotten));

    [Fact]
    public void A_key_twice_is_named() => Refuses(new Twice(), nameof(Twice.Second));

    [Fact]
    public void Keys_of_two_kinds_are_refused() => Refuses(new Mixed(), "same");

    [Fact]
    public void A_type_that_is_not_public_is_refused() => Refuses(new Hidden(), nameof(Hidden));

    [Fact]
    public void A_type_that_is_not_public_works_when_it_says_so()
    {
        var bytes = Pack.Serialize(new Allowed { Number = 4 });
        Assert.Equal(Bytes.Of("92 04 08"), bytes);
        Assert.Equal(8, Pack.Deserialize<Allowed>(bytes).Twice);
    }

    [Fact]
    public void A_private_nested_type_is_refused_even_then() => Refuses(new Nested(), "private nested");

    [Fact]
    public void A_type_without_attribute_is_refused() => Refuses(new Unmarked(), nameof(Unmarked));

    [Fact]
    public void A_constructor_that_nothing_fits_is_refused() => Refuses(new NoFit(1), "constructor");

    [Fact]
    public void The_same_fault_is_told_each_time()
    {
        Refuses(new Twice(), nameof(Twice.Second));
        Refuses(new Twice(), nameof(Twice.Second));
    }

    private static void Refuses<T>(T value, string word)
    {
        var writing = Assert.Throws<MessagePackSerializationException>(() => Pack.Serialize(value));
        Assert.Contains(word, writing.InnerException!.Message, StringComparison.Ordinal);
        var reading = Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<T>([0x90]));
        Assert.Contains(word, reading.InnerException!.Message, StringComparison.Ordinal);
    }

    [MessagePackObject]
    public sealed class WithoutKey
    {
        [Key(0)]
        public int Marked { get; set; }

        public int Forgotten { get; set; }
    }

    [MessagePackObject]
    public sealed class Twice
    {
        [Key(1)]
        public int First { get; set; }

        [Key(1)]
        public int Second { get; set; }
    }

    [MessagePackObject]
    public sealed class Mixed
    {
        [Key(0)]
        public int First { get; set; }

        [Key("second")]
        public int Second { get; set; }
    }

    [MessagePackObject]
    internal sealed class Hidden
    {
        [Key(0)]
        public int Number { get; set; }
    }

    [MessagePackObject(AllowPrivate = true)]
    internal sealed class Allowed
    {
        [Key(1)]
        private int _twice;

        [Key(0)]
        public int Number
        {
            get;
            set => (field, _twice) = (value, value * 2);
        }

        [IgnoreMember]
        public int Twice => _twice;
    }

    public sealed class Unmarked;

    [MessagePackObject]
    public sealed class NoFit(long other)
    {
        [Key(0)]
        public int Number { get; set; } = (int)other;
    }

    [MessagePackObject(AllowPrivate = true)]
    private sealed class Nested
    {
        [Key(0)]
        public int Number { get; set; }
    }
}
