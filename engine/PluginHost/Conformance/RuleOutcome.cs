namespace ConfEngine.PluginHost.Conformance;

/// <summary>How a rule came out.</summary>
public enum Verdict
{
    /// <summary>The plugin keeps it.</summary>
    Passed,

    /// <summary>The plugin breaks it.</summary>
    Failed,

    /// <summary>It does not concern this plugin: it has no settings that are required, it is no executable, or the like.</summary>
    NotApplicable,

    /// <summary>It could not be checked because the plugin cannot be run.</summary>
    Unchecked,
}

/// <summary>One rule and how it came out.</summary>
public sealed record RuleOutcome
{
    /// <summary>Its name, <c>area.rule</c>; never used for another.</summary>
    public required string Id { get; init; }

    /// <summary>The tier that it belongs to.</summary>
    public required Tier Tier { get; init; }

    /// <summary>What it demands, in one line.</summary>
    public required string Demand { get; init; }

    /// <summary>How it came out.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What was seen when it failed, or why it was not checked; empty when it passed.</summary>
    public string Seen { get; init; } = "";

    /// <summary>What to do when it failed; empty otherwise.</summary>
    public string Remedy { get; init; } = "";
}
