namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>One thing that the contract demands of a plugin.</summary>
/// <param name="Id">Its name, <c>area.rule</c>.</param>
/// <param name="Tier">The tier that it belongs to.</param>
/// <param name="Demand">What it demands, in one line.</param>
/// <param name="Remedy">What an author does who breaks it, in one line.</param>
/// <param name="Check">Throws a <see cref="RuleBrokenException"/> when the plugin breaks it, and a <see cref="NotApplicableException"/> when it does not concern the plugin.</param>
internal sealed record Rule(string Id, Tier Tier, string Demand, string Remedy, Action<Subject> Check);

/// <summary>The plugin breaks the rule.</summary>
/// <param name="seen">What was seen, in one line.</param>
internal sealed class RuleBrokenException(string seen) : Exception(seen);

/// <summary>The rule does not concern the plugin.</summary>
/// <param name="why">Why, in one line.</param>
internal sealed class NotApplicableException(string why) : Exception(why);
