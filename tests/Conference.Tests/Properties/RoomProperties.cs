using FsCheck;
using FsCheck.Fluent;

namespace ConfEngine.Conference.Tests.Properties;

/// <summary>No history, however odd, leaves two members with different lists, a ghost, or a duplicate. A failure prints the seed to replay it.</summary>
public sealed class RoomProperties
{
    [Fact]
    public void After_every_step_of_every_history_all_lists_agree() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Steps.Histories, (Step[] history) =>
        {
            var world = new World();
            foreach (var step in history) world.Run(step);
        }));

    [Fact]
    public void Rooms_that_everybody_left_without_a_word_are_empty_in_the_end() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Steps.Histories, (Step[] history) =>
        {
            var world = new World();
            foreach (var step in history) world.Run(step);
            world.FallSilent();
            Assert.Empty(world.Clients);
            Assert.Empty(world.Forwarded);
            Assert.All(world.Host.Rooms, room => Assert.True(world.Host.TryGetSnapshot(room, out var left) && left.Members.IsEmpty && left.Streams.IsEmpty));
            Assert.Null(world.Host.NextDeadline);
        }));
}
