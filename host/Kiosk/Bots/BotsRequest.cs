using ConfEngine.Control.Client;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.Kiosk.Bots;

/// <summary>What the bots encode their pictures with.</summary>
internal enum BotCodec
{
    Vp8,
    H264,
}

/// <summary>What <c>bots</c> was asked for.</summary>
internal sealed record BotsRequest
{
    public required RpcClientOptions Server { get; init; }

    public required string Room { get; init; }

    public string? Password { get; init; }

    public int Count { get; init; } = 1;

    /// <summary>Lines of picture; 0 for sound only.</summary>
    public int Lines { get; init; } = 360;

    public BotCodec Codec { get; init; }

    public bool IsSimulcast { get; init; }

    /// <summary>How bad the network of the bots is, each way.</summary>
    public ImpairmentOptions Network { get; init; } = new();

    /// <summary>Decides what is lost, and who leaves when.</summary>
    public int Seed { get; init; } = 1;

    public bool IsChurning { get; init; }

    /// <summary>Each bot comes when the one before has all its pictures, instead of all within a moment.</summary>
    public bool IsOneByOne { get; init; }

    public MediaTime? Duration { get; init; }

    public string NamePrefix { get; init; } = "Bot";

    public bool Plays { get; init; } = true;

    /// <summary>How many of the bots publish; the others only watch.</summary>
    public int Publishers { get; init; } = int.MaxValue;

    /// <summary>Those who publish play nobody.</summary>
    public bool OnlyWatchersPlay { get; init; }

    public string? JsonFile { get; init; }
}
