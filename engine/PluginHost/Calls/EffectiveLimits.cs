using ConfEngine.Contract.Handshake;

namespace ConfEngine.PluginHost.Calls;

/// <summary>The limits in force: the manifest's, or the plugin's own where they are stricter, with the host's defaults for what neither says.</summary>
internal static class EffectiveLimits
{
    /// <summary>The limits in force.</summary>
    /// <param name="manifest">What the manifest says.</param>
    /// <param name="own">What the plugin said in its handshake; null before, or when it says nothing.</param>
    public static PluginLimits Of(PluginLimits manifest, PluginLimits? own) => new()
    {
        Calls = own is null || own.Calls == manifest.Calls ? manifest.Calls : CallOrder.Serial,
        MaxParallel = Stricter(manifest.MaxParallel, own?.MaxParallel, 1, 64, 8),
        CallTimeoutMs = Stricter(manifest.CallTimeoutMs, own?.CallTimeoutMs, 100, 120_000, 5_000),
        OperationTimeoutMs = Stricter(manifest.OperationTimeoutMs, own?.OperationTimeoutMs, 100, 600_000, 30_000),
        StartTimeoutMs = Stricter(manifest.StartTimeoutMs, own?.StartTimeoutMs, 500, 120_000, 10_000),
        MemoryMb = Stricter(manifest.MemoryMb, own?.MemoryMb, 16, 4_096, 256),
        CallsPerSecond = Stricter(manifest.CallsPerSecond, own?.CallsPerSecond, 0, 10_000, 0),
        PlayLimit = Stricter(manifest.PlayLimit, own?.PlayLimit, 0, int.MaxValue, 0),
        Recovery = own?.Recovery ?? manifest.Recovery,
    };

    private static int Stricter(int manifest, int? own, int least, int most, int byDefault)
    {
        // 0 and less say nothing.
        var stated = (manifest, own ?? 0) switch
        {
            (<= 0, <= 0) => byDefault,
            ( <= 0, var mine) => mine,
            (var theirs, <= 0) => theirs,
            var (theirs, mine) => Math.Min(theirs, mine),
        };
        return Math.Clamp(stated, least, most);
    }
}
