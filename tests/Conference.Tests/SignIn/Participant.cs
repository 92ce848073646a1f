using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.SignIn;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.SignIn;

/// <summary>A participant's side with a clock that tests turn, and a log of its changes of place.</summary>
internal sealed class Participant(ConnectionOptions? options = null)
{
    public RoomConnection Connection { get; } = new(options ?? new ConnectionOptions());

    public Instant Now { get; private set; } = new(1_000_000_000);

    public ImmutableArray<ConnectionEffect> Effects { get; private set; } = [];

    public List<StateChanged> States { get; } = [];

    public IEnumerable<RoomStateReason> Reasons => States.Select(state => state.Reason);

    public Participant Do(ConnectionInput input)
    {
        Take(Connection.Handle(input, Now));
        return this;
    }

    public Participant Wait(double seconds)
    {
        Now += MediaTime.FromSeconds(seconds);
        Take(Connection.Advance(Now));
        return this;
    }

    public Participant Enter(AccessToken? token = null) => Do(new EnterRoom("r", "u", "n", token));

    public Participant Inside(AccessToken? token = null) => Enter(token).Do(new Answered(null));

    public void Rejects(ConnectionInput input, RoomErrorCode code)
    {
        var before = States.Count;
        Do(input);
        Assert.Equal(code, Assert.IsType<Rejected>(Assert.Single(Effects)).Error.Code);
        Assert.Equal(before, States.Count);
    }

    private void Take(ImmutableArray<ConnectionEffect> effects)
    {
        Effects = effects;
        States.AddRange(effects.OfType<StateChanged>());
    }
}
