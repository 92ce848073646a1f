using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Rooms;

/// <summary>A room's regular events. They run while somebody is in it.</summary>
internal sealed class RoomTimes
{
    public static readonly MediaTime CountPeriod = MediaTime.FromSeconds(30);
    public static readonly MediaTime NetworkPeriod = MediaTime.FromSeconds(2);
    public static readonly MediaTime StreamPeriod = MediaTime.FromSeconds(3);

    public Instant Count { get; set; }

    public Instant Network { get; set; }

    public Instant Stream { get; set; }

    public Instant Next => new(Math.Min(Count.Nanoseconds, Math.Min(Network.Nanoseconds, Stream.Nanoseconds)));

    public void Start(Instant now)
    {
        Count = now + CountPeriod;
        Network = now + NetworkPeriod;
        Stream = now + StreamPeriod;
    }

    /// <summary>The first time after <paramref name="now"/> in steps from <paramref name="due"/>: what was slept through is not made up for.</summary>
    public static Instant After(Instant due, MediaTime period, Instant now) =>
        due + period * ((now - due).Nanoseconds / period.Nanoseconds + 1);
}
