using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Telephony;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>An operation of one of the plugin's capabilities to try the two phases with; what it made is taken away again.</summary>
internal abstract class OperationSample(Subject subject) : IDisposable
{
    protected Subject Subject => subject;

    protected Conversation Conversation => subject.Running;

    /// <summary>One that the plugin can do.</summary>
    /// <exception cref="NotApplicableException">It does nothing in two phases.</exception>
    public static OperationSample Of(Subject subject)
    {
        if (subject.Manifest.Capabilities.Contains(Capabilities.Booking)) return new BookingSample(subject);
        if (subject.Manifest.Capabilities.Contains(Capabilities.Telephony)) return new DialSample(subject);
        throw new NotApplicableException("none of its capabilities has operations in two phases");
    }

    /// <summary>Sends the request.</summary>
    public abstract Asked Ask(OperationTicket ticket);

    /// <summary>Sends the request and waits until it is accepted.</summary>
    /// <exception cref="NotApplicableException">The plugin does not do it.</exception>
    /// <exception cref="RuleBrokenException">It was refused.</exception>
    public Operation Begin(OperationTicket ticket)
    {
        var asked = Ask(ticket);
        var operation = new Operation(Conversation, asked.Method, ticket.Id);
        if (operation.Accept(Conversation.Await(asked, subject.CallMs)) is not { } error) return operation;
        throw error.Code == ErrorCodes.Unsupported
            ? new NotApplicableException($"it does not do {asked.Method}")
            : new RuleBrokenException($"{asked.Method} was refused with {Conversation.Text(error)}");
    }

    /// <summary>Remembers what an operation made.</summary>
    /// <exception cref="NotApplicableException">The plugin does not do it.</exception>
    public void Note(OperationResult result)
    {
        if (result.Error?.Code == ErrorCodes.Unsupported) throw new NotApplicableException("it does not do what is tried");
        if (result.Payload is { } payload) Made(payload);
    }

    /// <summary>How many times it took effect; null where that cannot be seen.</summary>
    public abstract int? Effects();

    /// <summary>Takes away what was made.</summary>
    public abstract void Dispose();

    protected abstract void Made(byte[] payload);
}

/// <summary>A meeting that is booked.</summary>
internal sealed class BookingSample(Subject subject) : OperationSample(subject)
{
    private readonly MeetingSpec _meeting = MeetingSlot.Next(subject);
    private readonly HashSet<string> _made = [];

    public override Asked Ask(OperationTicket ticket) =>
        Conversation.Ask(BookingMethods.Book.Name, new BookRequest { Ticket = ticket, Meeting = _meeting }, Subject.CallMs);

    public override int? Effects()
    {
        var list = Conversation.Call(BookingMethods.List.Name, MeetingSlot.ListAround(_meeting), Subject.CallMs);
        if (list.Error is not null) return null;
        var mine = Conversation.Read<MeetingList>(list.Payload, "the list").Meetings.Where(meeting => meeting.Subject == _meeting.Subject).ToList();
        _made.UnionWith(mine.Select(static meeting => meeting.MeetingId));
        return mine.Count;
    }

    public override void Dispose()
    {
        foreach (var id in _made) MeetingSlot.TakeAway(Subject, id);
    }

    protected override void Made(byte[] payload) => _made.Add(Conversation.Read<BookResult>(payload, "the result of booking.book").Meeting.MeetingId);
}

/// <summary>A call to an address where nobody can be.</summary>
internal sealed class DialSample(Subject subject) : OperationSample(subject)
{
    /// <summary>An address that no network reaches (RFC 2606), so that no phone rings because of a test.</summary>
    public const string Nobody = "sip:conformance@nobody.invalid";

    private readonly HashSet<string> _made = [];

    public override Asked Ask(OperationTicket ticket) =>
        Conversation.Ask(TelephonyMethods.Dial.Name, new DialRequest { Ticket = ticket, Number = Nobody }, Subject.CallMs);

    public override int? Effects() => _made.Count;

    public override void Dispose()
    {
        foreach (var id in _made) Conversation.Call(TelephonyMethods.HangUp.Name, new HangUpRequest { CallId = id }, Subject.CallMs);
    }

    protected override void Made(byte[] payload) => _made.Add(Conversation.Read<DialResult>(payload, "the result of telephony.dial").CallId);
}
