using System.Text.Json;
using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.Runtime.Plugins.Api;

/// <summary>Writes plugins for the control API. No secret is ever among it.</summary>
internal static class PluginJson
{
    /// <summary>All plugins, and which serves what.</summary>
    public static void Write(Utf8JsonWriter writer, PluginSystem system)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("plugins"u8);
        foreach (var plugin in system.Plugins) Write(writer, plugin);
        writer.WriteEndArray();
        writer.WriteStartArray("folders"u8);
        foreach (var folder in system.Folders) writer.WriteStringValue(folder);
        writer.WriteEndArray();
        writer.WriteStartObject("active"u8);
        foreach (var capability in Capabilities.All)
            if (system.ActiveFor(capability) is { } id)
                writer.WriteString(capability, id);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>One plugin.</summary>
    public static void Write(Utf8JsonWriter writer, PluginStatus plugin)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, plugin.Id);
        writer.WriteString("name"u8, plugin.Manifest?.Name ?? plugin.Id);
        writer.WriteString("version"u8, plugin.Manifest?.Version ?? "");
        writer.WriteStartArray("capabilities"u8);
        foreach (var capability in plugin.Manifest?.Capabilities ?? []) writer.WriteStringValue(capability);
        writer.WriteEndArray();
        writer.WriteString("state"u8, PluginRows.State(plugin.State));
        writer.WriteString("cause"u8, plugin.Cause);
        writer.WriteString("run"u8, plugin.Manifest is null ? "" : PluginRows.Runs(plugin.Run));
        writer.WriteBoolean("pinned"u8, plugin.Pinned);
        writer.WriteBoolean("builtIn"u8, plugin.BuiltIn);
        writer.WriteString("digest"u8, plugin.Digest);
        writer.WriteString("folder"u8, plugin.Folder);
        writer.WriteNumber("contractVersion"u8, plugin.ContractVersion);
        WriteFigures(writer, plugin.Figures);
        WriteLimits(writer, plugin.Limits);
        WriteSettings(writer, plugin);
        writer.WriteEndObject();
    }

    /// <summary>The last lines of a plugin's log.</summary>
    public static void WriteLog(Utf8JsonWriter writer, PluginStatus plugin)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("lines"u8);
        foreach (var line in plugin.Log)
        {
            writer.WriteStartObject();
            writer.WriteString("at"u8, line.At);
            writer.WriteString("level"u8, line.Level.ToString().ToLowerInvariant());
            writer.WriteString("text"u8, line.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter writer, PluginFigures figures)
    {
        writer.WriteNumber("calls"u8, figures.Calls);
        writer.WriteNumber("errors"u8, figures.Errors);
        writer.WriteNumber("timeouts"u8, figures.Timeouts);
        writer.WriteNumber("refused"u8, figures.Refused);
        writer.WriteNumber("retries"u8, figures.Retries);
        writer.WriteNumber("strays"u8, figures.Strays);
        writer.WriteNumber("lateResults"u8, figures.LateResults);
        writer.WriteNumber("badMessages"u8, figures.BadMessages);
        writer.WriteNumber("dropped"u8, figures.Dropped);
        writer.WriteNumber("restarts"u8, figures.Restarts);
        writer.WriteNumber("inFlight"u8, figures.InFlight);
        writer.WriteNumber("p50Us"u8, Math.Round(figures.P50Us, 1));
        writer.WriteNumber("p99Us"u8, Math.Round(figures.P99Us, 1));
        writer.WriteNumber("memoryBytes"u8, figures.MemoryBytes);
        writer.WriteNumber("cpuSeconds"u8, Math.Round(figures.CpuSeconds, 2));
        writer.WriteString("lastError"u8, figures.LastError);
    }

    private static void WriteLimits(Utf8JsonWriter writer, PluginLimits limits)
    {
        writer.WriteStartObject("limits"u8);
        writer.WriteString("calls"u8, limits.Calls == CallOrder.Serial ? "serial"u8 : "parallel"u8);
        writer.WriteNumber("maxParallel"u8, limits.MaxParallel);
        writer.WriteNumber("callTimeoutMs"u8, limits.CallTimeoutMs);
        writer.WriteNumber("operationTimeoutMs"u8, limits.OperationTimeoutMs);
        writer.WriteNumber("startTimeoutMs"u8, limits.StartTimeoutMs);
        writer.WriteNumber("memoryMb"u8, limits.MemoryMb);
        writer.WriteNumber("callsPerSecond"u8, limits.CallsPerSecond);
        writer.WriteNumber("playLimit"u8, limits.PlayLimit);
        if (limits.Recovery is { } recovery)
        {
            writer.WriteStartObject("recovery"u8);
            writer.WriteNumber("resumeS"u8, recovery.ResumeS);
            writer.WriteNumber("absentS"u8, recovery.AbsentS);
            writer.WriteNumber("giveUpS"u8, recovery.GiveUpS);
            writer.WriteNumber("emptyConferenceS"u8, recovery.EmptyConferenceS);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter writer, PluginStatus plugin)
    {
        writer.WriteStartArray("settings"u8);
        foreach (var setting in plugin.Manifest?.Settings ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, setting.Name);
            writer.WriteString("type"u8, setting.Type.ToString().ToLowerInvariant());
            writer.WriteBoolean("required"u8, setting.Required);
            writer.WriteString("description"u8, setting.Description);
            if (setting.Default is { } fallback) writer.WriteString("default"u8, fallback);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
