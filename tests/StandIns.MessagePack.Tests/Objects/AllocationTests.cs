using System.Buffers;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Objects;

public class AllocationTests
{
    private static readonly Meeting s_meeting = new()
    {
        Id = "meeting-4711", Minutes = 45, Start = 1_800_000_000, People = [new Person { Name = "Anna Müller" }, new Person { Name = "李小龙" }],
        Labels = new() { ["room"] = "3.14" }, Token = new byte[16], Limit = 5, Role = Role.Host, Tags = ["a", "b"], Other = Role.Host, Numbers = [1, 2, 3],
    };

    [Fact]
    public void Writing_into_memory_that_is_there_allocates_nothing()
    {
        var output = new ArrayBufferWriter<byte>(4096);
        var token = TestContext.Current.CancellationToken;
        Assert.Equal(0, Allocated(() =>
        {
            output.ResetWrittenCount();
            MessagePackSerializer.Serialize(output, s_meeting, null, token);
        }));
    }

    [Fact]
    public void Reading_allocates_the_object_and_nothing_else()
    {
        var bytes = Pack.Serialize(new Person { Name = "Anna", Role = Role.Host });
        var token = TestContext.Current.CancellationToken;
        var baseline = Allocated(() => GC.KeepAlive(new Person { Name = new string('a', 4) }));
        Assert.Equal(baseline, Allocated(() => GC.KeepAlive(MessagePackSerializer.Deserialize<Person>(bytes, null, token))));
    }

    [Fact]
    public void Skipping_allocates_nothing()
    {
        var bytes = Pack.Serialize(s_meeting).AsMemory();
        Assert.Equal(0, Allocated(() =>
        {
            var reader = new MessagePackReader(bytes);
            reader.Skip();
        }));
    }

    private static long Allocated(Action action)
    {
        // Twice at least: formatters are made at the first use.
        for (var i = 0; i < 3; i++) action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
