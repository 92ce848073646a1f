using System.Globalization;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit.Serving;

namespace ConfEngine.Contract.Kit;

/// <summary>What a plugin knows of where it runs, and its way to tell the host. Any thread.</summary>
public sealed class PluginContext
{
    private const int MaxLineBytes = 1024;
    private readonly StartRequest _start;
    private readonly Replies _replies;
    private readonly Lock _gate = new();
    private HealthNotice? _health;

    internal PluginContext(StartRequest start, Replies replies) => (_start, _replies) = (start, replies);

    /// <summary>The version of the contract in use.</summary>
    public int ContractVersion => _start.ContractVersion;

    /// <summary>What the version before this one gave when asked to save; null when there is nothing.</summary>
    public byte[]? State => _start.State;

    /// <summary>The name of the room this kiosk is in.</summary>
    public string RoomName => _start.RoomName;

    /// <summary>The language of texts for people, as a BCP 47 tag.</summary>
    public string Locale => _start.Locale;

    /// <summary>The room's time zone, an IANA name.</summary>
    public string TimeZone => _start.TimeZone;

    /// <summary>A folder of the plugin's own, to keep what must outlive the process.</summary>
    public string DataFolder => _start.DataFolder;

    /// <summary>A setting of type text; empty when it is not set.</summary>
    public string Text(string name) => _start.Settings.GetValueOrDefault(name, "");

    /// <summary>A setting of type number; null when it is not set.</summary>
    /// <exception cref="ContractException">It is no number (<c>bad-settings</c>).</exception>
    public double? Number(string name)
    {
        if (!_start.Settings.TryGetValue(name, out var text)) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new ContractException(ErrorCodes.BadSettings, $"the setting {name} is no number", name);
    }

    /// <summary>A setting of type flag; false when it is not set.</summary>
    /// <exception cref="ContractException">It is neither <c>true</c> nor <c>false</c> (<c>bad-settings</c>).</exception>
    public bool Flag(string name) => _start.Settings.GetValueOrDefault(name, "false") switch
    {
        "true" => true,
        "false" => false,
        _ => throw new ContractException(ErrorCodes.BadSettings, $"the setting {name} is neither true nor false", name),
    };

    /// <summary>A setting of type choice; empty when it is not set.</summary>
    public string Choice(string name) => Text(name);

    /// <summary>A setting of type secret; null when it is not set. Neither log it nor write it anywhere.</summary>
    public string? Secret(string name) => _start.Secrets.GetValueOrDefault(name);

    /// <summary>Writes a line to the host's log.</summary>
    /// <param name="level">How much it matters.</param>
    /// <param name="text">One line; what is longer than 1024 bytes is cut. Never a secret.</param>
    public void Log(LogLevel level, string text) => Tell(LifeNotices.Log, new LogLine { Level = level, Text = OneLine.Of(text, MaxLineBytes) });

    /// <summary>Sends a notice. When the host has gone nothing happens.</summary>
    public void Tell<T>(Notice<T> notice, T payload) => _replies.Tell(notice, payload);

    /// <summary>Says whether the vendor can be reached; told on change only.</summary>
    /// <param name="healthy">Whether calls can succeed.</param>
    /// <param name="text">Why not, in one line for a person.</param>
    public void Health(bool healthy, string text)
    {
        var health = new HealthNotice { Healthy = healthy, Text = OneLine.Of(text, MaxLineBytes) };
        lock (_gate)
        {
            if (health == _health) return;
            _health = health;
            Tell(LifeNotices.Health, health);
        }
    }
}
