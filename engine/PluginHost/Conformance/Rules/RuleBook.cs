using ConfEngine.Contract;
using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>All rules, in the order in which they are checked.</summary>
internal static class RuleBook
{
    /// <summary>The first of all: where it is broken no other can be checked.</summary>
    public static Rule Manifest { get; } = new("manifest.valid", Tier.Bronze, "Its folder holds a plugin.json that the host can read, and all that this names.",
        "Correct plugin.json; plugins/README.md explains each field.", static _ => { });

    /// <summary>The rules that concern a plugin.</summary>
    public static IReadOnlyList<Rule> For(PluginManifest manifest) =>
        [.. LifeRules.All, .. CallRules.All, .. WireRules.All, .. OperationRules.All, .. manifest.Capabilities.SelectMany(OfCapability), .. ConductRules.All];

    private static IReadOnlyList<Rule> OfCapability(string capability) => capability switch
    {
        Capabilities.Booking => BookingRules.All,
        Capabilities.ExternalSync => SyncRules.All,
        Capabilities.Telephony => TelephonyRules.All,
        _ => [],
    };
}
