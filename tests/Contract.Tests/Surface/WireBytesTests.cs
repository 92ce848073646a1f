using System.Text;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Tests.Surface;

public sealed class WireBytesTests
{
    public static TheoryData<string> Names { get; } = [.. Messages.All.Select(type => type.FullName!)];

    [Fact]
    public void They_are_the_stored_ones()
    {
        var text = new StringBuilder();
        foreach (var type in Messages.All) text.Append($"{type.FullName!["ConfEngine.Contract.".Length..]} {Convert.ToHexStringLower(Messages.Encode(Messages.Example(type)))}\n");
        new StoredText("tests", "Contract.Tests", "Surface", "wire-bytes.txt").Check(
            text.ToString(),
            "Plugins elsewhere read these bytes: a key never changes its meaning, and something new gets the next key.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_full_message_comes_back(string name)
    {
        var bytes = Messages.Encode(Messages.Example(Type(name)));
        Assert.Equal(bytes, Messages.Encode(Messages.Decode(Type(name), bytes)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Keys_begin_at_0_and_leave_no_gap(string name) =>
        Assert.Equal(Enumerable.Range(0, Messages.FieldsOf(Type(name)).Count), Messages.FieldsOf(Type(name)).Select(field => field.Key));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_empty_array_is_a_message_of_defaults(string name)
    {
        var defaults = Messages.Encode(Activator.CreateInstance(Type(name))!);
        Assert.Equal(Convert.ToHexString(defaults), Convert.ToHexString(Messages.Encode(Messages.Decode(Type(name), new byte[] { 0x90 }))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_of_its_ends_may_be_missing(string name)
    {
        var fields = Elements(Messages.Encode(Messages.Example(Type(name))));
        for (var kept = 0; kept <= fields.Length; kept++) Messages.Decode(Type(name), Array(fields[..kept]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Elements_that_a_later_version_adds_are_ignored(string name)
    {
        var bytes = Messages.Encode(Messages.Example(Type(name)));
        byte[][] added = [[0xc0], [0x92, 0x01, 0x81, 0xa1, 0x61, 0xc3], [0xc4, 0x01, 0x00]];
        Assert.Equal(bytes, Messages.Encode(Messages.Decode(Type(name), Array([.. Elements(bytes), .. added]))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nil_is_the_default_of_what_is_no_number_and_no_flag(string name)
    {
        var fields = Messages.FieldsOf(Type(name));
        byte[][] elements = [.. fields.Select(field => field.Property.PropertyType.IsValueType && Nullable.GetUnderlyingType(field.Property.PropertyType) is null ? new byte[] { 0 } : [0xc0])];
        foreach (var (key, property) in fields)
            if (property.PropertyType == typeof(bool)) elements[key] = [0xc2];
        var made = Messages.Decode(Type(name), Array(elements));
        var nullability = new System.Reflection.NullabilityInfoContext();
        foreach (var (_, property) in fields)
            if (nullability.Create(property).ReadState == System.Reflection.NullabilityState.NotNull) Assert.NotNull(property.GetValue(made));
    }

    [Fact]
    public void Lists_lose_their_nil_elements()
    {
        Assert.True(MessageCodec.TryDecode<MeetingList>(new byte[] { 0x91, 0x93, 0xc0, 0x91, 0xa1, 0x6d, 0xc0 }, out var list, out _));
        Assert.Equal("m", Assert.Single(list.Meetings).MeetingId);
    }

    private static Type Type(string name) => typeof(Method).Assembly.GetType(name)!;

    private static byte[][] Elements(ReadOnlyMemory<byte> array)
    {
        var reader = new MessagePackReader(array);
        var elements = new byte[reader.ReadArrayHeader()][];
        for (var i = 0; i < elements.Length; i++)
        {
            var start = (int)reader.Consumed;
            reader.Skip();
            elements[i] = array[start..(int)reader.Consumed].ToArray();
        }

        return elements;
    }

    private static byte[] Array(byte[][] elements) => [0xdc, (byte)(elements.Length >> 8), (byte)elements.Length, .. elements.SelectMany(element => element)];
}
