namespace ConfEngine.PluginHost.Life;

/// <summary>Which plugin serves a capability.</summary>
internal static class ActiveChoice
{
    /// <summary>The operator's choice, whatever its state: asking another system instead would book rooms where nobody looks. Without a choice the first by id that is not
    /// built in and is at work, or was and is being restarted; the built-in one only when there is no such.</summary>
    /// <returns>The id; null for none.</returns>
    public static string? Of(string capability, string? chosen, IEnumerable<PluginUnit> units)
    {
        PluginUnit? best = null;
        foreach (var unit in units)
        {
            var status = unit.Status;
            if (status.Manifest is not { } manifest || !manifest.Capabilities.Contains(capability)) continue;
            if (unit.Id == chosen && status.State is not (PluginState.Disabled or PluginState.Stopping)) return chosen;
            if (unit.IsInService && (best is null || IsBefore(unit, best))) best = unit;
        }

        return best?.Id;
    }

    private static bool IsBefore(PluginUnit left, PluginUnit right) =>
        left.Status.BuiltIn != right.Status.BuiltIn ? right.Status.BuiltIn : string.CompareOrdinal(left.Id, right.Id) < 0;
}
