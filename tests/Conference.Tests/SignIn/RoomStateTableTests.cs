using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;
using FsCheck;
using FsCheck.Fluent;

namespace ConfEngine.Conference.Tests.SignIn;

/// <summary>Acceptance check 1: changes of place follow the vendor's table.</summary>
public sealed class RoomStateTableTests
{
    // Columns: Logining, Logined, LoginFailed, Reconnecting, Reconnected, ReconnectFailed, KickOut, Logout, LogoutFailed.
    [Theory]
    [InlineData(RoomStateReason.Logining, "-yy------")]
    [InlineData(RoomStateReason.Logined, "---y--yyy")]
    [InlineData(RoomStateReason.LoginFailed, "-------y-")]
    [InlineData(RoomStateReason.Reconnecting, "----yy---")]
    [InlineData(RoomStateReason.Reconnected, "---y--yyy")]
    [InlineData(RoomStateReason.ReconnectFailed, "-------y-")]
    [InlineData(RoomStateReason.KickOut, "-------y-")]
    [InlineData(RoomStateReason.Logout, "y--------")]
    [InlineData(RoomStateReason.LogoutFailed, "-------y-")]
    public void The_table_is_the_vendors(RoomStateReason current, string row) =>
        Assert.Equal(row, string.Concat(Enum.GetValues<RoomStateReason>().Select(next => RoomStateTable.Allows(current, next) ? 'y' : '-')));

    [Fact]
    public void The_numbers_are_the_vendors()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], Enum.GetValues<RoomStateReason>().Select(reason => (int)reason));
        Assert.Equal(
            ["Logining", "Logined", "LoginFailed", "Reconnecting", "Reconnected", "ReconnectFailed", "KickOut", "Logout", "LogoutFailed"],
            Enum.GetNames<RoomStateReason>());
        Assert.Equal([0, 1, 2], Enum.GetValues<RoomState>().Select(state => (int)state));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Enum.GetValues<StreamDeleteReason>().Select(reason => (int)reason));
        Assert.Equal((0, 1, 2), ((int)PublisherState.NoPublish, (int)PublisherState.PublishRequesting, (int)PublisherState.Publishing));
        Assert.Equal((0, 1, 2), ((int)PlayerState.NoPlay, (int)PlayerState.PlayRequesting, (int)PlayerState.Playing));
        Assert.Equal((0, 1), ((int)UpdateType.Add, (int)UpdateType.Delete));
        Assert.Equal(Enumerable.Range(100, 7).Concat(Enumerable.Range(200, 7)), Enum.GetValues<StreamEvent>().Select(what => (int)what));
    }

    [Fact]
    public void Any_sequence_of_inputs_changes_places_by_the_table_and_a_rejected_one_does_nothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Sequences(), (int[] picks) =>
        {
            var participant = new Participant();
            var place = RoomStateReason.Logout;
            foreach (var pick in picks)
            {
                participant.Wait(PauseOf(pick));
                participant.Do(Inputs[pick % 16 % Inputs.Length]);
                if (participant.Effects.OfType<Rejected>().Any()) Assert.Single(participant.Effects);
                Assert.DoesNotContain(participant.Effects.OfType<StateChanged>(), changed => changed.Room.Value != "r");
            }
            foreach (var changed in participant.States)
            {
                Assert.True(RoomStateTable.Allows(place, changed.Reason), $"{place} then {changed.Reason}");
                place = changed.Reason;
            }
            Assert.Equal(place, participant.Connection.State);
        }));

    [Fact]
    public void Everything_that_can_happen_next_does_in_some_sequence()
    {
        var seen = new HashSet<(RoomStateReason, RoomStateReason)>();
        // The same sequences every time: whether they reach everything must not be a matter of luck.
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600).WithReplay(1, 3), Prop.ForAll(Sequences(), (int[] picks) =>
        {
            var participant = new Participant();
            foreach (var pick in picks) participant.Wait(PauseOf(pick)).Do(Inputs[pick % 16 % Inputs.Length]);
            var all = participant.Reasons.Prepend(RoomStateReason.Logout).ToArray();
            for (var i = 1; i < all.Length; i++) seen.Add((all[i - 1], all[i]));
        }));
        var legal =
            from current in Enum.GetValues<RoomStateReason>()
            from next in Enum.GetValues<RoomStateReason>()
            where RoomStateTable.Allows(current, next)
            select (current, next);
        Assert.Equal(legal.Order(), seen.Order());
    }

    private static ConnectionInput[] Inputs { get; } =
    [
        new EnterRoom("r", "u", "n"),
        new Answered(null),
        new Answered(null),
        new ConnectionLost(),
        new LeaveRoom("r"),
        new LeaveRoom("q"),
        new PutOut(new RoomError(RoomErrorCode.LoggedInElsewhere, "", 1002050, "elsewhere")),
        new Answered(new RoomError(RoomErrorCode.TimedOut, "", 1002053, "late")),
        new Answered(new RoomError(RoomErrorCode.CannotResume, "", 0, "gone")),
        new Answered(new RoomError(RoomErrorCode.WrongPassword, "", 0, "wrong")),
        new HeldAtDoor(),
        new WantStream("s", true, true),
        new WantStream("s", true, false),
        new MediaChanged("s", true, true),
        new MediaChanged("s", true, false),
        new RoomTold(new StreamUpdate(RoomId.Parse("r"), UpdateType.Add, [])),
    ];

    // Mostly none, or nobody would be there for an answer.
    private static double PauseOf(int pick) => Math.Max(0, pick / 16 - 5) * 6;

    private static Arbitrary<int[]> Sequences() => Gen.Choose(0, 127).ArrayOf(80).ToArbitrary();
}
