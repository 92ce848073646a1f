namespace ConfEngine.PluginHost.Conformance;

/// <summary>How far a plugin can be relied on. Each tier includes those before it.</summary>
public enum Tier
{
    /// <summary>Not even the life rules hold.</summary>
    None,

    /// <summary>It starts, answers and ends as the contract says: it can be tried.</summary>
    Bronze,

    /// <summary>It also stands bad input, cancellation, deadlines and repetition: it can be left alone.</summary>
    Silver,

    /// <summary>It also keeps the rules of each of its capabilities: it can be relied on.</summary>
    Gold,
}
