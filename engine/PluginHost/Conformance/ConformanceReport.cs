namespace ConfEngine.PluginHost.Conformance;

/// <summary>How a plugin did.</summary>
/// <param name="Id">The plugin's id; the folder's name where its manifest cannot be read.</param>
/// <param name="Version">Its version; empty where its manifest cannot be read.</param>
/// <param name="Capabilities">What it can be asked to do.</param>
/// <param name="Outcomes">The rules, in the order in which they were checked.</param>
public sealed record ConformanceReport(string Id, string Version, IReadOnlyList<string> Capabilities, IReadOnlyList<RuleOutcome> Outcomes)
{
    /// <summary>Whether no rule is broken.</summary>
    public bool Passed => Outcomes.All(static outcome => outcome.Verdict is Verdict.Passed or Verdict.NotApplicable);

    /// <summary>The highest tier of which, and below which, every rule holds.</summary>
    public Tier Tier
    {
        get
        {
            var reached = Tier.None;
            foreach (var tier in new[] { Tier.Bronze, Tier.Silver, Tier.Gold })
            {
                if (Outcomes.Any(outcome => outcome.Tier == tier && outcome.Verdict is Verdict.Failed or Verdict.Unchecked)) break;
                reached = tier;
            }

            return reached;
        }
    }
}
