using ConfEngine.Contract.Handshake;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>Reads the manifest's <c>limits</c>. The ranges are those that <see cref="PluginLimits"/> documents.</summary>
internal static class ManifestLimits
{
    private static readonly string[] s_fields =
    [
        "calls", "max_parallel", "call_timeout_ms", "operation_timeout_ms", "start_timeout_ms", "memory_mb", "calls_per_second", "play_limit", "recovery",
    ];

    public static PluginLimits Read(ManifestFields manifest)
    {
        if (!manifest.Has("limits", out var element)) return new PluginLimits();
        var limits = new ManifestFields(element, "limits", s_fields);
        return new PluginLimits
        {
            Calls = limits.Text("calls", 20) is { } word
                ? ManifestFields.WordOf(word, limits.Name("calls"), ("serial", CallOrder.Serial), ("parallel", CallOrder.Parallel))
                : CallOrder.Serial,
            MaxParallel = limits.Integer("max_parallel", 1, 64),
            CallTimeoutMs = limits.Integer("call_timeout_ms", 100, 120_000),
            OperationTimeoutMs = limits.Integer("operation_timeout_ms", 100, 600_000),
            StartTimeoutMs = limits.Integer("start_timeout_ms", 500, 120_000),
            MemoryMb = limits.Integer("memory_mb", 16, 4096),
            CallsPerSecond = limits.Integer("calls_per_second", 1, 10_000),
            PlayLimit = limits.Integer("play_limit", 1, 100_000),
            Recovery = ReadRecovery(limits),
        };
    }

    private static RecoveryTimes? ReadRecovery(ManifestFields limits)
    {
        const int Day = 86_400;
        if (!limits.Has("recovery", out var element)) return null;
        var recovery = new ManifestFields(element, "limits.recovery", "resume_s", "absent_s", "give_up_s", "empty_conference_s");
        return new RecoveryTimes
        {
            ResumeS = recovery.Integer("resume_s", 0, Day),
            AbsentS = recovery.Integer("absent_s", 0, Day),
            GiveUpS = recovery.Integer("give_up_s", 0, Day),
            EmptyConferenceS = recovery.Integer("empty_conference_s", 0, Day),
        };
    }
}
