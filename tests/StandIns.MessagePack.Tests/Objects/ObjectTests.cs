using System.Buffers;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Objects;

public class ObjectTests
{
    private static readonly Meeting s_full = new()
    {
        Id = "m-1", Minutes = 45, Start = 1_800_000_000_000, Locked = true, People = [new Person { Name = "Anna", Role = Role.Host }, new Person { Name = "李", Role = Role.Banned }],
        Labels = new() { ["room"] = "3.14" }, Token = [1, 2, 3], Limit = 5, Role = Role.Host, Tags = ["a", "b"], Weight = 0.25, Extra = new byte[] { 9 }, Other = Role.Guest, Numbers = [-1, 70000],
    };

    [Fact]
    public void Keys_are_indexes_and_gaps_are_nil() =>
        Assert.Equal("9401C0C0CE00011170", Convert.ToHexString(Pack.Serialize(new Sparse { First = 1, Last = 70000 })));

    [Fact]
    public void A_message_has_the_bytes_that_the_specification_gives_it() => Assert.Equal(
        Bytes.Of("9E A3 6D 2D 31 2D CF 00 00 01 A3 18 5C 50 00 C3 92 92 A4 41 6E 6E 61 CD 03 E8 92 A3 E6 9D 8E FF 81 A4 72 6F 6F 6D A4 33 2E 31 34 C4 03 01 02 03 05 CD 03 E8"
            + "92 A1 61 A1 62 CB 3F D0 00 00 00 00 00 00 C4 01 09 00 92 FF CE 00 01 11 70"),
        Pack.Serialize(s_full));

    [Fact]
    public void A_message_comes_back_from_one_piece_and_from_many()
    {
        var bytes = Pack.Serialize(s_full);
        Check(Pack.Deserialize<Meeting>(bytes));
        foreach (var size in new[] { 1, 2, 5, 16 }) Check(Pack.Deserialize<Meeting>(Bytes.InPieces(bytes, size)));
        Check((Meeting)Pack.Deserialize(typeof(Meeting), bytes)!);
        using var stream = new MemoryStream(bytes);
        Check(MessagePackSerializer.Deserialize<Meeting>(stream, null, TestContext.Current.CancellationToken));

        static void Check(Meeting read)
        {
            Assert.Equal(s_full.People, read.People);
            Assert.Equal(s_full.Labels, read.Labels);
            Assert.Equal(s_full.Token, read.Token);
            Assert.Equal(s_full.Tags, read.Tags);
            Assert.Equal(s_full.Numbers, read.Numbers);
            Assert.Equal(s_full.Extra.ToArray(), read.Extra.ToArray());
            Assert.Equal((s_full.Id, s_full.Minutes, s_full.Start, s_full.Locked, s_full.Limit, s_full.Role, s_full.Weight, s_full.Other),
                (read.Id, read.Minutes, read.Start, read.Locked, read.Limit, read.Role, read.Weight, read.Other));
        }
    }

    [Fact]
    public void What_is_missing_at_the_end_keeps_its_default_and_nil_goes_through_the_setter()
    {
        var empty = Pack.Deserialize<Meeting>([0x90]);
        Assert.Equal(("", 30, 0), (empty.Id, empty.Minutes, empty.People.Count));
        var nil = Pack.Deserialize<Meeting>(Bytes.Of("96 C0 2D 00 C2 C0 C0"));
        Assert.Equal(("", 45), (nil.Id, nil.Minutes));
        Assert.Empty(nil.People);
        Assert.Empty(nil.Labels);
    }

    [Fact]
    public void What_nobody_knows_is_passed_over()
    {
        var read = MessagePackSerializer.Deserialize<Person>(Bytes.Of("95 A1 61 00 92 01 02 81 A1 62 C0 D4 05 00 01"), null, out var used, TestContext.Current.CancellationToken);
        Assert.Equal(new Person { Name = "a" }, read);
        Assert.Equal(14, used);
    }

    [Fact]
    public void Nil_is_null_for_classes_and_no_value_for_numbers()
    {
        Assert.Null(Pack.Deserialize<Person?>([0xc0]));
        Assert.Equal([0xc0], Pack.Serialize<Person?>(null));
        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<Mutable>([0xc0]));
        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<Meeting>(Bytes.Of("92 A0 C0")));
    }

    [Fact]
    public void Names_are_keys_in_any_order()
    {
        Assert.Equal(Bytes.Of("83 A5 57 69 64 74 68 04 A6 48 65 69 67 68 74 03 A4 4E 6F 74 65 C0"), Pack.Serialize(new Named { Width = 4, Height = 3 }));
        var bytes = Bytes.Of("84 A6 48 65 69 67 68 74 03 A1 78 90 A4 4E 6F 74 65 A1 6E A5 57 69 64 74 68 04");
        foreach (var read in new[] { Pack.Deserialize<Named>(bytes), Pack.Deserialize<Named>(Bytes.InPieces(bytes, 2)) })
            Assert.Equal((4, 3, "n"), (read.Width, read.Height, read.Note));
    }

    [Fact]
    public void A_constructor_takes_its_members_and_the_rest_is_set()
    {
        var bytes = Pack.Serialize(new Positional("x", 3) { C = "c" });
        Assert.Equal(Bytes.Of("93 A1 78 03 A1 63"), bytes);
        Assert.Equal(new Positional("x", 3) { C = "c" }, Pack.Deserialize<Positional>(bytes));
        Assert.Equal(new Positional("x", 0), Pack.Deserialize<Positional>(Bytes.Of("91 A1 78")));
        var point = Pack.Deserialize<Point>(Pack.Serialize(new Point(3, -4)));
        Assert.Equal((3, -4), (point.X, point.Y));
    }

    [Fact]
    public void Structs_and_fields()
    {
        var read = Pack.Deserialize<Mutable>(Pack.Serialize(new Mutable { Number = 5, Text = "t" }));
        Assert.Equal((5, "t"), (read.Number, read.Text));
    }

    [Fact]
    public void A_union_is_its_key_and_the_object()
    {
        Assert.Equal(Bytes.Of("92 07 91 CB 40 00 00 00 00 00 00 00"), Pack.Serialize<IShape>(new Square(2)));
        Assert.Equal(new Square(2), Pack.Deserialize<IShape>(Pack.Serialize<IShape>(new Square(2))));
        Assert.Equal(new Circle(1), Pack.Deserialize<IShape>(Pack.Serialize<IShape>(new Circle(1))));
        Assert.Null(Pack.Deserialize<IShape?>(Bytes.Of("92 05 91 01")));
        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize<IShape>(Bytes.Of("93 00 90 90")));
    }

    [Fact]
    public void An_object_is_told_before_and_after()
    {
        var told = new Told { Number = 3 };
        var bytes = Pack.Serialize(told);
        Assert.Equal("before;", told.Calls);
        Assert.Equal("after 3;", Pack.Deserialize<Told>(bytes).Calls);
    }

    [Fact]
    public void Types_known_at_run_time_only()
    {
        Assert.Equal(Pack.Serialize(s_full), Pack.Serialize(typeof(Meeting), s_full));
        Assert.Equal([0xc0], Pack.Serialize(typeof(Meeting), (object?)null));
        Assert.Throws<MessagePackSerializationException>(() => Pack.Serialize(typeof(Meeting), "no meeting"));
        var output = new ArrayBufferWriter<byte>();
        MessagePackSerializer.Serialize(typeof(int), output, 5, null, TestContext.Current.CancellationToken);
        Assert.Equal([5], output.WrittenSpan.ToArray());
    }

    [Fact]
    public void Compression_says_what_to_do() =>
        Assert.Throws<NotSupportedException>(() => MessagePackSerializerOptions.Standard.WithCompression(MessagePackCompression.Lz4BlockArray));
}
