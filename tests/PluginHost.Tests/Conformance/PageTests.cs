using ConfEngine.Contract;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Conformance.Rules;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Conformance;

/// <summary>plugins/README.md lists the rules as they are.</summary>
public sealed class PageTests
{
    private const string Begin = "<!-- conformance rules -->";
    private const string End = "<!-- end of conformance rules -->";

    [Fact]
    public void The_page_lists_every_rule_with_what_it_demands_and_the_remedy()
    {
        var page = File.ReadAllText(Checkout.At("plugins", "README.md"));
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= Begin.Length && to >= from, $"plugins/README.md has no '{Begin}' and '{End}'");
        Assert.Equal(Table(), page[from..to].Trim());
    }

    private static string Table()
    {
        var everything = new PluginManifest { Id = "a1", Name = "A", Version = "1.0.0", Contract = ContractVersion.Supported, Capabilities = Capabilities.All, Run = RunMode.Child };
        var rows = RuleBook.For(everything).Prepend(RuleBook.Manifest).OrderBy(rule => rule.Tier)
            .Select(rule => $"| `{rule.Id}` | {rule.Tier.ToString().ToLowerInvariant()} | {rule.Demand} | {rule.Remedy} |");
        return string.Join('\n', ["| rule | tier | demands | when it is broken |", "|---|---|---|---|", .. rows]);
    }
}
