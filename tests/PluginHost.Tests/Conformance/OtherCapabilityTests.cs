using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.ExternalSync;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Telephony;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Conformance;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Conformance;

/// <summary>The rules of external-sync and telephony: kept by a good plugin, and each broken by one made bad on purpose.</summary>
public sealed class OtherCapabilityTests
{
    [Theory]
    [InlineData("")]
    [InlineData("external-sync.course")]
    [InlineData("external-sync.statuses")]
    [InlineData("external-sync.again")]
    [InlineData("external-sync.event")]
    public void External_sync(string fault) => Expect(fault, Check(Capabilities.ExternalSync, () => new Sync(fault)));

    [Theory]
    [InlineData("")]
    [InlineData("telephony.dial")]
    [InlineData("telephony.bad-number")]
    [InlineData("telephony.hang-up")]
    [InlineData("telephony.unknown-call")]
    public void Telephony(string fault) => Expect(fault, Check(Capabilities.Telephony, () => new Phone(fault)));

    private static void Expect(string fault, IReadOnlyList<RuleOutcome> outcomes) => Assert.Equal(
        fault.Length == 0 ? [] : [fault],
        outcomes.Where(outcome => outcome.Verdict == Verdict.Failed).Select(outcome => outcome.Id));

    private static IReadOnlyList<RuleOutcome> Check(string capability, Func<IPlugin> make)
    {
        using var folder = new TempFolder();
        var manifest = new PluginManifest
        {
            Id = "other.plugin", Name = "Other", Version = "1.0.0", Contract = new ContractVersion(1, 1), Capabilities = [capability], Run = RunMode.InProcess,
            Limits = new PluginLimits { CallTimeoutMs = 2000, OperationTimeoutMs = 1000 },
        };
        var identity = new PluginIdentity(manifest.Id, manifest.Version, manifest.Contract, manifest.Capabilities, manifest.Limits);
        using var subject = new Subject(manifest, () => new MemoryChannel(make(), identity, new Tampering("")), new SystemClock(), folder.FullName);
        return new ConformanceRun(subject, _ => { }).Run(TestContext.Current.CancellationToken);
    }

    private static ContractException Refusal(string code = ErrorCodes.Internal) => new(code, "on purpose");

    private sealed class Sync(string fault) : ExternalSyncPlugin
    {
        private readonly HashSet<string> _keys = [];

        protected override void Register(MethodRegistry methods)
        {
            if (fault != "external-sync.again")
            {
                base.Register(methods);
                return;
            }

            // Without the kit's memory of keys, and with a grudge.
            methods.Add(ExternalSyncMethods.Initialise, InitialiseAsync);
            methods.Add(ExternalSyncMethods.Login, LoginAsync);
            methods.Add(ExternalSyncMethods.Logout, LogoutAsync);
            methods.Add(ExternalSyncMethods.UpdateStatus, (request, _) => _keys.Add(request.IdempotencyKey) ? new(Nothing.Instance) : throw Refusal());
        }

        protected override ValueTask<Nothing> InitialiseAsync(InitialiseRequest request, PluginCall call) => new(Nothing.Instance);

        protected override ValueTask<Nothing> LoginAsync(LoginRequest request, PluginCall call) => new(Nothing.Instance);

        protected override ValueTask<Nothing> LogoutAsync(LogoutRequest request, PluginCall call) => fault == "external-sync.course" ? throw Refusal() : new(Nothing.Instance);

        protected override ValueTask<Nothing> UpdateStatusAsync(StatusUpdate request, PluginCall call) =>
            fault == "external-sync.statuses" && !Enum.IsDefined(request.Status) ? throw Refusal(ErrorCodes.InvalidArgument) : new(Nothing.Instance);

        protected override ValueTask<Nothing> SendEventAsync(CustomEvent request, PluginCall call) => fault == "external-sync.event" ? throw Refusal() : new(Nothing.Instance);
    }

    private sealed class Phone(string fault) : TelephonyPlugin
    {
        private int _last;

        protected override ValueTask<DialResult> DialAsync(DialRequest request, PluginCall call)
        {
            if (fault != "telephony.bad-number" && !request.Number.StartsWith("sip:", StringComparison.Ordinal)) throw Refusal(ErrorCodes.BadNumber);
            var id = $"call-{++_last}";
            if (fault != "telephony.dial") Tell(TelephonyNotices.Ringing, new RingingNotice { CallId = id, SipCode = 180 });
            return new(new DialResult { CallId = id });
        }

        protected override ValueTask<Nothing> HangUpAsync(HangUpRequest request, PluginCall call) =>
            fault == "telephony.hang-up" && !request.CallId.StartsWith("call-", StringComparison.Ordinal) ? throw Refusal(ErrorCodes.NotFound) : new(Nothing.Instance);

        protected override ValueTask<Nothing> SendDtmfAsync(SendDtmfRequest request, PluginCall call) =>
            fault == "telephony.unknown-call" ? new(Nothing.Instance) : throw Refusal(ErrorCodes.NotFound);
    }
}
