using System.Text;
using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.Fuzz.Targets;

internal static class PluginTargets
{
    private const string Operation = "op-1";

    private static readonly byte[][] s_words = [.. new[] { "plugin.log", "operation.result", "booking.list-changed", "op-1", "internal" }.Select(Encoding.UTF8.GetBytes), [0xc0], [0xc1], [0x94, 1], [0x93, 2], [0xdd, 0xff, 0xff, 0xff, 0xff], [0xc6, 0, 0x40, 0, 0], [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]];

    /// <summary>What a plugin sends, in a connection with three calls under way: nothing throws, and each call ends at most once and in the end for certain.</summary>
    public static FuzzTarget Envelope()
    {
        var ears = new Ears();
        var writer = new EnvelopeWriter();
        return new FuzzTarget("plugin-envelope", [.. Seeds(writer)], input =>
        {
            ears.Prepare();
            var candidate = new Candidate(ears.Package, RunMode.Executable, ears);
            candidate.Greeted();
            var connection = new PluginConnection("fuzz", ears.Channel, ears.Clock, ears.Counters, candidate, SecretBlotter.None, static () => { });
            connection.Configure(EffectiveLimits.Of(new PluginLimits { Calls = CallOrder.Parallel }, null));
            connection.Start();
            var (vmrs, list, hello) = (Attempt<VmrList>(BookingMethods.Vmrs), Attempt<MeetingList>(BookingMethods.List), Attempt<HelloResponse>(LifeMethods.Hello));
            Attempt[] calls = [vmrs, list, hello];
            foreach (var call in calls) Rules.Hold(!connection.RunAsync(call, CancellationToken.None).IsCompleted);
            connection.OnMessage(input.ToArray());
            var outcome = Check(calls, connection, ears);
            connection.Dispose();
            Rules.Hold(calls.All(call => call.Settled.IsCompletedSuccessfully));
            return outcome;
        }) { Iterations = 20_000, Words = s_words };
    }

    private static Attempt<Nothing, TResult> Attempt<TResult>(Method method)
        where TResult : class => new(method, Nothing.Instance, new Instant(5_000_000_000));

    // At most one call has ended, with its result or an error; all of them when the plugin has lost its connection.
    private static int Check(Attempt[] calls, PluginConnection connection, Ears ears)
    {
        var ended = calls.Count(call => call.Settled.IsCompleted);
        Rules.Hold(ended <= 1 || connection.End is not null);
        Rules.Hold(connection.End is null || ended == calls.Length);
        if (connection.End is { } end) Rules.IsOneLine(end.Cause);
        foreach (var call in calls)
        {
            Rules.Hold(call.Settled.IsCompleted || call.Fault == CallFault.None);
            if (call.Error is { } error) Rules.Hold(error.Code.Length is > 0 and <= 64 && error.Message.Length <= 1024 && !error.Message.AsSpan().ContainsAny('\n', '\r', '\0'));
        }

        var shape = calls.Aggregate(0, (sum, call) => (sum * 11) + (call.Settled.IsCompleted ? 1 + (int)call.Fault : 0));
        return ((shape * 31) + ears.Heard) * 257 + (connection.End?.Cause ?? calls.FirstOrDefault(call => call.Error is not null)?.Error!.Message ?? "").Count(char.IsAsciiLetter);
    }

    private static IEnumerable<byte[]> Seeds(EnvelopeWriter writer)
    {
        yield return writer.Response(1, new VmrList()).ToArray();
        yield return writer.Response(2, new MeetingList { Meetings = [new MeetingEntry { Subject = "晨会" }], More = true }).ToArray();
        yield return writer.Response(3, new HelloResponse { PluginId = "fuzz", PluginVersion = "1.0.0", Capabilities = ["booking"], Limits = new PluginLimits { MemoryMb = 16 } }).ToArray();
        yield return writer.Response(4, Nothing.Instance).ToArray();
        yield return writer.Failure(1, new ContractError { Code = "vmr-conflict", Message = "taken", Field = "vmr_id", VendorCode = "402", VendorText = "x", Platform = "cpp", RetryAfterMs = 5 }).ToArray();
        yield return writer.Notification(LifeNotices.Log.Name, new LogLine { Level = LogLevel.Warning, Text = "line" }).ToArray();
        yield return writer.Notification(LifeNotices.Health.Name, new HealthNotice { Healthy = false, Text = "down" }).ToArray();
        yield return writer.Notification(BookingNotices.ListChanged.Name, new ListChanged()).ToArray();
        yield return writer.Notification(OperationNotices.Result.Name, new OperationResult { OperationId = Operation, Payload = [0x90] }).ToArray();
        yield return writer.Notification(OperationNotices.Result.Name, new OperationResult { OperationId = Operation, Error = new ContractError { Code = "internal", Message = "no" } }).ToArray();
        yield return writer.Cancel(1).ToArray();
        yield return writer.Request(1, "plugin.ping", 5, Nothing.Instance).ToArray();
    }

    // Hears everything, and has one operation whose result is still to come.
    private sealed class Ears : ICandidateEars
    {
        private readonly Agenda _agenda;
        private bool _hasOperation;

        public Ears()
        {
            _agenda = new Agenda(Clock, fault => throw new InvalidOperationException("a fault of ours", fault));
            var calls = new PluginCalls("fuzz", Clock, new AgendaTime(_agenda), Counters, _ => { });
            Operations = new OperationTable("fuzz", calls, _agenda, late =>
            {
                Rules.Hold(late.OperationId == Operation);
                (Heard, _hasOperation) = (Heard + 1000, false);
            });
            Log = new PluginLog(Clock);
        }

        public ManualClock Clock { get; } = new();

        public DeafChannel Channel { get; } = new();

        public CallCounters Counters { get; } = new();

        public OperationTable Operations { get; }

        public PluginLog Log { get; }

        public int Heard { get; private set; }

        public PluginPackage Package { get; } = new("/fuzz", new PluginManifest
        {
            Id = "fuzz", Name = "fuzz", Version = "1.0.0", Contract = new ContractVersion(1, 1), Capabilities = [Capabilities.Booking], Run = RunMode.Executable,
        }, "", "/fuzz", false);

        public void Prepare()
        {
            Heard = 0;
            _agenda.Turn();
            if (_hasOperation) return;
            // Nobody accepts it: what comes of it comes late.
            var begun = Operations.BeginAsync(BookingMethods.Cancel, ticket => new CancelRequest { Ticket = ticket }, Operation, CancellationToken.None);
            Rules.Hold(begun.IsFaulted && begun.Exception is not null);
            _hasOperation = true;
        }

        public void OnNotice(string method, ReadOnlyMemory<byte> payload) => Heard += 1;

        public void OnHealth(Candidate candidate, HealthNotice health) => Heard += 10;

        public void OnEnded(Candidate candidate, ChannelEnd end) => Heard += 100;
    }

    private sealed class DeafChannel : IPluginChannel
    {
        public ChannelFigures Figures => default;

        public void Start(IChannelEvents events)
        {
        }

        public bool TrySend(ReadOnlySpan<byte> message) => true;

        public void Close(TimeSpan grace)
        {
        }

        public void Dispose()
        {
        }
    }
}
