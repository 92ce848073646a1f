using ConfEngine.PluginHost.Conformance.Rules;

namespace ConfEngine.PluginHost.Conformance;

/// <summary>Checks one rule after the other.</summary>
/// <param name="subject">The plugin.</param>
/// <param name="tell">Told of each outcome as it is known.</param>
internal sealed class ConformanceRun(Subject subject, Action<RuleOutcome> tell)
{
    /// <summary>Checks all rules that concern the plugin.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public IReadOnlyList<RuleOutcome> Run(CancellationToken cancel)
    {
        var outcomes = new List<RuleOutcome>();
        string? whyNot = null;
        foreach (var rule in RuleBook.For(subject.Manifest))
        {
            cancel.ThrowIfCancellationRequested();
            var outcome = whyNot is null ? Check(rule) : Outcome(rule, Verdict.Unchecked, whyNot);
            if (rule == LifeRules.All[0] && outcome.Verdict == Verdict.Failed) whyNot = "it does not start";
            outcomes.Add(outcome);
            tell(outcome);
        }

        return outcomes;
    }

    /// <summary>How a rule came out.</summary>
    public static RuleOutcome Outcome(Rule rule, Verdict verdict, string seen = "") => new()
    {
        Id = rule.Id,
        Tier = rule.Tier,
        Demand = rule.Demand,
        Verdict = verdict,
        Seen = seen,
        Remedy = verdict == Verdict.Failed ? rule.Remedy : "",
    };

    private RuleOutcome Check(Rule rule)
    {
        try
        {
            rule.Check(subject);
            return Outcome(rule, Verdict.Passed);
        }
        catch (RuleBrokenException broken)
        {
            return Outcome(rule, Verdict.Failed, broken.Message);
        }
        catch (NotApplicableException none)
        {
            return Outcome(rule, Verdict.NotApplicable, none.Message);
        }
    }
}
