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

    [Fact]
    public void The_histories_are_about_something()
    {
        var (taken, refused) = (new HashSet<StepKind>(), new HashSet<StepKind>());
        var (mostMembers, mostStreams, mostForwarded) = (0, 0, 0);
        // The same histories every time: whether they reach everything must not be a matter of luck.
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 3), Prop.ForAll(Steps.Histories, (Step[] history) =>
        {
            var world = new World();
            foreach (var step in history)
            {
                world.Run(step);
                if (world.WasTaken is { } wasTaken) (wasTaken ? taken : refused).Add(step.Kind);
                mostForwarded = Math.Max(mostForwarded, world.Forwarded.Count);
                foreach (var room in world.Host.Rooms)
                {
                    Assert.True(world.Host.TryGetSnapshot(room, out var snapshot));
                    mostMembers = Math.Max(mostMembers, snapshot.Members.Length);
                    mostStreams = Math.Max(mostStreams, snapshot.Streams.Length);
                }
            }
        }));
        var kinds = Enum.GetValues<StepKind>().Where(kind => kind != StepKind.Nothing).ToArray();
        Assert.Equal(kinds.Except([StepKind.ReconnectWithWrongKey]), kinds.Where(taken.Contains));
        Assert.Equal(kinds, kinds.Where(refused.Contains));
        Assert.True(mostMembers >= 5 && mostStreams >= 3 && mostForwarded >= 2, $"{mostMembers} members, {mostStreams} streams, {mostForwarded} forwarded");
    }
}
