using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Quality;

namespace ConfEngine.Conference.Members;

/// <summary>A participant as others see it.</summary>
public sealed record MemberView
{
    /// <summary>Its id, unique in the room.</summary>
    public required UserId User { get; init; }

    /// <summary>What it is called.</summary>
    public required UserName Name { get; init; }

    /// <summary>What it may do.</summary>
    public required MemberRole Role { get; init; }

    /// <summary>False while it is gone and may still come back: its tiles freeze, nobody is told.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>Whether its microphone is off.</summary>
    public required bool IsAudioMuted { get; init; }

    /// <summary>Whether its camera is off.</summary>
    public required bool IsVideoMuted { get; init; }

    /// <summary>Its place among the raised hands, lowest first; 0 while its hand is down.</summary>
    public required long Hand { get; init; }

    /// <summary>How good its connection is.</summary>
    public required QualityLevel Quality { get; init; }
}
