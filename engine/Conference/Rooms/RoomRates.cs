using ConfEngine.Conference.Messages;

namespace ConfEngine.Conference.Rooms;

/// <summary>How often things may happen in a room, the numbers of ZEGO Express.</summary>
internal sealed class RoomRates(RoomOptions options)
{
    public RateLimit Logins { get; } = RateLimit.PerSecond(options.LoginsPerSecond);

    public RateLimit WrongPasswords { get; } = RateLimit.PerSecond(options.WrongPasswordsPerSecond);

    public RateLimit Broadcasts { get; } = RateLimit.PerSecond(10);

    public RateLimit Barrages { get; } = RateLimit.PerSecond(20);

    public RateLimit CustomToOne { get; } = RateLimit.PerSecond(200);

    public RateLimit CustomToMany { get; } = RateLimit.PerSecond(10);

    public RateLimit ExtraInfo { get; } = RateLimit.PerSecond(10);

    public RateLimit StreamExtraInfo { get; } = RateLimit.PerSecond(10);
}
