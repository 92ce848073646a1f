using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Handshake;

/// <summary>The host's first words: which versions it speaks. Carries no secret, for the plugin may turn out to be another than expected.</summary>
[MessagePackObject]
public sealed record HelloRequest
{
    /// <summary>The oldest version of the contract that the host speaks.</summary>
    [Key(0)]
    public int ContractFloor { get; init; }

    /// <summary>The newest version of the contract that the host speaks.</summary>
    [Key(1)]
    public int ContractCeiling { get; init; }

    /// <summary>The host's name, <c>ConfEngine</c>.</summary>
    [Key(2)]
    public string HostName { get; init => field = value ?? ""; } = "";

    /// <summary>The host's version, such as <c>0.1.0</c>.</summary>
    [Key(3)]
    public string HostVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The longest message in bytes that the host takes.</summary>
    [Key(4)]
    public int MaxMessageBytes { get; init; }
}

/// <summary>Who the plugin is. Id, version and capabilities must be those of its manifest.</summary>
[MessagePackObject]
public sealed record HelloResponse
{
    /// <summary>The plugin's id.</summary>
    [Key(0)]
    public string PluginId { get; init => field = value ?? ""; } = "";

    /// <summary>The plugin's version.</summary>
    [Key(1)]
    public string PluginVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The oldest version of the contract that the plugin speaks.</summary>
    [Key(2)]
    public int ContractFloor { get; init; }

    /// <summary>The newest version of the contract that the plugin speaks.</summary>
    [Key(3)]
    public int ContractCeiling { get; init; }

    /// <summary>What it can be asked to do, of <see cref="Contract.Capabilities"/>.</summary>
    [Key(4)]
    public IReadOnlyList<string> Capabilities { get; init => field = NilElements.Dropped(value); } = [];

    /// <summary>The limits it declares; where one is stricter than the manifest's it counts. Null: those of the manifest.</summary>
    [Key(5)]
    public PluginLimits? Limits { get; init; }
}

/// <summary>What the plugin needs to begin.</summary>
[MessagePackObject]
public sealed record StartRequest
{
    /// <summary>The version of the contract that both sides use from now on.</summary>
    [Key(0)]
    public int ContractVersion { get; init; }

    /// <summary>The settings by name, as text: numbers in decimal, flags as <c>true</c> or <c>false</c>. Those with a default are always there.</summary>
    [Key(1)]
    public IReadOnlyDictionary<string, string> Settings { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>The settings of type <c>secret</c>. Not to be logged, nor written anywhere.</summary>
    [Key(2)]
    public IReadOnlyDictionary<string, string> Secrets { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>What the plugin's version before this one gave when asked to save; null when there is nothing.</summary>
    [Key(3)]
    public byte[]? State { get; init; }

    /// <summary>The name of the room this kiosk is in.</summary>
    [Key(4)]
    public string RoomName { get; init => field = value ?? ""; } = "";

    /// <summary>The language of texts for people, as a BCP 47 tag such as <c>en</c> or <c>zh-CN</c>.</summary>
    [Key(5)]
    public string Locale { get; init => field = value ?? ""; } = "en";

    /// <summary>The room's time zone, an IANA name such as <c>Europe/Berlin</c>.</summary>
    [Key(6)]
    public string TimeZone { get; init => field = value ?? ""; } = "UTC";

    /// <summary>A folder of the plugin's own, to keep what must outlive the process. It exists, and nobody else writes into it.</summary>
    [Key(7)]
    public string DataFolder { get; init => field = value ?? ""; } = "";

    /// <summary>Says which it is and none of its secrets.</summary>
    public override string ToString() => $"{nameof(StartRequest)} with contract {ContractVersion}";
}

/// <summary>What a plugin hands to the version that takes its place.</summary>
[MessagePackObject]
public sealed record SavedState
{
    /// <summary>The most bytes of state: 1 MiB.</summary>
    [IgnoreMember]
    public const int MaxBytes = 1 << 20;

    /// <summary>Anything, at most <see cref="MaxBytes"/>; null for nothing. The next version must be able to read what earlier ones wrote.</summary>
    [Key(0)]
    public byte[]? State { get; init; }
}
