using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Conformance;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Conformance;

public sealed class RuleTests
{
    private const string Secret = "hunter2-of-the-room";

    [Fact]
    public void A_plugin_that_keeps_every_rule_is_gold()
    {
        var report = Check("");
        Assert.Equal([], Failed(report));
        Assert.Equal((Tier.Gold, true), (report.Tier, report.Passed));
        // What does not concern it is said, not silently passed.
        Assert.All(report.Outcomes, outcome => Assert.Equal(Verdict.Passed, outcome.Verdict));
    }

    [Theory]
    [InlineData("life.hello", Tier.None)]
    [InlineData("life.hello-again", Tier.None)]
    [InlineData("life.version-new", Tier.None)]
    [InlineData("life.version-old", Tier.None)]
    [InlineData("life.unknown-method", Tier.None)]
    [InlineData("life.settings", Tier.None)]
    [InlineData("life.stop", Tier.None)]
    [InlineData("life.input-end", Tier.None)]
    [InlineData("calls.one-answer", Tier.None)]
    [InlineData("wire.output", Tier.None)]
    [InlineData("calls.order", Tier.Bronze)]
    [InlineData("calls.cancel", Tier.Bronze)]
    [InlineData("state.save", Tier.Bronze)]
    [InlineData("wire.extra", Tier.Bronze)]
    [InlineData("wire.missing", Tier.Bronze)]
    [InlineData("wire.bad-payload", Tier.Bronze)]
    [InlineData("wire.truncated", Tier.Bronze)]
    [InlineData("wire.garbage", Tier.Bronze)]
    [InlineData("wire.deep", Tier.Bronze)]
    [InlineData("operations.result", Tier.Bronze)]
    [InlineData("operations.again", Tier.Bronze)]
    [InlineData("operations.late", Tier.Bronze)]
    [InlineData("operations.withdrawn", Tier.Bronze)]
    [InlineData("log.secrets", Tier.Bronze)]
    [InlineData("booking.list", Tier.Silver)]
    [InlineData("booking.book", Tier.Silver)]
    [InlineData("booking.edit", Tier.Silver)]
    [InlineData("booking.cancel", Tier.Silver)]
    [InlineData("booking.unknown", Tier.Silver)]
    [InlineData("booking.conflict", Tier.Silver)]
    [InlineData("booking.past", Tier.Silver)]
    [InlineData("booking.notices", Tier.Silver)]
    [InlineData("booking.series", Tier.Silver)]
    public void A_plugin_that_breaks_one_rule_fails_that_and_no_other(string fault, Tier tier)
    {
        var report = Check(fault);
        Assert.True(Failed(report).SequenceEqual([fault]), string.Join('\n', report.Outcomes.Where(one => one.Verdict == Verdict.Failed).Select(one => $"{one.Id}: {one.Seen}")));
        var outcome = report.Outcomes.Single(outcome => outcome.Id == fault);
        Assert.NotEqual("", outcome.Seen);
        Assert.NotEqual("", outcome.Remedy);
        Assert.DoesNotContain('\n', outcome.Seen + outcome.Remedy);
        Assert.Equal((tier, false), (report.Tier, report.Passed));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_a_remedy()
    {
        var rules = PluginHost.Conformance.Rules.RuleBook.For(Manifest() with { Capabilities = Capabilities.All });
        Assert.Equal(rules.Count, rules.Select(rule => rule.Id).Distinct().Count());
        Assert.All(rules, rule => Assert.Matches("^[a-z-]+\\.[a-z-]+$", rule.Id));
        Assert.All(rules, rule => Assert.True(rule.Demand.EndsWith('.') && rule.Remedy.EndsWith('.') && !rule.Demand.Contains('\n'), rule.Id));
    }

    [Fact]
    public void A_plugin_that_does_not_start_leaves_the_other_rules_unchecked()
    {
        using var folder = new TempFolder();
        using var subject = new Subject(Manifest(), () => throw new PluginHost.Channels.PluginStartException("Acme.dll is missing", "build it"), new SystemClock(), folder.FullName);
        var outcomes = new ConformanceRun(subject, _ => { }).Run(TestContext.Current.CancellationToken);
        Assert.Equal((Verdict.Failed, "Acme.dll is missing; build it"), (outcomes[0].Verdict, outcomes[0].Seen));
        Assert.All(outcomes.Skip(1), outcome => Assert.Equal(Verdict.Unchecked, outcome.Verdict));
        Assert.Equal(Tier.None, new ConformanceReport("a", "1.0.0", [], outcomes).Tier);
    }

    private static ConformanceReport Check(string fault)
    {
        using var folder = new TempFolder();
        var manifest = Manifest();
        var identity = new PluginIdentity(manifest.Id, manifest.Version, manifest.Contract, manifest.Capabilities, manifest.Limits);
        using var subject = new Subject(manifest, () => new MemoryChannel(new GoodBooking { Fault = fault }, identity, new Tampering(fault)), new SystemClock(), folder.FullName)
        {
            Settings = new Dictionary<string, string> { ["url"] = "https://rooms.example" },
            Secrets = new Dictionary<string, string> { ["token"] = Secret },
        };
        return new ConformanceReport(manifest.Id, manifest.Version, manifest.Capabilities, new ConformanceRun(subject, _ => { }).Run(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Failed(ConformanceReport report) => report.Outcomes.Where(outcome => outcome.Verdict == Verdict.Failed).Select(outcome => outcome.Id);

    private static PluginManifest Manifest() => new()
    {
        Id = "good.booking",
        Name = "Good",
        Version = "1.0.0",
        Contract = new ContractVersion(1, 1),
        Capabilities = [Capabilities.Booking],
        Run = RunMode.InProcess,
        Settings = [new SettingSpec { Name = "url", Type = SettingType.Text, Required = true }, new SettingSpec { Name = "token", Type = SettingType.Secret }],
        // Long enough for 256 calls on a machine that has much else to do.
        Limits = new PluginLimits { CallTimeoutMs = 4000, OperationTimeoutMs = 2000 },
    };
}
