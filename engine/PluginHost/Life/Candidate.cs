using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Life;

/// <summary>One start of one version of a plugin, from its being opened to its end; hears what it tells.</summary>
/// <param name="package">The version.</param>
/// <param name="run">How it runs.</param>
/// <param name="ears">Where the plugin's calls, log and operations are.</param>
internal sealed class Candidate(PluginPackage package, RunMode run, ICandidateEars ears) : IConnectionEvents
{
    private volatile bool _isGreeted;

    public PluginPackage Package { get; } = package;

    public RunMode Run { get; } = run;

    /// <summary>Null until it has been opened.</summary>
    public PluginConnection? Connection { get; set; }

    public PluginSettings Settings { get; set; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    public SecretBlotter Blotter { get; set; } = SecretBlotter.None;

    public bool IsPinned { get; set; }

    public string DataFolder { get; set; } = "";

    public PluginLimits Limits { get; set; } = EffectiveLimits.Of(package.Manifest.Limits, null);

    public int ContractVersion { get; set; }

    /// <summary>What is left of its time to start.</summary>
    public MediaTime TimeToStart { get; set; }

    /// <summary>Whether the vendor can be reached, as far as the plugin has said; the supervisor's.</summary>
    public HealthNotice Health { get; set; } = new() { Healthy = true };

    /// <summary>It may tell what its capabilities are for.</summary>
    public void Greeted() => _isGreeted = true;

    /// <inheritdoc/>
    public bool OnNotice(string method, ReadOnlyMemory<byte> payload)
    {
        if (method == LifeNotices.Log.Name)
        {
            if (TryRead<LogLine>(method, payload, out var line)) OnLog(Enum.IsDefined(line.Level) ? line.Level : LogLevel.Info, line.Text);
            return true;
        }

        if (!_isGreeted) return false;
        if (method == LifeNotices.Health.Name)
        {
            if (TryRead<HealthNotice>(method, payload, out var health)) ears.OnHealth(this, health with { Text = Blotter.Clean(health.Text) });
            return true;
        }

        if (method == OperationNotices.Result.Name) return !TryRead<OperationResult>(method, payload, out var result) || ears.Operations.OnResult(result, Blotter);
        var area = method.AsSpan(0, Math.Max(0, method.IndexOf('.')));
        foreach (var capability in Package.Manifest.Capabilities)
        {
            if (!area.SequenceEqual(capability)) continue;
            ears.OnNotice(method, payload);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void OnLog(LogLevel level, string line) => ears.Log.Add(level, Blotter.Clean(line));

    /// <inheritdoc/>
    public void OnEnded(PluginConnection connection, ChannelEnd end) => ears.OnEnded(this, end with { Cause = Blotter.Clean(end.Cause) });

    private bool TryRead<T>(string method, ReadOnlyMemory<byte> payload, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
        where T : class
    {
        value = null;
        string? error;
        try
        {
            if (MessageCodec.TryDecode(payload, out value, out error)) return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            error = e.Message;
        }

        var what = Blotter.Clean($"{method} is wrong: {error}");
        ears.Counters.CountBadMessage(what);
        ears.Log.Add(LogLevel.Warning, what);
        return false;
    }
}

/// <summary>What belongs to a plugin whichever version of it runs. Any thread.</summary>
internal interface ICandidateEars
{
    CallCounters Counters { get; }

    OperationTable Operations { get; }

    PluginLog Log { get; }

    /// <summary>A notice of one of its capabilities; the payload lives until the call returns.</summary>
    void OnNotice(string method, ReadOnlyMemory<byte> payload);

    void OnHealth(Candidate candidate, HealthNotice health);

    void OnEnded(Candidate candidate, ChannelEnd end);
}
