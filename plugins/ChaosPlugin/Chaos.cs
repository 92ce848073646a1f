using System.Text;
using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Operations;

namespace ConfEngine.ChaosPlugin;

/// <summary>A plugin that does what a plugin must not: the word after <c>chaos:</c> in a meeting's id (for a direct call) or subject (for an operation) says what.
/// Anything else it answers as a good plugin does.</summary>
public sealed class Chaos : BookingPlugin
{
    private const string Prefix = "chaos:";
    private readonly Leaks _leaks = new();
    private readonly TaskCompletionSource _released = new();
    private int _calls;

    /// <inheritdoc/>
    protected override async ValueTask StartAsync(CancellationToken cancellation)
    {
        if (Context.State is { } state) _calls = int.Parse(Encoding.UTF8.GetString(state), System.Globalization.CultureInfo.InvariantCulture);
        await DoAsync(Context.Text("at_start"), cancellation);
    }

    /// <inheritdoc/>
    protected override async ValueTask<byte[]?> SaveAsync(CancellationToken cancellation)
    {
        var word = Context.Text("at_save");
        if (word == "big") return new byte[SavedState.MaxBytes + 1];
        await DoAsync(word, cancellation);
        return Encoding.UTF8.GetBytes(_calls.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    protected override ValueTask StopAsync(CancellationToken cancellation) => DoAsync(Context.Text("at_stop"), cancellation);

    /// <inheritdoc/>
    protected override async ValueTask<MeetingDetail> DetailAsync(DetailRequest request, PluginCall call)
    {
        _calls++;
        if (request.MeetingId == "calls") return Answer(_calls.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (request.MeetingId == Prefix + "big") return Answer(new string('x', 5 << 20));
        await DoAsync(WordOf(request.MeetingId), call.Cancellation);
        return Answer(request.MeetingId);
    }

    /// <inheritdoc/>
    protected override async ValueTask<BookResult> BookAsync(BookRequest request, PluginCall call)
    {
        _calls++;
        var result = new BookResult { Meeting = Answer(request.Meeting.Subject) };
        switch (WordOf(request.Meeting.Subject))
        {
            case "twice":
                Context.Tell(OperationNotices.Result, new OperationResult { OperationId = call.OperationId!, Error = new ContractError { Code = ErrorCodes.Internal, Message = "the first result" } });
                break;
            case "late":
                await _released.Task.WaitAsync(call.Cancellation);
                break;
            case var word:
                await DoAsync(word, call.Cancellation);
                break;
        }
        return result;
    }

    private static string WordOf(string text) => text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : "";

    private static MeetingDetail Answer(string id) => new() { MeetingId = id, Spec = new MeetingSpec { Subject = id } };

    private async ValueTask DoAsync(string word, CancellationToken cancellation)
    {
        switch (word)
        {
            case "throw": throw new InvalidOperationException("thrown on request");
            case "refuse": throw new ContractException(ErrorCodes.MeetingNotFound, "refused on request", "meeting_id");
            case "bad-settings": throw new ContractException(ErrorCodes.BadSettings, "at_start asks for this", "at_start");
            case "never": await new TaskCompletionSource().Task; break;
            case "obey": await Waits.ForEverAsync(cancellation); break;
            case "late": await Waits.BeyondAsync(cancellation); break;
            case "half-second": await Waits.HalfASecondAsync(); break;
            case "release": _released.TrySetResult(); break;
            case "leak": Context.Log(LogLevel.Info, $"my key is {Context.Secret("key")}"); break;
            case "memory": _leaks.Grow(); break;
            case "unhealthy": Context.Health(false, "the vendor is on fire"); break;
            case "healthy": Context.Health(true, ""); break;
            case "flood-notices": Noise.Notices(Context); break;
            case "deluge": Noise.Deluge(Context); break;
            case "flood-log": Noise.Lines(Context); break;
            case "unknown-notice": Context.Tell(new Notice<Nothing>("chaos.unheard-of"), Nothing.Instance); break;
            case "foreign-notice": Context.Tell(new Notice<Nothing>("telephony.ringing"), Nothing.Instance); break;
            case "print": await Console.Out.WriteLineAsync("printed where the messages are"); break;
            default: Harm.Do(word); break;
        }
    }
}
