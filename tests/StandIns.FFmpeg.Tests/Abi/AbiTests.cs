namespace ConfEngine.StandIns.FFmpeg.Tests.Abi;

/// <summary>Every declared size, offset and value against the installed headers.</summary>
public sealed class AbiTests
{
    [Fact]
    public void Structs_have_the_size_and_the_offsets_that_the_C_compiler_gives_them()
    {
        var facts = new List<(string Expression, long Managed)>();
        foreach (var type in ManagedLayout.Structs)
        {
            var c = ManagedLayout.CTypeOf(type);
            facts.Add(($"sizeof({c})", ManagedLayout.SizeOf(type)));
            foreach (var field in ManagedLayout.FieldsOf(type))
            {
                facts.Add(($"offsetof({c}, {field.Name})", ManagedLayout.OffsetOf(field)));
                facts.Add(($"sizeof((({c}*)0)->{field.Name})", ManagedLayout.SizeOf(field.FieldType)));
            }
        }

        AssertSame(facts, least: 900);
    }

    [Fact]
    public void Enums_have_the_values_of_the_headers() =>
        AssertSame(
            [.. from type in ManagedLayout.Enums from name in Enum.GetNames(type) select (name, ManagedLayout.ToInt64(Enum.Parse(type, name)))],
            least: 900);

    [Fact]
    public void Constants_have_the_values_of_the_macros() => AssertSame([.. ManagedLayout.Constants], least: 400);

    [Theory]
    [InlineData("AVFrame", 50)]
    [InlineData("AVPacket", 14)]
    [InlineData("AVCodecContext", 161)]
    [InlineData("AVCodecParameters", 30)]
    [InlineData("AVStream", 19)]
    [InlineData("AVFormatContext", 73)]
    [InlineData("AVIOContext", 30)]
    [InlineData("AVCodec", 15)]
    public void Every_field_is_declared(string type, int fields) =>
        Assert.Equal(fields, ManagedLayout.FieldsOf(ManagedLayout.Structs.Single(t => t.Name == type)).Length);

    private static void AssertSame(IReadOnlyCollection<(string Expression, long Managed)> facts, int least)
    {
        Assert.True(facts.Count >= least, $"Only {facts.Count} facts: reflection missed something.");
        var native = NativeFacts.Evaluate([.. facts.Select(fact => fact.Expression)]);
        var wrong = facts.Zip(native).Where(pair => pair.First.Managed != pair.Second)
            .Select(pair => $"{pair.First.Expression}: C# {pair.First.Managed}, C {pair.Second}");
        Assert.Empty(wrong);
    }
}
